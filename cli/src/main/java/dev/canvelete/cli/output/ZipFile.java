package dev.canvelete.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip that appears whole or not at all. Equal files in equal order make equal bytes. Not thread-safe. */
public final class ZipFile implements AutoCloseable {
    /** The earliest time that a zip can tell. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path target;
    private final Path part;
    private final ZipOutputStream zip;

    private ZipFile(Path target, Path part, ZipOutputStream zip) {
        this.target = target;
        this.part = part;
        this.zip = zip;
    }

    /** Begins a zip beside its place. */
    public static ZipFile open(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.resolveSibling(""));
        Path part = part(target, "zip");
        return new ZipFile(
                target, part, new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)));
    }

    /** A place beside a zip for something that is being written. */
    public static Path part(Path zip, String what) {
        return zip.resolveSibling(
                zip.getFileName() + "." + ProcessHandle.current().pid() + "." + what + ".part");
    }

    /** Adds a file, compressed. */
    public void add(String name, Path file) throws IOException {
        begin(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }

    /** Adds a file, stored as it is: pictures and PDFs are compressed already. */
    public void add(String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        if (!name.endsWith(".svg")) {
            CRC32 sum = new CRC32();
            sum.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(sum.getValue());
        }
        begin(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private void begin(ZipEntry entry) throws IOException {
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
    }

    /** Ends the zip and puts it in its place. */
    public void publish() throws IOException {
        zip.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes a zip that was not published. */
    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(part);
    }
}
