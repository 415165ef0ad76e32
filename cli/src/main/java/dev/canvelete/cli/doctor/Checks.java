package dev.canvelete.cli.doctor;

import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.cli.engine.Engines;
import dev.canvelete.cli.output.OutputFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is looked at. */
final class Checks {
    private static final int OLDEST_JAVA = 21;
    private static final long LEAST_MEGABYTES = 200;

    private Checks() {}

    static Check java() {
        int version = Runtime.version().feature();
        String message = "Java " + Runtime.version() + " in " + System.getProperty("java.home");
        return version >= OLDEST_JAVA
                ? new Check("java", true, message)
                : new Check("java", false, message + "; " + OLDEST_JAVA + " or newer is needed: set JAVA_HOME");
    }

    static Check memory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        String message = megabytes + " MB for the heap, " + Runtime.getRuntime().availableProcessors() + " processors";
        return megabytes >= LEAST_MEGABYTES
                ? new Check("memory", true, message)
                : new Check("memory", false, message + "; CANVELETE_JAVA_OPTS=-Xmx512m gives more");
    }

    /** Draws a sample, which needs engine, fonts and, for PNG, the encoder. */
    static Check engine() {
        String sample = SampleDesigns.names().get(0);
        try (RenderEngine engine = Engines.create("local", EngineSettings.standard())) {
            byte[] drawn = engine.render(
                            SampleDesigns.get(sample),
                            RenderOptions.of(OutputFormat.PNG),
                            RenderRecord.of(SampleDesigns.data(sample), null))
                    .bytes();
            return new Check(
                    "engine",
                    true,
                    "local draws, " + engine.fontFamilies().size() + " font families, " + sample + " has "
                            + drawn.length / 1024 + " kB");
        } catch (RenderException | RuntimeException e) {
            return new Check("engine", false, "local does not draw: " + e.getMessage() + "; build anew");
        }
    }

    static Check port(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return new Check("port", true, port + " is free");
        } catch (IOException | IllegalArgumentException e) {
            return new Check(
                    "port", false, port + " cannot be had: " + e.getMessage() + "; serve --port N takes another");
        }
    }

    /** A folder, or the nearest one above it that is there, must let files be written. */
    static Check folder(String name, Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            Files.delete(Files.createTempFile(there, ".canvelete-", ".tmp"));
            long free = Files.getFileStore(there).getUsableSpace() >> 20;
            return new Check(name, true, folder + " can be written, " + free + " MB free");
        } catch (IOException e) {
            return new Check(name, false, folder + " cannot be written: " + OutputFile.reason(e));
        }
    }
}
