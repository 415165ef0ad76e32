package dev.canvelete.render;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysFalse;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.canvelete.house.HouseRules;

@AnalyzeClasses(packages = "dev.canvelete.render", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_ARE_GIVEN = HouseRules.timeAndChanceAreGivenBy(alwaysFalse());

    @ArchTest
    static final ArchRule SCENE_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("..render.scene..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "..render.scene..", "java.lang..", "java.util..", "java.awt.geom..", "org.jspecify.."))
            .because("a drawing with everything resolved needs nothing to be looked up");

    @ArchTest
    static final ArchRule PAINTERS_KNOW_ONLY_SCENES = noClasses()
            .that()
            .resideInAPackage("..render.paint..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "..render.template..", "..render.bind..", "..render.resolve..", "dev.canvelete.api.."))
            .because("a new element type touches no painter");

    @ArchTest
    static final ArchRule PAINTERS_ARE_STRANGERS = slices().matching("dev.canvelete.render.paint.(raster|pdf|svg)..")
            .should()
            .notDependOnEachOther()
            .because("each output stands or falls alone");

    @ArchTest
    static final ArchRule ONLY_THE_MODEL_IS_SHARED = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("dev.canvelete.server..", "dev.canvelete.client..", "dev.canvelete.cli.."))
            .because("the renderer is a library of its own");

    @ArchTest
    static final ArchRule THE_WORLD_IS_REACHED_IN_ONE_PLACE = noClasses()
            .that(resideInAPackage("dev.canvelete.render..")
                    .and(DescribedPredicate.not(resideInAPackage("..render.resource.."))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.file.."))
            .because("what a design can reach is decided where its limits are")
            .allowEmptyShould(true);
}
