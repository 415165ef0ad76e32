package dev.canvelete.server.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TurnsTest {
    @Test
    void onH2OneFollowsTheOther() throws InterruptedException {
        Turns turns = new Turns(false);
        List<String> seen = new CopyOnWriteArrayList<>();
        Thread second = new Thread(() -> turns.take(() -> seen.add("the second")));
        turns.take(() -> {
            second.start();
            while (second.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            // Whoever has the turn may begin a transaction within.
            return turns.take(() -> seen.add("the first"));
        });
        second.join();
        assertThat(seen).containsExactly("the first", "the second");
    }

    @Test
    void onPostgresqlNobodyWaits() throws InterruptedException {
        Turns turns = new Turns(true);
        CyclicBarrier together = new CyclicBarrier(2);
        List<String> seen = new CopyOnWriteArrayList<>();
        Thread second = new Thread(() -> turns.take(() -> met(together, seen)));
        second.start();
        turns.take(() -> met(together, seen));
        second.join();
        assertThat(seen).hasSize(2);
    }

    private static boolean met(CyclicBarrier together, List<String> seen) {
        try {
            together.await();
            return seen.add("met");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
