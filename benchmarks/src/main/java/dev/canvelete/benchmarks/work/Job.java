package dev.canvelete.benchmarks.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import java.util.List;

/** One line of the table: a design in one format, with records as a batch has them. */
public enum Job {
    BADGE_PNG("badge → PNG", "badge_template", OutputFormat.PNG, Photo.NONE),
    CERTIFICATE_PNG("certificate → PNG", "certificate_template", OutputFormat.PNG, Photo.NONE),
    CERTIFICATE_PDF("certificate → PDF", "certificate_template", OutputFormat.PDF, Photo.NONE),
    CARD_PNG("product card → PNG, one photo for all", "product_card", OutputFormat.PNG, Photo.ONE),
    CARD_PNG_PHOTOS("product card → PNG, another photo in each", "product_card", OutputFormat.PNG, Photo.EACH),
    CARD_JPG("product card → JPG, one photo for all", "product_card", OutputFormat.JPG, Photo.ONE),
    CARD_JPG_PHOTOS("product card → JPG, another photo in each", "product_card", OutputFormat.JPG, Photo.EACH);

    private static final List<String> FIRST =
            List.of("Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Frances", "Ken", "Margaret", "Tony");
    private static final List<String> LAST = List.of(
            "Lovelace", "Hopper", "Turing", "Dijkstra", "Liskov", "Knuth", "Allen", "Thompson", "Hamilton", "Hoare");
    private static final List<String> COURSES =
            List.of("Concurrent Programming on the JVM", "Graph Theory", "Compilers", "A Short History of Algorithms");

    private final String title;
    private final String sample;
    private final OutputFormat format;
    private final Photo photo;

    Job(String title, String sample, OutputFormat format, Photo photo) {
        this.title = title;
        this.sample = sample;
        this.format = format;
        this.photo = photo;
    }

    /** Whether records have a photo of 1600 x 1200 pixels, to be decoded. */
    private enum Photo {
        NONE,
        ONE,
        EACH
    }

    /** What a reader calls it. */
    public String title() {
        return title;
    }

    /** Whether records have a photo, which is most of their data and of the work. */
    public boolean hasPhoto() {
        return photo != Photo.NONE;
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
        String name = FIRST.get(number % 10) + " " + LAST.get(number / 10 % 10);
        ObjectNode data = Json.object();
        switch (sample) {
            case "badge_template" ->
                data.put("name", name)
                        .put("id", "A-" + (1024 + number))
                        .put("title", number % 2 == 0 ? "Engineer" : "Architect")
                        .put("role", number % 3 == 0 ? "Speaker" : "Guest");
            case "certificate_template" ->
                data.put("name", name)
                        .put("course", COURSES.get(number % COURSES.size()))
                        .put("date", "November " + (1 + number % 28) + ", 2026")
                        .put("instructor", "Prof. " + LAST.get(number % 7));
            default ->
                data.put("name", "Trail Runner " + number + ": lightweight waterproof shoe")
                        .put("price", "$" + (100 + number % 90) + ".00")
                        .put("badge", number % 2 == 0 ? "NEW" : "SALE");
        }
        switch (photo) {
            case NONE -> {}
            case ONE -> data.put("image", Photos.dataUrl(0));
            case EACH -> data.put("image", Photos.dataUrl(number));
        }
        return data;
    }
}
