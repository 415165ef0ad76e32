package dev.canvelete.client;

import static dev.canvelete.api.render.OutputFormat.PDF;
import static dev.canvelete.api.render.OutputFormat.PNG;

import dev.canvelete.api.plan.Plan;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The examples of the Javadoc, compiled with the tests. */
final class Examples {
    private Examples() {}

    static void client() {
        // @start region="client"
        try (CanveleteClient client = CanveleteClient.of("cvt_test_teams", "http://localhost:8080")) {
            BatchResults results = client.render()
                    .batch(List.of(
                            RenderRequest.of("certificate_template").format(PDF).data("name", "Alice"),
                            RenderRequest.of("certificate_template").format(PDF).data("name", "Bob")));
            client.render().download(results.get(0), Path.of("alice.pdf"));
        }
        // @end
    }

    record Person(String name, String course) {}

    static void batch(CanveleteClient client, List<Person> people) {
        // @start region="batch"
        List<RenderRequest> renders = people.stream()
                .map(person ->
                        RenderRequest.of("certificate_template").format(PDF).data(person))
                .toList();
        client.render().batch(renders).throwIfAnyFailed().downloadAll(Path.of("certificates"), "{{course}}/{{name}}");
        // @end
    }

    static void results(CanveleteClient client, List<RenderRequest> renders) {
        // @start region="results"
        BatchResults results = client.render().batch(renders).retryFailed();
        BatchManifest manifest = results.downloadAll(Path.of("cards"), "{{name}}");
        manifest.writeCsv(Path.of("cards/manifest.csv"));
        manifest.writeJson(Path.of("cards/manifest.json"));
        for (RenderResult failed : results.failed()) {
            System.err.println(failed.renderId() + ": " + failed.error());
        }
        // @end
    }

    static void submit(CanveleteClient client, List<RenderRequest> renders) {
        // @start region="submit"
        SubmittedBatch batch = client.render().submit(renders);
        batch.onProgress(state -> System.out.println(state.completedRenders() + " of " + state.totalRenders()));
        BatchResults results = batch.await(Duration.ofMinutes(5));
        BatchState state = results.batches().get(0);
        // @end
        System.out.println(state.completedAt());
    }

    static void batchAll(CanveleteClient client, Stream<Person> millions) {
        // @start region="batchAll"
        BatchOptions options = BatchOptions.standard().withPlan(Plan.ENTERPRISE).withParallelism(8);
        Stream<RenderRequest> renders = millions.map(
                person -> RenderRequest.of("badge_template").format(PNG).data(person));
        try (Stream<RenderResult> results = client.render().batchAll(renders, options)) {
            results.forEach(result -> System.out.println(result.status() + " " + result.downloadUrl()));
        }
        // @end
    }
}
