package dev.canvelete.client;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.canvelete.client.http.Environment;
import dev.canvelete.house.HouseRules;

@AnalyzeClasses(packages = "dev.canvelete.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_ARE_GIVEN = HouseRules.timeAndChanceAreGivenBy(type(Environment.class));

    @ArchTest
    static final ArchRule KNOWS_ONLY_THE_MODEL = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "other modules of this project",
                    c -> c.getPackageName().startsWith("dev.canvelete")
                            && !c.getPackageName().startsWith("dev.canvelete.client")
                            && !c.getPackageName().startsWith("dev.canvelete.api")))
            .because("people use the client in their own projects");
}
