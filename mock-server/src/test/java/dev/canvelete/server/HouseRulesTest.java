package dev.canvelete.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
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
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.canvelete.server", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final String WIRING = "dev.canvelete.server";

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("dev.canvelete.server.(**)..")
            .should()
            .beFreeOfCycles()
            .because("a package that can be read alone can be changed alone");

    @ArchTest
    static final ArchRule OURS = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.canvelete..")
                    .and(resideOutsideOfPackages("dev.canvelete.api..", "dev.canvelete.server..")))
            .because("who needs no pixels carries neither fonts nor PDFBox: the renderer is found at run time");

    @ArchTest
    static final ArchRule HTTP_KNOWS_NO_DATABASE = noClasses()
            .that()
            .resideInAPackage("dev.canvelete.server.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.canvelete.server.db..")
            .because("a dialect speaks to services; where they keep things is not its business");

    @ArchTest
    static final ArchRule JDBI_IN_ITS_PLACE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.canvelete.server.db..", WIRING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "org.flywaydb..", "org.h2..", "java.sql..")
            .because("another database is another implementation of three small interfaces");

    @ArchTest
    static final ArchRule SDK_IN_ITS_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.canvelete.server.artifact.s3")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..")
            .because("who keeps files in a folder does not carry the SDK");

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_ARE_GIVEN = noClasses()
            .that()
            .resideOutsideOfPackage(WIRING)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test decides what time it is and which id comes next");

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
            .because("such a name says that nobody knew what the class is for");

    @ArchTest
    static final ArchRule FEW_PARAMETERS = constructors()
            .that()
            .areDeclaredInClassesThat(DescribedPredicate.describe("are no records", type -> !type.isRecord()))
            .should(haveAtMostSevenParameters())
            .because("a class that needs more does more than one thing");

    @ArchTest
    static final ArchRule NULL_MARKED = noClasses()
            .that(DescribedPredicate.describe("lie in a package without @NullMarked", type -> !type.getPackage()
                    .isAnnotatedWith(NullMarked.class)))
            .should(be(DescribedPredicate.alwaysTrue()))
            .allowEmptyShould(true)
            .because("the compiler checks for null only where a package says so");

    private static ArchCondition<JavaConstructor> haveAtMostSevenParameters() {
        return new ArchCondition<>("have at most 7 parameters") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                int count = constructor.getRawParameterTypes().size();
                events.add(new SimpleConditionEvent(
                        constructor, count <= 7, constructor.getFullName() + " has " + count + " parameters"));
            }
        };
    }
}
