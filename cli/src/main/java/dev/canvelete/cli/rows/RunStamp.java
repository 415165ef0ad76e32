package dev.canvelete.cli.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.output.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a folder's files were made of the same design with the same options, so that keeping them is right. */
final class RunStamp {
    private static final String FILE = ".canvelete-run";

    private RunStamp() {}

    /**
     * Notes what the folder's files are made of.
     *
     * @param what all that makes files differ, but for the data
     * @throws CommandFailure if files are to be kept that were made of something else
     */
    static void leave(Path folder, String what, boolean resume) {
        Path file = folder.resolve(FILE);
        String stamp = hash(what);
        try {
            if (resume && Files.exists(file) && !Files.readString(file).equals(stamp)) {
                throw new CommandFailure("--resume would mix files: design, options or --name have changed since "
                        + folder + " was filled; leave --resume away to make all files anew");
            }
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read: " + OutputFile.reason(e), e);
        }
        OutputFile.write(file, stamp.getBytes(UTF_8));
    }

    private static String hash(String what) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(what.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
