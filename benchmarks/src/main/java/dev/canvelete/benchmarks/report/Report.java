package dev.canvelete.benchmarks.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.canvelete.api.json.Json;
import dev.canvelete.benchmarks.http.HttpBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that one run measured.
 *
 * @param java the version of the JDK
 * @param processors how many it saw
 */
public record Report(String java, int processors, List<Line> lines, HttpBatch http) {
    private static final ObjectMapper MAPPER =
            Json.mapper().copy().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    public Report {
        lines = List.copyOf(lines);
    }

    /** Writes it as JSON. */
    public void write(Path file) throws IOException {
        Files.writeString(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if there is no such file, or it is no report
     */
    public static Report read(Path file) throws IOException {
        Report report = MAPPER.readValue(file.toFile(), Report.class);
        if (report == null) {
            throw new IOException(file + " holds no report");
        }
        return report;
    }
}
