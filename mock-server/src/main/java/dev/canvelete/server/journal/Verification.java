package dev.canvelete.server.journal;

import java.util.List;

/**
 * What came of a verification.
 *
 * @param holds whether there were as many as wanted
 * @param count how many there were
 * @param nearMisses when it does not hold, what came closest, the closest first
 */
public record Verification(boolean holds, long count, List<NearMiss> nearMisses) {
    /**
     * A request that was nearly meant.
     *
     * @param differences what about it was not as wanted, for people
     */
    public record NearMiss(JournalEntry entry, List<String> differences) {}
}
