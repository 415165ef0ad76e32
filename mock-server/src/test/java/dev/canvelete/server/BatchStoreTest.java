package dev.canvelete.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.canvelete.api.error.ApiError;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.BatchState;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.api.render.RenderStatus;
import dev.canvelete.server.artifact.DownloadUrls;
import dev.canvelete.server.batch.BatchStore;
import dev.canvelete.server.batch.BatchStore.Ending;
import dev.canvelete.server.batch.NewBatch;
import dev.canvelete.server.batch.RenderEnd;
import dev.canvelete.server.batch.RenderJob;
import dev.canvelete.server.batch.RenderOutcome;
import dev.canvelete.server.clock.ControllableClock;
import dev.canvelete.server.clock.WorldClocks;
import dev.canvelete.server.db.Database;
import dev.canvelete.server.db.DatabaseUrl;
import dev.canvelete.server.signal.Signals;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What several machines do to the queue, one after the other. */
@ParameterizedClass
@EnumSource
class BatchStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-14T09:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final RenderOutcome DONE = new RenderOutcome.Completed(1, 1, 1, 1, List.of(), "digest", null, false);
    private static final RenderOutcome FAILED = new RenderOutcome.Failed(ApiError.of(ErrorCode.RENDER_FAILED, "no"));

    private final Database database;
    private final BatchStore store;

    BatchStoreTest(TestDatabase database) {
        this.database = new Database(
                database.options()
                        .database()
                        .orElseGet(() -> DatabaseUrl.inMemory(UUID.randomUUID().toString())),
                Signals.create());
        this.database.open();
        this.store = this.database.batches(new DownloadUrls(() -> URI.create("http://localhost")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void insert(String batch, int renders) {
        store.insert(new NewBatch(
                batch,
                "account",
                null,
                NOW,
                IntStream.range(0, renders)
                        .mapToObj(
                                i -> new NewBatch.NewRender(batch + i, RenderRequest.ofTemplate("badge"), null, false))
                        .toList()));
    }

    private List<RenderJob> claim(int most) {
        return store.claim(most, new WorldClocks(new ControllableClock(InstantSource.fixed(NOW))), LEASE);
    }

    private static RenderEnd end(RenderJob job, RenderOutcome outcome) {
        return new RenderEnd(job, outcome, NOW);
    }

    @Test
    void claimsTheOldestFirstAndEachOnce() {
        insert("a", 3);
        insert("b", 2);

        assertThat(claim(2)).extracting(RenderJob::renderId).containsExactly("a0", "a1");
        assertThat(claim(9)).extracting(RenderJob::renderId).containsExactly("a2", "b0", "b1");
        assertThat(claim(9)).isEmpty();
    }

    @Test
    void aRequestIsTheSameForWhoeverClaimsIt() {
        String picture = "x".repeat(5_000);
        List<RenderRequest> requests = List.of(
                RenderRequest.ofTemplate("badge").data("name", "Ada").data("picture", picture),
                RenderRequest.ofTemplate("badge").element("photo", Map.of("src", picture)),
                RenderRequest.ofDesign("card").data("picture", picture + picture));
        store.insert(new NewBatch(
                "a",
                "account",
                null,
                NOW,
                IntStream.range(0, 3)
                        .mapToObj(i -> new NewBatch.NewRender("a" + i, requests.get(i), null, false))
                        .toList()));

        List<RenderJob> fromMemory = claim(3);
        store.giveBack(fromMemory);
        List<RenderJob> fromTheDatabase = claim(3);

        assertThat(fromMemory).extracting(RenderJob::request).isEqualTo(requests);
        assertThat(fromTheDatabase).extracting(RenderJob::request).isEqualTo(requests);
    }

    @Test
    void rendersOfSeveralBatchesEndTogetherAndTheLastOfEachClosesIt() {
        insert("a", 2);
        insert("b", 2);
        List<RenderJob> jobs = claim(4);

        List<Ending> first = store.finish(List.of(end(jobs.get(2), DONE), end(jobs.get(0), FAILED)));
        List<Ending> second = store.finish(List.of(end(jobs.get(3), FAILED), end(jobs.get(1), FAILED)));

        assertThat(first).containsExactly(Ending.RENDER, Ending.RENDER);
        assertThat(second).containsExactly(Ending.BATCH, Ending.BATCH);
        assertThat(store.find("account", "a"))
                .get()
                .extracting(BatchState::status, BatchState::completedRenders, BatchState::failedRenders)
                .containsExactly(RenderStatus.FAILED, 0, 2);
        assertThat(store.find("account", "b"))
                .get()
                .extracting(BatchState::status, BatchState::completedRenders, BatchState::failedRenders)
                .containsExactly(RenderStatus.COMPLETED, 1, 1);
    }

    @Test
    void whatWasTakenOverIsLeftAloneAmongOthersThatEnd() {
        insert("a", 2);
        List<RenderJob> paused = claim(2);
        store.releaseAll();
        store.requeue(paused.get(0));
        List<RenderJob> taken = claim(2);

        assertThat(store.finish(List.of(end(paused.get(0), DONE), end(paused.get(1), DONE))))
                .containsExactly(Ending.NOTHING, Ending.RENDER);
        assertThat(taken).extracting(RenderJob::renderId, RenderJob::attempt).containsExactly(tuple("a0", 2));
        assertThat(store.finish(List.of(end(taken.get(0), FAILED)))).containsExactly(Ending.BATCH);
        assertThat(store.finish(List.of(end(paused.get(0), DONE)))).containsExactly(Ending.NOTHING);
        assertThat(store.find("account", "a")).get().satisfies(batch -> assertThat(batch.completedRenders())
                .isEqualTo(1));
    }

    @Test
    void whatIsGivenBackIsAsIfItHadNotBeenClaimed() {
        insert("a", 2);
        List<RenderJob> claimed = claim(2);

        store.giveBack(claimed.subList(1, 2));

        assertThat(store.find("account", "a").orElseThrow().renders())
                .extracting(render -> render.status(), render -> render.startedAt())
                .containsExactly(tuple(RenderStatus.PROCESSING, NOW), tuple(RenderStatus.QUEUED, null));
        assertThat(claim(2)).extracting(RenderJob::renderId, RenderJob::attempt).containsExactly(tuple("a1", 1));
    }
}
