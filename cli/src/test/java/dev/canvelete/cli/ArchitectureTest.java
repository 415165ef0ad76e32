package dev.canvelete.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveSimpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.canvelete.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsEnginesByTheirContract = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.canvelete.render..")
            .because("engines are found on the class path");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.canvelete.(**)").should().beFreeOfCycles().because("each package is read alone");

    @ArchTest
    static final ArchRule timeAndChanceAreGiven = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests move the clock themselves");

    @ArchTest
    static final ArchRule namesSayWhat = classes()
            .should(never(haveSimpleNameEndingWith("Util")))
            .andShould(never(haveSimpleNameEndingWith("Utils")))
            .andShould(never(haveSimpleNameEndingWith("Helper")))
            .andShould(never(haveSimpleNameEndingWith("Manager")))
            .andShould(never(haveSimpleNameEndingWith("Impl")))
            .because("such a name tells nothing");

    @ArchTest
    static final ArchRule constructorsStaySmall = constructors()
            .that()
            .areDeclaredInClassesThat(describe("are no records", c -> !c.isRecord()))
            .should()
            .haveRawParameterTypes(describe("at most 7", types -> types.size() <= 7))
            .because("a class that needs more does too much");

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes()
            .that(simpleName("package-info"))
            .should()
            .beAnnotatedWith(NullMarked.class)
            .because("null is part of a type");
}
