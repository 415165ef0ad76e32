package dev.canvelete.cli.data;

import java.util.Locale;
import java.util.Optional;

/** How records are written. */
public enum DataFormat {
    CSV,
    JSON,
    JSONL;

    /** The format that a file's ending names; also {@code tsv} and {@code ndjson}. */
    static Optional<DataFormat> ofFile(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "csv", "tsv", "txt" -> Optional.of(CSV);
            case "json" -> Optional.of(JSON);
            case "jsonl", "ndjson" -> Optional.of(JSONL);
            default -> Optional.empty();
        };
    }

    /** Whether a file's ending says that it holds many records, and not one. */
    public static boolean namesRows(String file) {
        return ofFile(file).filter(format -> format != JSON).isPresent();
    }

    /** The format of which text starts so: an array is JSON, an object JSON lines, all else CSV. */
    static DataFormat ofStart(char first) {
        return switch (first) {
            case '[' -> JSON;
            case '{' -> JSONL;
            default -> CSV;
        };
    }
}
