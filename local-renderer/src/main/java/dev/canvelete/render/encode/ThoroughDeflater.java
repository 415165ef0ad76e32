package dev.canvelete.render.encode;

import dev.canvelete.render.encode.ThoroughMatcher.Depth;
import java.util.List;

/**
 * Compresses filtered rows that are written once and used often: over and over, each time with the prices of symbols that
 * the time before led to. The smallest result is taken, as more rounds do not always find less. Not thread-safe.
 */
final class ThoroughDeflater {
    /** More find some ten bytes. */
    private static final int ROUNDS = 2;

    private final int unitBytes;
    private final ByteSink sink;

    ThoroughDeflater(int unitBytes, ByteSink sink) {
        this.unitBytes = unitBytes;
        this.sink = sink;
    }

    /**
     * One attempt.
     *
     * @param blocks that stand for these rows alone and end with a whole byte
     * @param learned what symbols cost in them
     */
    @SuppressWarnings("ArrayRecordComponent") // Copied, never compared.
    private record Attempt(Rows rows, byte[] blocks, SymbolPrices learned) {}

    /** Appends blocks that stand for these rows alone and end with a whole byte; returns the checksum of the rows. */
    int balanced(Rows rows) {
        Attempt first = attempt(rows, SymbolPrices.guessed(unitBytes), Depth.MOST);
        return append(smaller(first, attempt(rows, first.learned, Depth.MOST)));
    }

    /**
     * The same for the same rows filtered in some ways, of which each row has the one that makes it smallest: a row of a
     * gradient another one than a row of text.
     */
    int thorough(List<Rows> ways) {
        SymbolPrices guessed = SymbolPrices.guessed(unitBytes);
        // Filters are chosen by prices, and prices come from filters: what the best one for all rows leads to is near.
        Attempt alike = ways.stream()
                .map(way -> attempt(way, guessed, Depth.MOST))
                .reduce(ThoroughDeflater::smaller)
                .orElseThrow();
        Attempt best = smaller(alike, attempt(alike.rows, alike.learned, Depth.ALL));
        if (ways.size() > 1) {
            best = smaller(best, mixed(ways, best));
        }
        return append(byBytes(best));
    }

    /** The same rows byte by byte, each round with the prices of the one before. */
    private Attempt byBytes(Attempt byUnits) {
        Attempt best = byUnits;
        Attempt last = byUnits;
        for (int round = 0; round < ROUNDS; round++) {
            TokenBlocks tokens = new TokenBlocks();
            new ByteMatcher(last.rows, last.learned).match(tokens);
            Output output = new Output();
            tokens.write(output.block);
            last = output.attempt(last.rows);
            best = smaller(best, last);
        }
        return best;
    }

    private static Attempt smaller(Attempt one, Attempt other) {
        return other.blocks.length < one.blocks.length ? other : one;
    }

    private Attempt attempt(Rows rows, SymbolPrices prices, Depth depth) {
        Output output = new Output();
        new ThoroughMatcher(rows, depth, prices).match(output.block);
        return output.attempt(rows);
    }

    private Attempt mixed(List<Rows> ways, Attempt before) {
        Output output = new Output();
        Rows rows = before.rows.copy();
        new ThoroughMatcher(rows, Depth.ALL, before.learned).choose(ways, output.block);
        return output.attempt(rows);
    }

    private int append(Attempt best) {
        sink.all(best.blocks);
        Rows rows = best.rows;
        Adler adler = new Adler(unitBytes);
        for (int y = 0; y < rows.count(); y++) {
            adler.literal(rows.filters()[y]);
            adler.units(rows.units(), rows.at(y), rows.at(y + 1));
        }
        return adler.value();
    }

    /** Where an attempt is written. */
    private final class Output {
        private final ByteSink blocks = new ByteSink(1 << 16);
        private final DeflateBits bits = new DeflateBits(blocks);
        final DeflateBlock block = new DeflateBlock(unitBytes, bits);

        Attempt attempt(Rows rows) {
            block.write();
            bits.align();
            return new Attempt(rows, blocks.toBytes(), SymbolPrices.of(block));
        }
    }
}
