package dev.canvelete.benchmarks.queue;

import dev.canvelete.server.MockServer;
import dev.canvelete.server.ServerConfiguration;
import dev.canvelete.server.ServerOptions;
import dev.canvelete.server.db.DatabaseUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server in a process of its own, so that its processor time is nobody else's. For one thread. */
final class ServerProcess implements AutoCloseable {
    private static final String READY = "ready at ";

    private final Process process;
    private final Path data;
    private final URI address;

    private ServerProcess(Process process, Path data, URI address) {
        this.process = process;
        this.data = data;
        this.address = address;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param database PostgreSQL's JDBC URL; empty for a file of H2
     */
    static ServerProcess start(String engine, Optional<String> database) throws IOException {
        Path data = Files.createTempDirectory("canvelete-benchmark");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                engine,
                data.toString()));
        database.ifPresent(command::add);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ServerProcess(process, data, address(process.inputReader()));
    }

    /** Logging may write lines of its own while it is not set up. */
    private static URI address(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()));
            }
        }
        throw new IllegalStateException("the server did not start");
    }

    /** Serves until the input ends: an engine, a data folder, and PostgreSQL's JDBC URL if it is to be used. */
    public static void main(String[] args) throws IOException {
        new ServerConfiguration().startLogging();
        ServerOptions options = ServerOptions.standard().withEngine(args[0]).withDataFolder(Path.of(args[1]));
        try (MockServer server =
                MockServer.start(args.length > 2 ? options.withDatabase(DatabaseUrl.of(args[2])) : options)) {
            System.out.println(READY + server.baseUri());
            while (System.in.read() >= 0) {
                // Whoever started this says nothing.
            }
        }
    }

    URI address() {
        return address;
    }

    /** Processor time that it has taken so far. */
    Duration processorTime() {
        return processorTime(process.toHandle());
    }

    /** Processor time that a process has taken so far, with collecting garbage, compiling, and the kernel's for it. */
    static Duration processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
        delete(data);
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
