package dev.canvelete.render;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(packages = "dev.canvelete.render", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("dev.canvelete.render.(**)")
            .should()
            .beFreeOfCycles()
            .because("a room that is reached from where it leads has no outside");

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

    @ArchTest
    static final ArchRule NO_HIDDEN_CLOCKS = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the same input gives the same bytes");

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
            .because("such a name says nothing about what is inside");

    @ArchTest
    static final ArchRule FEW_PARAMETERS = constructors()
            .that(DescribedPredicate.describe(
                    "are not of records", c -> !c.getOwner().isRecord()))
            .should(new ArchCondition<JavaConstructor>("take at most 7 parameters") {
                @Override
                public void check(JavaConstructor constructor, ConditionEvents events) {
                    int count = constructor.getRawParameterTypes().size();
                    if (count > 7) {
                        events.add(SimpleConditionEvent.violated(
                                constructor, constructor.getFullName() + " takes " + count));
                    }
                }
            })
            .because("a class that needs more has more than one purpose");
}
