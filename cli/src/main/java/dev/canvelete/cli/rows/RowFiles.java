package dev.canvelete.cli.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.canvelete.api.render.Warning;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.output.OutputFile;
import dev.canvelete.cli.output.OutputFolder;
import dev.canvelete.cli.output.ZipFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows' files go: a folder, a zip, or both, with the manifest beside them. {@link #keep} and {@link #write}
 * may be called from many threads, the rest from one.
 */
public final class RowFiles implements AutoCloseable {
    private final @Nullable OutputFolder folder;
    private final @Nullable ZipFile zip;
    private final Path manifestPart;
    private final Manifest manifest;
    private final boolean resume;

    private RowFiles(@Nullable OutputFolder folder, @Nullable ZipFile zip, Path manifestPart, boolean resume)
            throws IOException {
        this.folder = folder;
        this.zip = zip;
        this.resume = resume;
        this.manifestPart = manifestPart;
        this.manifest = new Manifest(Files.newBufferedWriter(manifestPart, UTF_8));
    }

    /**
     * Opens what is asked for.
     *
     * @param root the folder; null for none
     * @param zipFile the zip; null for none
     * @param resume whether files that are there are kept
     * @throws CommandFailure if it cannot be written to
     */
    public static RowFiles open(@Nullable Path root, @Nullable Path zipFile, boolean resume) {
        try {
            ZipFile zip = zipFile == null ? null : ZipFile.open(zipFile);
            if (root != null) {
                OutputFolder folder = OutputFolder.open(root);
                return new RowFiles(folder, zip, folder.part(), resume);
            }
            if (zipFile != null) {
                return new RowFiles(null, zip, ZipFile.part(zipFile.toAbsolutePath(), "manifest"), resume);
            }
        } catch (IOException e) {
            throw new CommandFailure(
                    (zipFile == null ? root : zipFile) + " cannot be written to: " + OutputFile.reason(e), e);
        }
        throw new IllegalArgumentException("files go to a folder, a zip, or both");
    }

    /** The outcome for a row whose file is there from an earlier run; empty when it has to be made. */
    public Optional<RowOutcome> keep(NamedRow row) throws IOException {
        if (!resume || folder == null || !Files.isRegularFile(folder.path(row.file()))) {
            return Optional.empty();
        }
        Path file = folder.path(row.file());
        return Optional.of(RowOutcome.kept(row, zip == null ? null : Files.readAllBytes(file), Files.size(file)));
    }

    /** Writes a row's file. */
    public RowOutcome write(NamedRow row, byte[] bytes, List<Warning> warnings) throws IOException {
        if (folder != null) {
            folder.write(row.file(), bytes);
        }
        return RowOutcome.written(row, zip == null ? null : bytes, bytes.length, warnings);
    }

    /** Adds a row to zip and manifest; called in the rows' order. */
    void account(RowOutcome outcome) throws IOException {
        byte[] content = outcome.content();
        if (zip != null && content != null) {
            zip.add(outcome.row().file(), content);
        }
        manifest.add(outcome);
    }

    /**
     * Puts manifest and zip in their places.
     *
     * @param whole whether the last row was reached; without it there is no zip
     */
    void publish(boolean whole) throws IOException {
        manifest.close();
        if (zip != null && whole) {
            zip.add(Manifest.FILE, manifestPart);
            zip.publish();
        }
        if (folder != null) {
            folder.publish(manifestPart, Manifest.FILE);
        }
    }

    /** Removes what was not put in its place. */
    @Override
    public void close() throws IOException {
        manifest.close();
        Files.deleteIfExists(manifestPart);
        if (zip != null) {
            zip.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
