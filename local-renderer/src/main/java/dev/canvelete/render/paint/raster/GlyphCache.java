package dev.canvelete.render.paint.raster;

import dev.canvelete.render.scene.Typeface;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** The strikes in use, within a budget of bytes: those not used for longest go first. Thread-safe. */
final class GlyphCache {
    private final ConcurrentMap<Key, Strike> strikes = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong uses = new AtomicLong();
    private final long budget;

    private record Key(Typeface typeface, double size) {}

    private record Aged(Key key, long used) {}

    GlyphCache(long budget) {
        this.budget = budget;
    }

    Strike strike(Typeface typeface, double size) {
        if (bytes.get() > budget) {
            shrink();
        }
        Strike strike = strikes.computeIfAbsent(new Key(typeface, size), key -> new Strike(typeface, size, bytes));
        strike.use(uses.incrementAndGet());
        return strike;
    }

    /** Drops strikes down to three quarters of the budget. Who still holds one may go on using it. */
    private synchronized void shrink() {
        List<Aged> oldest = strikes.entrySet().stream()
                .map(each -> new Aged(each.getKey(), each.getValue().used()))
                .sorted(Comparator.comparingLong(Aged::used))
                .toList();
        for (Aged each : oldest) {
            if (bytes.get() <= budget / 4 * 3) {
                return;
            }
            Strike dropped = strikes.remove(each.key);
            if (dropped != null) {
                dropped.drop();
            }
        }
    }
}
