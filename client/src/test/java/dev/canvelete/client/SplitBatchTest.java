package dev.canvelete.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderResult;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class SplitBatchTest {
    @RepeatedTest(100)
    void comesBackInTheOrderOfTheListHoweverItIsSplit(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        int count = random.nextInt(200);
        BatchOptions options =
                BatchOptions.standard().withBatchSize(1 + random.nextInt(30)).withParallelism(1 + random.nextInt(6));
        FakeService service = new FakeService(random.nextLong());
        List<RenderRequest> renders = IntStream.range(0, count)
                .mapToObj(n -> RenderRequest.ofDesign("d").data("n", n))
                .toList();

        try (CanveleteClient client = CanveleteClient.builder()
                .apiKey("k")
                .baseUrl("http://service.example")
                .transport(service)
                .environment(new FakeTime().environment())
                .build()) {
            BatchResults results = client.render().batch(renders, options);

            assertThat(results)
                    .extracting(RenderResult::renderId)
                    .containsExactlyElementsOf(IntStream.range(0, count)
                            .mapToObj(n -> "render_" + n)
                            .toList());
            assertThat(service.mostUnderWay()).isLessThanOrEqualTo(options.parallelism());
        }
    }
}
