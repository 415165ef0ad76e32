package dev.canvelete.cli.rows;

import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.data.DataFile;
import dev.canvelete.cli.data.DataFormat;
import dev.canvelete.cli.data.RowReader;
import dev.canvelete.cli.output.OutputFile;
import dev.canvelete.client.files.FileNames;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of commands that make a file of each row of data. */
public final class RowOptions {
    private static final String STANDARD = "-";

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = {"-n", "--name"},
            paramLabel = "TEMPLATE",
            defaultValue = "{{row}}",
            description = "what each row's file is called, such as '{{course}}/{{name}}'; {{row}}, the row's number,"
                    + " unless said. Names are made safe, and unique by -2, -3 …")
    private String name = "{{row}}";

    @Option(names = "--threads", paramLabel = "N", description = "files made at a time; one for each core unless said")
    private @Nullable Integer threads;

    @Option(names = "--zip", paramLabel = "FILE", description = "put all files into a zip, too or in place of -o")
    private @Nullable Path zip;

    @Option(names = "--resume", description = "keep the files that are there and make the others")
    private boolean resume;

    @Option(names = "--fail-fast", description = "end at the first row that fails")
    private boolean failFast;

    @Option(names = "--json", description = "write the summary as JSON")
    private boolean json;

    @Option(
            names = "--data-format",
            paramLabel = "FORMAT",
            description = "csv, json or jsonl, when the file's ending does not say it")
    private @Nullable DataFormat dataFormat;

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            description = "between the fields of CSV; found out from its first line unless said")
    private @Nullable Character separator;

    @Option(names = "--encoding", paramLabel = "NAME", description = "of the data; UTF-8 unless said")
    private String encoding = "UTF-8";

    /** Where the zip goes, if there is to be one. */
    public @Nullable Path zip() {
        return zip;
    }

    boolean resume() {
        return resume;
    }

    boolean json() {
        return json;
    }

    boolean failFast() {
        return failFast;
    }

    /** How many files are made at a time. */
    int threads() {
        int most = 256;
        if (threads != null && (threads < 1 || threads > most)) {
            throw wrong("--threads is " + threads + "; 1 to " + most + " is right");
        }
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** How files are named. */
    FileNames names() {
        try {
            return FileNames.parse(name);
        } catch (IllegalArgumentException e) {
            throw wrong("--name: " + e.getMessage());
        }
    }

    /** The name template as it was written. */
    String nameText() {
        return name;
    }

    /** How the data is to be read. */
    DataFile dataFile(String file) {
        try {
            return new DataFile(
                    file.equals(STANDARD)
                            ? "stdin"
                            : Path.of(file).getFileName().toString(),
                    dataFormat,
                    separator,
                    Charset.forName(encoding));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw wrong("--encoding " + encoding + " is not known; UTF-8 or windows-1252 would be right");
        }
    }

    /**
     * Opens the data.
     *
     * @param standard what {@code -} stands for
     * @throws CommandFailure if it cannot be read
     */
    RowReader open(String file, InputStream standard) {
        try {
            InputStream bytes =
                    file.equals(STANDARD) ? new BufferedInputStream(standard) : Files.newInputStream(Path.of(file));
            return dataFile(file).open(bytes);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static CommandFailure unreadable(String file, IOException problem) {
        return problem instanceof CharacterCodingException
                ? new CommandFailure(
                        file + " is no UTF-8; --encoding says what else it is, such as windows-1252", problem)
                : new CommandFailure(file + " cannot be read: " + OutputFile.reason(problem), problem);
    }

    private ParameterException wrong(String message) {
        if (command == null) {
            throw new IllegalStateException("picocli sets the command");
        }
        return new ParameterException(command.commandLine(), message);
    }
}
