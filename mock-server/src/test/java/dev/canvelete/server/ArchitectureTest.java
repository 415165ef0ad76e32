package dev.canvelete.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.canvelete.house.HouseRules;

@AnalyzeClasses(packages = "dev.canvelete.server", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String WIRING = "dev.canvelete.server";

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_ARE_GIVEN = HouseRules.timeAndChanceAreGivenBy(resideInAPackage(WIRING));

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
}
