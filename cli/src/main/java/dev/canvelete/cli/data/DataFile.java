package dev.canvelete.cli.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Opens records.
 *
 * @param name of the file, for messages
 * @param format null to find it out from the file's ending, else from how it starts
 * @param separator between the fields of CSV; null to find it out
 * @param encoding of the text; a byte order mark is passed over
 */
public record DataFile(
        String name, @Nullable DataFormat format, @Nullable Character separator, Charset encoding) {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int BLANK_START = 1024;

    /** Reads records from a stream, which the reader closes. */
    public RowReader open(InputStream bytes) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                bytes,
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        skipByteOrderMark(text);
        DataFormat known = known();
        return switch (known == null ? DataFormat.ofStart(firstOf(text)) : known) {
            case CSV -> new CsvRows(text, name, separator);
            case JSON -> new JsonRows(text, name);
            case JSONL -> new JsonLines(text, name);
        };
    }

    private @Nullable DataFormat known() {
        return format == null ? DataFormat.ofFile(name).orElse(null) : format;
    }

    private static void skipByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    private static char firstOf(Reader text) throws IOException {
        text.mark(BLANK_START);
        int first = text.read();
        for (int i = 1; i < BLANK_START && first >= 0 && Character.isWhitespace(first); i++) {
            first = text.read();
        }
        text.reset();
        return (char) Math.max(0, first);
    }

    /** How long a file is, in the unit of its rows' positions: characters of JSON, or else lines. */
    public long extent(Path file) throws IOException {
        return known() == DataFormat.JSON ? Files.size(file) : lines(file);
    }

    private static long lines(Path file) throws IOException {
        long lines = 1;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }
}
