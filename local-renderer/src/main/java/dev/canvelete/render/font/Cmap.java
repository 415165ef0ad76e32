package dev.canvelete.render.font;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which glyph stands for which character (OpenType 1.9, "cmap", formats 4 and 12), as runs of characters that map to
 * consecutive glyphs. Immutable.
 */
final class Cmap {
    private static final int UNICODE = 0;
    private static final int WINDOWS = 3;

    private final int[] starts;
    private final int[] ends;
    private final int[] glyphs;
    /** The glyphs of the characters that most text consists of, as searching each takes longer than all else with it. */
    private final int[] common = new int[0x180];

    private Cmap(Runs runs) {
        starts = Arrays.copyOf(runs.starts, runs.count);
        ends = Arrays.copyOf(runs.ends, runs.count);
        glyphs = Arrays.copyOf(runs.glyphs, runs.count);
        Arrays.setAll(common, this::search);
    }

    /** @throws FontException if the table has no Unicode part that it should have, or one that is malformed */
    static Cmap read(Bytes table, int glyphCount) {
        Bytes best = null;
        int bestRank = 0;
        int count = table.u16(2);
        for (int i = 0; i < count; i++) {
            int entry = 4 + i * 8;
            Bytes part = table.from(table.u32(entry + 4));
            int rank = rank(table.u16(entry), table.u16(entry + 2), part.u16(0));
            if (rank > bestRank) {
                best = part;
                bestRank = rank;
            }
        }
        return new Cmap(runs(best, glyphCount));
    }

    /** The better a part covers Unicode, the higher; 0 when it does not, or is of an old format. */
    private static int rank(int platform, int encoding, int format) {
        boolean unicode = platform == UNICODE && encoding != 5 || platform == WINDOWS && encoding <= 10;
        if (!unicode || format != 4 && format != 12) {
            return 0;
        }
        return format == 12 ? 3 : platform == WINDOWS && encoding == 0 ? 1 : 2;
    }

    private static Runs runs(@Nullable Bytes part, int glyphCount) {
        if (part == null) {
            throw new FontException("it maps no Unicode characters");
        }
        Runs runs = new Runs(glyphCount);
        if (part.u16(0) == 12) {
            readGroups(part, runs);
        } else {
            readSegments(part, runs);
        }
        return runs;
    }

    private static void readGroups(Bytes part, Runs runs) {
        int count = part.count(12);
        part.part(16, count * 12L);
        for (int i = 0; i < count; i++) {
            int at = 16 + i * 12;
            runs.add(part.u32(at), part.u32(at + 4), part.u32(at + 8));
        }
    }

    private static void readSegments(Bytes part, Runs runs) {
        int bytes = part.u16(6) & ~1;
        int startCodes = 16 + bytes;
        for (int i = 0; i < bytes; i += 2) {
            int end = part.u16(14 + i);
            int start = part.u16(startCodes + i);
            int delta = part.u16(startCodes + bytes + i);
            int offsetAt = startCodes + 2 * bytes + i;
            int offset = part.u16(offsetAt);
            if (offset == 0) {
                readDelta(runs, start, end, delta);
                continue;
            }
            for (int c = Math.max(start, runs.next); c <= end && c < 0xFFFF; c++) {
                int at = offsetAt + offset + 2 * (c - start);
                int glyph = at + 2 > part.length() ? 0 : part.u16(at);
                runs.add(c, c, glyph == 0 ? 0 : glyph + delta & 0xFFFF);
            }
        }
    }

    /** Glyph numbers are taken modulo 65536, so a segment may wrap around once. */
    private static void readDelta(Runs runs, int start, int end, int delta) {
        int wrap = 0x10000 - delta;
        if (start < wrap && wrap <= end) {
            runs.add(start, wrap - 1, start + delta);
            runs.add(wrap, end, 0);
        } else {
            runs.add(start, end, start + delta & 0xFFFF);
        }
    }

    /** The glyph of a character, 0 when the font has none. */
    int glyph(int codePoint) {
        return codePoint >= 0 && codePoint < common.length ? common[codePoint] : search(codePoint);
    }

    private int search(int codePoint) {
        int found = Arrays.binarySearch(starts, codePoint);
        int run = found >= 0 ? found : -found - 2;
        return run < 0 || codePoint > ends[run] ? 0 : glyphs[run] + codePoint - starts[run];
    }

    /** Runs in the order of their characters; what is out of order or names no glyph of the font is left out. */
    private static final class Runs {
        private final int glyphCount;
        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private int[] glyphs = new int[64];
        private int count;
        private int next;

        Runs(int glyphCount) {
            this.glyphCount = glyphCount;
        }

        void add(long start, long end, long glyph) {
            if (start < next || start > end || end > Character.MAX_CODE_POINT) {
                return;
            }
            next = (int) end + 1;
            int first = glyph == 0 ? 1 : 0; // A run that begins at glyph 0 begins with a character that is missing.
            long last = Math.min(end - start, glyphCount - 1L - glyph);
            if (first > last || glyph == 0 && start == end) {
                return;
            }
            int begin = (int) start + first;
            if (count > 0
                    && ends[count - 1] == begin - 1
                    && glyphs[count - 1] + begin - starts[count - 1] == glyph + first) {
                ends[count - 1] = (int) (start + last);
                return;
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
                glyphs = Arrays.copyOf(glyphs, count * 2);
            }
            starts[count] = begin;
            ends[count] = (int) (start + last);
            glyphs[count++] = (int) glyph + first;
        }
    }
}
