package dev.canvelete.benchmarks.start;

import dev.canvelete.api.plan.Plan;
import dev.canvelete.server.MockServer;
import dev.canvelete.server.ServerOptions;
import dev.canvelete.server.testing.MockWorld;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The JVM that is measured. It says what is done, with the processor time until then, and waits to be ended. */
final class FreshJvm {
    static final String SERVER = "server";
    static final String NOTHING = "nothing";
    static final String STARTED = "started after ";
    static final String DONE = "done after ";

    private FreshJvm() {}

    /** Does that. */
    public static void main(String[] args) throws IOException {
        if (args[0].equals(SERVER)) {
            MockServer server = MockServer.start(ServerOptions.standard().withEngine("placeholder"));
            say(STARTED);
            submit(MockWorld.open(server, Plan.FREE));
        }
        say(DONE);
        while (System.in.read() >= 0) {
            // Whoever started this says nothing.
        }
        Runtime.getRuntime().halt(0);
    }

    private static void say(String what) {
        System.out.println(
                what + ProcessHandle.current().info().totalCpuDuration().orElseThrow());
    }

    /** With the JDK's oldest client, which costs least. */
    private static void submit(MockWorld world) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(world.baseUri() + "/v1/render/batch").toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Authorization", "Bearer " + world.apiKey());
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection
                .getOutputStream()
                .write("{\"renders\":[{\"templateId\":\"badge_template\"}]}".getBytes(StandardCharsets.UTF_8));
        try (InputStream answer = connection.getInputStream()) {
            answer.readAllBytes();
        }
    }
}
