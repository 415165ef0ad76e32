package dev.canvelete.server.design;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignException;
import dev.canvelete.api.design.DesignFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads a folder in which every {@code *.json} is one design. */
public final class DesignFolder {
    private DesignFolder() {}

    /**
     * The folder's designs, in the order of their file names. A design without an id gets its file's name as id. Files
     * called {@code *.data.json} hold data for a design, and are passed over.
     *
     * @throws DesignException naming file, line and field of what is wrong
     * @throws IllegalArgumentException if it is no folder, or a file in it no text
     */
    public static List<Design> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder of designs: " + folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(".json") && !name.endsWith(".data.json");
                    })
                    .sorted()
                    .map(DesignFolder::readFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder, e);
        }
    }

    private static Design readFile(Path file) {
        String name = file.getFileName().toString();
        try {
            Design design = DesignFile.read(Files.readString(file), file.toString());
            if (design.id() != null) {
                return design;
            }
            ObjectNode named = design.source().deepCopy();
            return Design.of(named.put("id", name.substring(0, name.length() - ".json".length())));
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(file + " is no UTF-8 text", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file, e);
        }
    }
}
