package dev.canvelete.server.batch;

/** Texts of a request that are worth being kept once wherever they are alike, such as a picture in each record's data. */
public final class LongTexts {
    private static final int LEAST = 1_024;

    private LongTexts() {}

    /** Whether it is one. */
    public static boolean isLong(String text) {
        return text.length() >= LEAST;
    }
}
