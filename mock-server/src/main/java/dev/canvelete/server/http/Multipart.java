package dev.canvelete.server.http;

import dev.canvelete.server.error.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/** A form as {@code multipart/form-data}, which browsers and clients send files in. Kept in memory, so keep it short. */
public final class Multipart implements AutoCloseable {
    private static final int MOST_PARTS = 50;

    private final MultiPartFormData.Parts parts;

    private Multipart(MultiPartFormData.Parts parts) {
        this.parts = parts;
    }

    /**
     * Reads a form.
     *
     * @param contentType of the request, which says where a part ends
     * @throws Refusal if it is no such form, or longer than a body may be
     */
    public static Multipart read(InputStream body, @Nullable String contentType) {
        String boundary = contentType == null ? null : MultiPart.extractBoundary(contentType);
        if (boundary == null) {
            throw Refusal.invalid("", "a form as multipart/form-data with its boundary is right");
        }
        try {
            byte[] all = body.readAllBytes();
            MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
            parser.setMaxParts(MOST_PARTS);
            parser.setMaxMemoryFileSize(BodyLimit.MOST_BYTES);
            parser.setMaxFileSize(BodyLimit.MOST_BYTES);
            return new Multipart(
                    parser.parse(Content.Source.from(ByteBuffer.wrap(all)), Invocable.InvocationType.NON_BLOCKING)
                            .join());
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) {
                throw refusal;
            }
            throw Refusal.invalid("", "the form is malformed");
        }
    }

    /** The text of a field. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(parts.getFirst(name)).map(part -> part.getContentAsString(StandardCharsets.UTF_8));
    }

    /**
     * The bytes of a file, which can be read once.
     *
     * @throws Refusal if there is none of that name
     */
    public byte[] file(String name) {
        MultiPart.Part part = part(name);
        try {
            return BufferUtil.toArray(Content.Source.asByteBuffer(part.getContentSource()));
        } catch (IOException e) {
            throw Refusal.invalid(name, "the file could not be read");
        }
    }

    /** What its sender calls a file; empty if it says nothing. */
    public Optional<String> fileName(String name) {
        return Optional.ofNullable(part(name).getFileName());
    }

    private MultiPart.Part part(String name) {
        MultiPart.Part part = parts.getFirst(name);
        if (part == null) {
            throw Refusal.invalid(name, "a file is right");
        }
        return part;
    }

    @Override
    public void close() {
        parts.close();
    }
}
