package dev.canvelete.cli.kill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.canvelete.api.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that serves, until it is killed. */
final class Node implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("ready at (http://\\S+)");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final URI base;

    private Node(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    /** Starts the command in a process of its own, and waits until it is ready. */
    static Node start(Path config) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.canvelete.cli.Main",
                        "serve",
                        "--config",
                        config.toString())
                .redirectError(config.resolveSibling("errors.txt").toFile())
                .start();
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        Matcher ready = ADDRESS.matcher(line == null ? "" : line);
        if (!ready.find()) {
            process.destroyForcibly();
            throw new IllegalStateException("the server does not start: " + line);
        }
        return new Node(process, URI.create(ready.group(1)));
    }

    /** Submits a batch and gives its answer; empty when the process was killed in between. */
    JsonNode post(String path, String body) throws IOException {
        return json(send(request(path).POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    JsonNode get(String path) throws IOException {
        return json(send(request(path)));
    }

    /** A file by its URL, which another process may have given. */
    HttpResponse<byte[]> download(String url) throws IOException {
        return send(request(URI.create(url).getPath()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer cvt_test_enterprise")
                .header("Content-Type", "application/json");
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer + " " + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return Json.mapper().readTree(answer.body()).path("data");
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Kills the process with SIGKILL, which it does not notice. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Lets the process stand still with SIGSTOP, which it does not notice. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets the process go on as if no time had passed. */
    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int failed = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (failed != 0) {
            throw new IOException("kill -" + name + " ended with " + failed);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try {
            process.inputReader().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
