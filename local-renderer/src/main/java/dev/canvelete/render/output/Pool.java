package dev.canvelete.render.output;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/** Things that are costly to make and serve one thread at a time. Thread-safe. */
final class Pool<T> {
    /** About as many as there are threads that render. */
    private static final int KEPT = 64;

    private final ArrayBlockingQueue<T> idle = new ArrayBlockingQueue<>(KEPT);
    private final Supplier<T> maker;

    Pool(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Lends one for a piece of work. What fails while it is lent is not lent again. */
    <R> R with(Function<T, R> work) {
        T known = idle.poll();
        T lent = known == null ? maker.get() : known;
        R result = work.apply(lent);
        boolean unused = idle.offer(lent);
        return result;
    }
}
