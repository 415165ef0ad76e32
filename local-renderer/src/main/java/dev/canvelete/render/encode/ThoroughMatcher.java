package dev.canvelete.render.encode;

import java.util.Arrays;

/**
 * Finds the cheapest way through each row: every place that the window still holds is a candidate, and the prices of
 * symbols are those that the choice before led to. For rows that are compressed once and used often.
 */
final class ThoroughMatcher {
    /** A run so long is taken whole. */
    private static final int LONG_RUN = 48;

    private final Depth depth;
    private final Rows rows;
    private final int[] units;
    private final int width;
    private final int unitBytes;
    private final int least;
    private final int key;
    private final DeflateBlock block;

    private final UnitIndex index;
    private final UnitIndex singles = new UnitIndex(1);
    private final float[] cost;
    private final int[] lengths;
    private final int[] distances;

    private final float[] literalPrice = new float[256];
    private final float[] lengthPrice = new float[DeflateSymbols.MAX_MATCH + 1];
    private final float[] distancePrice = new float[DeflateSymbols.DISTANCES];

    /**
     * How far to look.
     *
     * @param rounds how often, each time with the prices of the last
     * @param chain how many places with the same units are looked at
     * @param singles how many places of a single unit
     */
    record Depth(int rounds, int chain, int singles) {
        /** The last bytes that can be saved. */
        static final Depth ALL = new Depth(4, 128, 12);

        /** Nine tenths of what can be saved on photos, in a tenth of the time. */
        static final Depth MOST = new Depth(2, 4, 0);
    }

    ThoroughMatcher(Rows rows, DeflateBlock block, Depth depth) {
        this.depth = depth;
        this.rows = rows;
        this.units = rows.units();
        this.width = rows.width();
        this.unitBytes = rows.unitBytes();
        this.least = (DeflateSymbols.MIN_MATCH + unitBytes - 1) / unitBytes;
        this.block = block;
        key = unitBytes == 1 ? 3 : 2;
        index = new UnitIndex(key);
        cost = new float[width + 1];
        lengths = new int[width + 1];
        distances = new int[width + 1];
    }

    /** Hands the tokens to the block. */
    void match() {
        guessPrices();
        for (int round = 1; round < depth.rounds; round++) {
            DeflateBlock trial = new DeflateBlock(unitBytes, new DeflateBits(new ByteSink(1 << 16)));
            pass(trial);
            trial.write();
            learnPrices(trial);
        }
        pass(block);
    }

    private void pass(DeflateBlock to) {
        index.clear(rows.end());
        singles.clear(rows.end());
        for (int y = 0; y < rows.count(); y++) {
            RowDeflater.filter(rows, y, to);
            search(y);
            hand(y, to);
        }
    }

    private void guessPrices() {
        Arrays.fill(literalPrice, 7);
        for (int length = DeflateSymbols.MIN_MATCH; length <= DeflateSymbols.MAX_MATCH; length++) {
            lengthPrice[length] = 6 + DeflateSymbols.LENGTH_EXTRA[DeflateSymbols.ofLength(length)];
        }
        lengthPrice[DeflateSymbols.MAX_MATCH] = 2;
        for (int symbol = 0; symbol < DeflateSymbols.DISTANCES; symbol++) {
            distancePrice[symbol] = 4 + DeflateSymbols.DISTANCE_EXTRA[symbol];
        }
        distancePrice[DeflateSymbols.ofDistance(unitBytes)] = 1;
    }

    private void learnPrices(DeflateBlock trial) {
        float[] ofLiterals = prices(trial.totalLiterals);
        System.arraycopy(ofLiterals, 0, literalPrice, 0, 256);
        for (int length = DeflateSymbols.MIN_MATCH; length <= DeflateSymbols.MAX_MATCH; length++) {
            int symbol = DeflateSymbols.ofLength(length);
            lengthPrice[length] = ofLiterals[257 + symbol] + DeflateSymbols.LENGTH_EXTRA[symbol];
        }
        float[] ofDistances = prices(trial.totalDistances);
        for (int symbol = 0; symbol < DeflateSymbols.DISTANCES; symbol++) {
            distancePrice[symbol] = ofDistances[symbol] + DeflateSymbols.DISTANCE_EXTRA[symbol];
        }
    }

    /** The information of each symbol in bits; one that did not occur is priced as if it had, half a time. */
    private static float[] prices(long[] counts) {
        long total = Math.max(1, Arrays.stream(counts).sum());
        float[] prices = new float[counts.length];
        for (int i = 0; i < counts.length; i++) {
            prices[i] = (float) Math.max(1, StrictMath.log(total / Math.max(0.5, counts[i])) / StrictMath.log(2));
        }
        return prices;
    }

    private void search(int y) {
        int start = rows.at(y);
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
            offer(x, x + 1, cost[x] + literal(units[at]), 0, 0);
            candidates(y, x, run);
        }
    }

    private void enter(int at, int x) {
        if (x + key <= width) {
            index.add(units, at);
        }
        if (unitBytes >= DeflateSymbols.MIN_MATCH) {
            singles.add(units, at);
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
        int limit = Math.min(width - x, DeflateSymbols.MAX_MATCH / unitBytes);
        for (int length = least; length <= Math.min(run, limit); length++) {
            relax(x, length, unitBytes);
        }
        int farthest = 0;
        if (y > 0 && rows.stride() <= DeflateSymbols.WINDOW) {
            farthest = compare(x, at, at - width, limit, rows.stride(), 0);
        }
        if (x + key <= width) {
            farthest = chain(x, y, index.add(units, at), index, depth.chain, limit, farthest);
        }
        if (unitBytes >= DeflateSymbols.MIN_MATCH) {
            chain(x, y, singles.add(units, at), singles, depth.singles, limit, 0);
        }
    }

    private int chain(int x, int y, int newest, UnitIndex of, int most, int limit, int known) {
        int at = rows.at(y) + x;
        int rowStart = rows.at(y);
        int rowsUp = 0;
        int farthest = known;
        int place = newest;
        for (int tries = most; place >= 0 && tries > 0 && farthest < limit; tries--) {
            while (place < rowStart) {
                rowStart -= width;
                rowsUp++;
            }
            int distance = (at - place) * unitBytes + rowsUp;
            if (distance > DeflateSymbols.WINDOW) {
                break;
            }
            int room = Math.min(limit, rowStart + width - place);
            if (of == singles) {
                compare(x, at, place, Math.min(1, room), distance, 0);
            } else if (farthest < room && units[at + farthest] == units[place + farthest]) {
                farthest = Math.max(farthest, compare(x, at, place, room, distance, farthest));
            }
            place = of.before(place);
        }
        return farthest;
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
        float price = cost[x];
        float far = distancePrice[DeflateSymbols.ofDistance(distance)];
        for (int rest = length * unitBytes; rest > 0; ) {
            int part = DeflateSymbols.part(rest);
            price += far + lengthPrice[part];
            rest -= part;
        }
        offer(x, x + length, price, length, distance);
    }

    private void offer(int x, int to, float price, int length, int distance) {
        if (price < cost[to]) {
            cost[to] = price;
            lengths[to] = length == 0 ? 1 : to - x;
            distances[to] = distance;
        }
    }

    private float literal(int unit) {
        float price = 0;
        for (int shift = 8 * unitBytes - 8; shift >= 0; shift -= 8) {
            price += literalPrice[unit >>> shift & 0xFF];
        }
        return price;
    }

    /** Goes back along the cheapest way, turns it round, and hands its tokens over. */
    private void hand(int y, DeflateBlock to) {
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
