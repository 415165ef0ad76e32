package dev.canvelete.benchmarks.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import java.util.List;

/** One line of the table: a design in one format, with records as a batch has them. */
public enum Job {
    BADGE_PNG("badge → PNG", "badge_template", OutputFormat.PNG, Records.ALL_NEW),
    CERTIFICATE_PNG("certificate → PNG", "certificate_template", OutputFormat.PNG, Records.ALL_NEW),
    CERTIFICATE_PNG_COURSES(
            "certificate → PNG, one of four courses", "certificate_template", OutputFormat.PNG, Records.ALIKE),
    CERTIFICATE_PDF("certificate → PDF", "certificate_template", OutputFormat.PDF, Records.ALL_NEW),
    CARD_PNG("product card → PNG, one photo for all", "product_card", OutputFormat.PNG, Records.ALIKE),
    CARD_PNG_PHOTOS("product card → PNG, another photo in each", "product_card", OutputFormat.PNG, Records.ALL_NEW),
    CARD_JPG("product card → JPG, one photo for all", "product_card", OutputFormat.JPG, Records.ALIKE),
    CARD_JPG_PHOTOS("product card → JPG, another photo in each", "product_card", OutputFormat.JPG, Records.ALL_NEW);

    private static final List<String> COURSES =
            List.of("Concurrent Programming on the JVM", "Graph Theory", "Compilers", "A Short History of Algorithms");

    private final String title;
    private final String sample;
    private final OutputFormat format;
    private final Records records;

    Job(String title, String sample, OutputFormat format, Records records) {
        this.title = title;
        this.sample = sample;
        this.format = format;
        this.records = records;
    }

    /** Whether records have a course or a photo in common, or nothing but the design. */
    private enum Records {
        ALIKE,
        ALL_NEW
    }

    /** What a reader calls it. */
    public String title() {
        return title;
    }

    /** Whether records have a photo, which is most of their data and of the work. */
    public boolean hasPhoto() {
        return sample.equals("product_card");
    }

    /** What is written. */
    public OutputFormat format() {
        return format;
    }

    /** The design, one of the samples. */
    public Design design() {
        return SampleDesigns.get(sample);
    }

    /** The data of a record, the same for the same number. */
    public ObjectNode data(int number) {
        boolean alike = records == Records.ALIKE;
        return switch (sample) {
            case "badge_template" ->
                Json.object()
                        .put("name", Texts.person(number))
                        .put("id", "A-" + (1024 + number))
                        .put("title", number % 2 == 0 ? "Engineer" : "Architect")
                        .put("role", number % 3 == 0 ? "Speaker" : "Guest");
            case "certificate_template" ->
                Json.object()
                        .put("name", Texts.person(number))
                        .put("course", alike ? COURSES.get(number % COURSES.size()) : Texts.course(number))
                        .put("date", Texts.date(number))
                        .put("instructor", Texts.instructor(number));
            default ->
                Json.object()
                        .put("name", "Trail Runner " + number + ": lightweight waterproof shoe")
                        .put("price", "$" + (100 + number % 90) + ".00")
                        .put("badge", number % 2 == 0 ? "NEW" : "SALE")
                        .put("image", Photos.dataUrl(alike ? 0 : number));
        };
    }
}
