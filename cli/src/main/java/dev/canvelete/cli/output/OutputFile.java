package dev.canvelete.cli.output;

import dev.canvelete.cli.console.CommandFailure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Writes files that appear whole or not at all. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * Writes a file beside its place and moves it there; its folder is made.
     *
     * @throws CommandFailure if it cannot be written
     */
    public static void write(Path target, byte[] bytes) {
        Path absolute = target.toAbsolutePath();
        Path part = absolute.resolveSibling(
                absolute.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Path folder = absolute.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try {
                Files.write(part, bytes);
                Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new CommandFailure(target + " cannot be written: " + reason(e), e);
        }
    }

    /** Why a file operation failed, without the file's name, which most messages consist of. */
    public static String reason(IOException e) {
        String kind = e.getClass()
                .getSimpleName()
                .replaceFirst("Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return e instanceof FileSystemException file && file.getReason() != null ? file.getReason() : kind;
    }
}
