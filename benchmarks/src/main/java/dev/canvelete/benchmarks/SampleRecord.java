package dev.canvelete.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.engine.RenderRecord;

/** One of the sample designs, with data that differs from record to record. */
public enum SampleRecord {
    CERTIFICATE("certificate_template"),
    BADGE("badge_template"),
    PRODUCT_CARD("product_card");

    private final String id;

    SampleRecord(String id) {
        this.id = id;
    }

    /** The design. */
    Design design() {
        return SampleDesigns.get(id);
    }

    /** The data of one record. */
    RenderRecord record(int number) {
        ObjectNode data = SampleDesigns.data(id);
        data.put("name", data.path("name").asText() + " " + number % 1000);
        if (this == BADGE) {
            data.put("id", "A-" + (1000 + number % 9000));
        }
        return RenderRecord.of(data, null);
    }
}
