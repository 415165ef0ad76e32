package dev.canvelete.benchmarks;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.canvelete.house.HouseRules;

@AnalyzeClasses(
        packages = "dev.canvelete.benchmarks",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.OursOnly.class})
class ArchitectureTest {
    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    /** JMH writes classes beside ours. */
    static final class OursOnly implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/jmh_generated/");
        }
    }
}
