package dev.canvelete.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final LimitedBody body = new LimitedBody(5);
    private final CompletableFuture<byte[]> result = body.getBody().toCompletableFuture();

    LimitedBodyTest() {
        body.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {
                cancelled.set(true);
            }
        });
    }

    @Test
    void givesABodyAsLargeAsItMayBe() {
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2, 3}), ByteBuffer.wrap(new byte[] {4, 5})));
        body.onComplete();

        assertThat(result.join()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void givesUpOnALargerOne() {
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2, 3})));
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {4, 5, 6})));

        assertThat(result).isCompletedExceptionally();
        assertThat(cancelled).isTrue();
    }
}
