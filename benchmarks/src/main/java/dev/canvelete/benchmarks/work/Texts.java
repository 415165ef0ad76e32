package dev.canvelete.benchmarks.work;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Texts as lists of people and courses have them. A name or a course does not come again for some hundred numbers, long
 * after whatever keeps what came lately has forgotten it.
 */
final class Texts {
    private static final List<String> FIRST = List.of(
            "Ada",
            "Grace",
            "Alan",
            "Edsger",
            "Barbara",
            "Donald",
            "Frances",
            "Ken",
            "Margaret",
            "Tony",
            "Ingrid",
            "José",
            "Wanjiru",
            "Léa",
            "Mehmet",
            "Zofia",
            "Oluwaseun",
            "Jürgen",
            "Priya",
            "Björn",
            "Katarzyna",
            "Li",
            "Chiara",
            "Mateusz",
            "Aoife",
            "Dmitri",
            "Yasmin",
            "Noël",
            "Guadalupe");
    private static final List<String> LAST = List.of(
            "Lovelace",
            "Hopper",
            "Turing",
            "Dijkstra",
            "Liskov",
            "Knuth",
            "Allen",
            "Thompson",
            "Hamilton",
            "Hoare",
            "Müller",
            "García",
            "Nguyen",
            "O'Sullivan",
            "Kowalczyk",
            "van den Berg",
            "Okonkwo",
            "Papadopoulos",
            "Ferreira",
            "Çelik",
            "Svensson",
            "Rossi",
            "Chatterjee",
            "Ng",
            "Dubois",
            "Yamamoto",
            "Horváth",
            "Mbeki",
            "Whitfield-Jones",
            "Kuznetsova",
            "Haddad");
    private static final List<String> SUBJECTS = List.of(
            "Graph Theory",
            "Compilers",
            "Concurrent Programming",
            "Beekeeping",
            "First Aid",
            "Bookkeeping",
            "Number Theory",
            "Food Hygiene",
            "Project Management",
            "Welding",
            "Statistics",
            "Fire Safety",
            "Relational Databases",
            "Public Speaking",
            "Organic Chemistry",
            "Photography",
            "Labour Law",
            "Machine Learning",
            "Sign Language",
            "Soil Science",
            "Wine Tasting",
            "Accounting",
            "Fluid Dynamics");
    private static final List<String> KINDS = List.of(
            "%s",
            "Advanced %s",
            "%s in Practice",
            "A Short History of %s",
            "Introduction to %s",
            "%s for Teachers",
            "Topics in %s",
            "%s II",
            "%s Made Easy",
            "Essentials of %s",
            "Modern %s",
            "%s on a Budget",
            "Applied %s",
            "%s at Work",
            "%s for All",
            "Foundations of %s");
    private static final LocalDate EARLIEST = LocalDate.of(2024, 1, 8);
    private static final int DAYS = 1001;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

    private Texts() {}

    /** A name; 899 numbers in a row have different ones. */
    static String person(int number) {
        return FIRST.get(number % FIRST.size()) + " " + LAST.get(number % LAST.size());
    }

    /** One who teaches. */
    static String instructor(int number) {
        return "Prof. " + person(7 * number + 3);
    }

    /** A course; 368 numbers in a row have different ones. */
    static String course(int number) {
        return String.format(Locale.ROOT, KINDS.get(number % KINDS.size()), SUBJECTS.get(number % SUBJECTS.size()));
    }

    /** One of some thousand days. */
    static String date(int number) {
        return DATE.format(EARLIEST.plusDays(number * 37L % DAYS));
    }
}
