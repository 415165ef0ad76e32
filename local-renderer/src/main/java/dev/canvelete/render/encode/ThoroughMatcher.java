package dev.canvelete.render.encode;

import java.util.Arrays;
import java.util.List;

/**
 * Finds a cheap way through each row at given prices of symbols, unit by unit, and thereby the filter with which a row is
 * cheapest. For rows that are compressed once and used often; each is matched once. Not thread-safe.
 */
final class ThoroughMatcher {
    /** How many places with the same units are looked at. */
    private static final int CHAIN = 4;

    /** A run so long is taken whole. */
    private static final int LONG_RUN = 48;

    /** Rows below can refer to what comes as it is, and seldom to differences, which must be so much cheaper. */
    private static final float PRICE_OF_DIFFERENCES = 1.25F;

    private final SymbolPrices prices;
    private final Rows rows;
    private final int[] units;
    private final int width;
    private final int unitBytes;
    private final int least;
    private final int key;

    private final UnitIndex index;
    private final float[] cost;
    private final int[] lengths;
    private final int[] distances;

    /** The places of the row that were entered last. */
    private final int[] entered;

    private int enteredCount;

    ThoroughMatcher(Rows rows, SymbolPrices prices) {
        this.prices = prices;
        this.rows = rows;
        this.units = rows.units();
        this.width = rows.width();
        this.unitBytes = rows.unitBytes();
        this.least = (DeflateSymbols.MIN_MATCH + unitBytes - 1) / unitBytes;
        key = unitBytes == 1 ? 3 : 2;
        index = new UnitIndex(key);
        cost = new float[width + 1];
        lengths = new int[width + 1];
        distances = new int[width + 1];
        entered = new int[width];
        index.clear(rows.end());
    }

    /** Hands the tokens to the block. */
    void match(DeflateBlock block) {
        for (int y = 0; y < rows.count(); y++) {
            search(y);
            hand(y, block);
        }
    }

    /** The same with each row taken from the one of the ways in which it costs least. */
    void choose(List<Rows> ways, DeflateBlock block) {
        for (int y = 0; y < rows.count(); y++) {
            take(cheapest(ways, y), y);
            search(y);
            hand(y, block);
        }
    }

    private Rows cheapest(List<Rows> ways, int y) {
        Rows cheapest = rows;
        float least = Float.MAX_VALUE;
        for (Rows way : ways) {
            take(way, y);
            search(y);
            forget(y);
            float price = way.filters()[y] == PngFilter.NONE.code ? price(y) : PRICE_OF_DIFFERENCES * price(y);
            if (price < least) {
                least = price;
                cheapest = way;
            }
        }
        return cheapest;
    }

    private void take(Rows way, int y) {
        rows.filters()[y] = way.filters()[y];
        System.arraycopy(way.units(), way.at(y), units, rows.at(y), width);
    }

    private float price(int y) {
        byte filter = rows.filters()[y];
        boolean goesOn = y > 0 && filter == rows.filters()[y - 1];
        return cost[width] + (goesOn ? 0 : prices.literal(filter));
    }

    private void search(int y) {
        int start = rows.at(y);
        enteredCount = 0;
        Arrays.fill(cost, Float.MAX_VALUE);
        cost[0] = 0;
        int runEnd = 0;
        for (int x = 0; x < width; x++) {
            int at = start + x;
            if (cost[x] == Float.MAX_VALUE) {
                continue;
            }
            // Found once for all places in it: a row may be one run, and reached at hundreds of them.
            runEnd = x < runEnd ? runEnd : x + run(at, start, start + width);
            int run = runEnd - x;
            if (run >= LONG_RUN) {
                relax(x, run, unitBytes);
                enter(at, x);
                continue;
            }
            offer(x, x + 1, cost[x] + prices.unit(units[at], unitBytes), 0, 0);
            candidates(y, x, run);
        }
    }

    private void enter(int at, int x) {
        entered[enteredCount++] = at;
        if (x + key <= width) {
            index.add(units, at);
        }
    }

    /** Takes back what the search of a row entered, the last first. */
    private void forget(int y) {
        int end = rows.at(y + 1);
        while (enteredCount > 0) {
            int at = entered[--enteredCount];
            if (at + key <= end) {
                index.remove(units, at);
            }
        }
    }

    private int run(int at, int start, int end) {
        int i = at;
        while (i > start && i < end && units[i] == units[i - 1]) {
            i++;
        }
        return i - at;
    }

    private void candidates(int y, int x, int run) {
        int at = rows.at(y) + x;
        entered[enteredCount++] = at;
        int limit = Math.min(width - x, DeflateSymbols.MAX_MATCH / unitBytes);
        for (int length = least; length <= Math.min(run, limit); length++) {
            relax(x, length, unitBytes);
        }
        int farthest = 0;
        if (y > 0 && rows.stride() <= DeflateSymbols.WINDOW) {
            farthest = compare(x, at, at - width, limit, rows.stride(), 0);
        }
        if (x + key <= width) {
            chain(x, y, index.add(units, at), limit, farthest);
        }
    }

    private void chain(int x, int y, int newest, int limit, int known) {
        int at = rows.at(y) + x;
        int rowStart = rows.at(y);
        int rowsUp = 0;
        int farthest = known;
        int place = newest;
        for (int tries = CHAIN; place >= 0 && tries > 0 && farthest < limit; tries--) {
            while (place < rowStart) {
                rowStart -= width;
                rowsUp++;
            }
            int distance = (at - place) * unitBytes + rowsUp;
            if (distance > DeflateSymbols.WINDOW) {
                break;
            }
            int room = Math.min(limit, rowStart + width - place);
            if (farthest < room && units[at + farthest] == units[place + farthest]) {
                farthest = Math.max(farthest, compare(x, at, place, room, distance, farthest));
            }
            place = index.before(place);
        }
    }

    /** Offers what matches there beyond {@code known} units; nearer places were offered before, and cost less. */
    private int compare(int x, int at, int other, int limit, int distance, int known) {
        int same = 0;
        while (same < limit && units[at + same] == units[other + same]) {
            same++;
        }
        for (int length = Math.max(least, known + 1); length <= same; length++) {
            relax(x, length, distance);
        }
        return same;
    }

    private void relax(int x, int length, int distance) {
        offer(x, x + length, prices.match(cost[x], length * unitBytes, distance), length, distance);
    }

    private void offer(int x, int to, float price, int length, int distance) {
        if (price < cost[to]) {
            cost[to] = price;
            lengths[to] = length == 0 ? 1 : to - x;
            distances[to] = distance;
        }
    }

    /** Goes back along the cheapest way, turns it round, and hands its tokens over, the filter first. */
    private void hand(int y, DeflateBlock to) {
        RowDeflater.filter(rows, y, to);
        int steps = 0;
        int[] way = new int[width];
        for (int x = width; x > 0; x -= lengths[x]) {
            way[steps++] = x;
        }
        while (steps > 0) {
            int x = way[--steps];
            if (distances[x] == 0) {
                to.unit(units[rows.at(y) + x - 1]);
            } else {
                to.match(lengths[x] * unitBytes, distances[x]);
            }
        }
    }
}
