package dev.canvelete.client.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects an answer's body and gives up once it is larger than its bound. */
final class LimitedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> collector = BodySubscribers.ofByteArray();
    private final long most;
    private @Nullable Subscription subscription;
    private long received;

    LimitedBody(long most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return collector.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        collector.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received <= most) {
            collector.onNext(buffers);
        } else {
            if (subscription != null) {
                subscription.cancel();
            }
            collector.onError(new IOException("an answer larger than " + most + " bytes"));
        }
    }

    @Override
    public void onError(Throwable error) {
        collector.onError(error);
    }

    @Override
    public void onComplete() {
        collector.onComplete();
    }
}
