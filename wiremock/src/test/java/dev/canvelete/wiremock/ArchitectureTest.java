package dev.canvelete.wiremock;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysFalse;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.canvelete.house.HouseRules;

@AnalyzeClasses(packages = "dev.canvelete.wiremock", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_ARE_GIVEN = HouseRules.timeAndChanceAreGivenBy(alwaysFalse());
}
