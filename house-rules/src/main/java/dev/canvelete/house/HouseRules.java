package dev.canvelete.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/**
 * What every module keeps. A module's own test includes them and adds its own:
 *
 * <pre>{@code
 * @ArchTest
 * static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
 *
 * @ArchTest
 * static final ArchRule TIME = HouseRules.timeAndChanceAreGivenBy(type(Environment.class));
 * }</pre>
 */
public final class HouseRules {
    private static final int MOST_PARAMETERS = 7;

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("dev.canvelete.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that can be read alone can be changed alone");

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
            .because("such a name says nothing about what is inside");

    @ArchTest
    static final ArchRule FEW_PARAMETERS = constructors()
            .that()
            .areDeclaredInClassesThat(describe("are no records", type -> !type.isRecord()))
            .should()
            .haveRawParameterTypes(describe("at most " + MOST_PARAMETERS, types -> types.size() <= MOST_PARAMETERS))
            .because("a class that needs more has more than one purpose");

    @ArchTest
    static final ArchRule NULL_MARKED = noClasses()
            .that(describe("lie in a package without @NullMarked", type -> !type.getPackage()
                    .isAnnotatedWith(NullMarked.class)))
            .should(be(alwaysTrue()))
            .allowEmptyShould(true)
            .because("the compiler checks for null only where a package says so");

    private HouseRules() {}

    /**
     * That nothing takes the time, an id or a pause from the machine by itself.
     *
     * @param wiring the classes that hand the machine's own to the others
     */
    public static ArchRule timeAndChanceAreGivenBy(DescribedPredicate<JavaClass> wiring) {
        return noClasses()
                .that(not(wiring))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a test decides what time it is and which id comes next");
    }
}
