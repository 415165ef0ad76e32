package dev.canvelete.server.http.documented;

import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.server.artifact.Artifact;
import dev.canvelete.server.batch.Downloads;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The finished files of a batch as a zip, written while it is sent. A file is called after its place in the batch and its
 * design, {@code 003-badge_template.png}; what is not finished, or kept no longer, is left out.
 */
record BatchArchive(List<RenderResult> renders, Downloads downloads) implements StreamingOutput {
    private static final int LONGEST_NAME = 100;

    @Override
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (int i = 0; i < renders.size(); i++) {
            RenderResult render = renders.get(i);
            OutputFormat format = render.format();
            Optional<Artifact> file = format == null ? Optional.empty() : downloads.find(render.renderId(), format);
            if (format != null && file.isPresent()) {
                // Every other format is compressed already.
                zip.setLevel(format == OutputFormat.SVG ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
                zip.putNextEntry(entry(i, render, format));
                file.get().copyTo(zip, 0, file.get().size());
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private static ZipEntry entry(int index, RenderResult render, OutputFormat format) {
        ZipEntry entry = new ZipEntry(String.format(
                Locale.ROOT, "%03d-%s.%s", index + 1, safe(String.valueOf(render.designId())), format.extension()));
        if (render.completedAt() != null) {
            // In UTC, whatever zone the machine is in; the format has no zones.
            entry.setTimeLocal(render.completedAt().atOffset(ZoneOffset.UTC).toLocalDateTime());
        }
        return entry;
    }

    /** Nothing that a file system takes for anything but a name. */
    private static String safe(String designId) {
        String safe = designId.replaceAll("[^A-Za-z0-9_-]", "_");
        return safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
    }
}
