package dev.canvelete.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.api.render.RenderStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of each render of a list, to be kept beside the files. With it {@link RenderService#resume} renders only
 * what is missing. Immutable.
 *
 * @param entries in the order of the list
 */
public record BatchManifest(List<Entry> entries) {
    private static final RenderResult MISSING = new RenderResult(
            "", RenderStatus.QUEUED, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public BatchManifest {
        entries = List.copyOf(entries);
    }

    /**
     * One render.
     *
     * @param index in the list, from 0
     * @param request a fingerprint of what was asked for, so that a changed request is rendered again
     * @param file where it was saved, below the folder and with {@code /}; null if it was not
     */
    public record Entry(
            int index,
            String request,
            RenderResult result,
            @Nullable String file) {}

    /**
     * Reads a manifest that {@link #writeJson} wrote.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static BatchManifest read(Path file) {
        try {
            return Json.mapper().readValue(Files.readAllBytes(file), BatchManifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is no manifest", e);
        }
    }

    /** The result of a request of the same list; one that is queued, if there is none to be had again. */
    RenderResult result(int index, RenderRequest request) {
        Entry entry = index < entries.size() ? entries.get(index) : null;
        return entry != null && entry.request().equals(fingerprint(request)) ? entry.result() : MISSING;
    }

    /** Writes all of it, to be read again. */
    public void writeJson(Path file) {
        write(file, Json.tree(this).toPrettyString() + "\n");
    }

    /** Writes a table for people: index, file, status, downloadUrl, error. */
    public void writeCsv(Path file) {
        String head = "index,renderId,file,status,bytes,downloadUrl,error\n";
        write(file, entries.stream().map(BatchManifest::line).collect(Collectors.joining("", head, "")));
    }

    private static void write(Path file, String text) {
        try {
            AtomicFile.write(file, part -> Files.writeString(part, text));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String line(Entry entry) {
        RenderResult result = entry.result();
        ApiError error = result.error();
        return Stream.of(
                                entry.index(),
                                result.renderId(),
                                text(entry.file()),
                                result.status().wireName(),
                                text(result.fileSize()),
                                text(result.downloadUrl()),
                                error == null ? "" : error.code() + ": " + error.message())
                        .map(BatchManifest::quoted)
                        .collect(Collectors.joining(","))
                + "\n";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** A field as RFC 4180 has it. */
    private static String quoted(Object value) {
        String text = value.toString();
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    static String fingerprint(RenderRequest request) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Json.mapper().writeValueAsString(request).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the request cannot be written as JSON: " + e.getOriginalMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
