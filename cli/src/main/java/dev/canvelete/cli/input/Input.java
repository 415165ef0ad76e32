package dev.canvelete.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignFile;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.json.Json;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.console.Console;
import dev.canvelete.cli.output.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what a command line names: files, {@code -} for the standard input, sample designs by their id. */
public final class Input {
    /** The standard input or output, as a file's name. */
    public static final String STANDARD = "-";

    private final Console console;

    public Input(Console console) {
        this.console = console;
    }

    /**
     * A design.
     *
     * @throws dev.canvelete.api.design.DesignException naming file, line and field of what is wrong with it
     * @throws CommandFailure if there is none of that name
     */
    public Design design(String name) {
        if (isSample(name)) {
            return SampleDesigns.get(name);
        }
        if (!name.equals(STANDARD) && !Files.exists(Path.of(name))) {
            throw new CommandFailure("no design " + name + ": neither a file nor one of the samples "
                    + String.join(", ", SampleDesigns.names()));
        }
        return DesignFile.read(text(name), label(name));
    }

    /** Whether the name is a sample's; a file of that name comes first. */
    public static boolean isSample(String name) {
        return SampleDesigns.names().contains(name) && !Files.exists(Path.of(name));
    }

    /** Where images lie that a design names as files: beside its own file, or else where the command was started. */
    public Path folder(String name) {
        Path beside = name.equals(STANDARD) || isSample(name)
                ? null
                : Path.of(name).toAbsolutePath().getParent();
        return beside == null ? Path.of("").toAbsolutePath() : beside;
    }

    /**
     * A JSON object.
     *
     * @throws CommandFailure naming file and line of what is wrong with it
     */
    public ObjectNode object(String name) {
        JsonNode read;
        try {
            read = Json.mapper().readTree(text(name));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new CommandFailure(label(name) + ":" + line + ": no JSON: " + Json.reason(e), e);
        }
        if (read instanceof ObjectNode object) {
            return object;
        }
        throw new CommandFailure(label(name) + ":1: data is a JSON object, such as {\"name\": \"Ada\"};"
                + " rows of data go to a folder: -o DIR");
    }

    private String text(String name) {
        try {
            return name.equals(STANDARD)
                    ? new String(console.readAll(), UTF_8)
                    : new String(Files.readAllBytes(Path.of(name)), UTF_8);
        } catch (IOException e) {
            throw new CommandFailure(label(name) + " cannot be read: " + OutputFile.reason(e), e);
        }
    }

    private static String label(String name) {
        return name.equals(STANDARD) ? "standard input" : name;
    }
}
