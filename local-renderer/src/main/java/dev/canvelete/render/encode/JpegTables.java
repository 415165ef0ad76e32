package dev.canvelete.render.encode;

/** The tables of ITU-T T.81 Annex K, as every common encoder has them. */
final class JpegTables {
    /** Where each coefficient in zigzag order stands in its block (Figure A.6). */
    static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private static final int[] LUMINANCE = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };

    private static final int[] CHROMINANCE = {
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99,
                99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
                99,
        99, 99, 99, 99, 99, 99
    };

    static final JpegHuffman LUMINANCE_DC =
            new JpegHuffman("00010501010101010100000000000000", "000102030405060708090A0B");
    static final JpegHuffman CHROMINANCE_DC =
            new JpegHuffman("00030101010101010101010000000000", "000102030405060708090A0B");
    static final JpegHuffman LUMINANCE_AC = new JpegHuffman("0002010303020403050504040000017D", """
            01020300041105122131410613516107227114328191A1082342B1C11552D1F02433627282090A161718191A25262728292A3435\
            363738393A434445464748494A535455565758595A636465666768696A737475767778797A838485868788898A92939495969798\
            999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8B9BAC2C3C4C5C6C7C8C9CAD2D3D4D5D6D7D8D9DAE1E2E3E4E5E6E7E8E9EAF1F2F3F4\
            F5F6F7F8F9FA""");
    static final JpegHuffman CHROMINANCE_AC = new JpegHuffman("00020102040403040705040400010277", """
            000102031104052131061241510761711322328108144291A1B1C109233352F0156272D10A162434E125F11718191A26272829\
            2A35363738393A434445464748494A535455565758595A636465666768696A737475767778797A82838485868788898A92939495\
            969798999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8B9BAC2C3C4C5C6C7C8C9CAD2D3D4D5D6D7D8D9DAE2E3E4E5E6E7E8E9EAF2F3\
            F4F5F6F7F8F9FA""");

    private JpegTables() {}

    /** The quantisation steps of luminance at a quality of 1..100, in rows. */
    static int[] luminance(int quality) {
        return scaled(LUMINANCE, quality);
    }

    /** The quantisation steps of chrominance at a quality of 1..100, in rows. */
    static int[] chrominance(int quality) {
        return scaled(CHROMINANCE, quality);
    }

    /** The Independent JPEG Group's scale: 50 is the table itself, 100 is all ones. */
    private static int[] scaled(int[] table, int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        int[] steps = new int[64];
        for (int i = 0; i < 64; i++) {
            steps[i] = Math.clamp((table[i] * percent + 50) / 100, 1, 255);
        }
        return steps;
    }
}
