package dev.canvelete.render.encode;

import java.util.List;

/**
 * Compresses filtered rows that are written once and used often: over and over, each time with the prices of symbols that
 * the time before led to. The smallest result is taken, as more rounds do not always find less. Not thread-safe.
 */
final class ThoroughDeflater {
    /** How often filters are chosen: by prices that come from the filters of the time before. */
    private static final int CHOICES = 2;

    /** Filters that make more than one in so many bytes more will not save any the next time. */
    private static final int NEAR = 32;

    /** Places with the same bytes that are looked at to see which filters are best: the order is that of a deeper look. */
    private static final int SHALLOW = 16;

    /** The same to find what is written. */
    private static final int DEEP = 128;

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
    record Attempt(Rows rows, byte[] blocks, SymbolPrices learned) {}

    /** The smallest that one filter for all rows leads to, or each row's own, without much effort. */
    Attempt quick(List<Rows> ways) {
        return ways.stream().map(this::quick).reduce(ThoroughDeflater::smaller).orElseThrow();
    }

    /** Appends blocks that stand for these rows alone and end with a whole byte; returns the checksum of the rows. */
    int balanced(Rows rows) {
        Attempt first = byUnits(rows, SymbolPrices.guessed(unitBytes));
        return append(smaller(first, byUnits(rows, first.learned)));
    }

    /**
     * The same for the same rows filtered in some ways, of which each row has the one that makes it smallest: a row of a
     * gradient another one than a row of text.
     *
     * @param quick what they led to without much effort
     */
    int thorough(List<Rows> ways, Attempt quick) {
        Attempt best = byBytes(quick, SHALLOW);
        if (ways.size() > 1) {
            Attempt last = byUnits(quick.rows, quick.learned);
            boolean near = true;
            for (int choice = 0; choice < CHOICES && near; choice++) {
                last = mixed(ways, last);
                // What is compared is what is written: by units alone, other filters are the best.
                Attempt written = byBytes(last, SHALLOW);
                near = written.blocks.length - best.blocks.length < best.blocks.length / NEAR;
                best = smaller(best, written);
            }
        }
        Attempt deep = byBytes(best, DEEP);
        return append(smaller(smaller(best, deep), byBytes(deep, DEEP)));
    }

    private Attempt quick(Rows rows) {
        ByteSink blocks = new ByteSink(1 << 16);
        RowDeflater deflater = new RowDeflater(unitBytes, blocks);
        deflater.deflate(rows);
        return new Attempt(rows, blocks.toBytes(), deflater.prices());
    }

    /** The same rows byte by byte, with the prices that the attempt led to. */
    private Attempt byBytes(Attempt before, int depth) {
        TokenBlocks tokens = new TokenBlocks();
        new ByteMatcher(before.rows, before.learned, depth).match(tokens);
        Output output = new Output();
        tokens.write(output.block);
        return output.attempt(before.rows);
    }

    private static Attempt smaller(Attempt one, Attempt other) {
        return other.blocks.length < one.blocks.length ? other : one;
    }

    private Attempt byUnits(Rows rows, SymbolPrices prices) {
        Output output = new Output();
        new ThoroughMatcher(rows, prices).match(output.block);
        return output.attempt(rows);
    }

    private Attempt mixed(List<Rows> ways, Attempt before) {
        Output output = new Output();
        Rows rows = before.rows.copy();
        new ThoroughMatcher(rows, before.learned).choose(ways, output.block);
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
