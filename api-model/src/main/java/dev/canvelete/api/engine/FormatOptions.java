package dev.canvelete.api.engine;

import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What only some formats know. The others ignore it.
 *
 * @param lossless for WebP: every pixel as it was drawn, whatever the quality
 * @param textAsPaths for SVG: text as outlines, for programs that do not load the fonts in a file; it cannot be selected
 * @param archival for PDF: PDF/A-2b (ISO 19005-2)
 * @param language for PDF and SVG: of the text, as a BCP 47 tag
 * @param created for PDF: when; without it the file does not say, and is the same on every run
 */
public record FormatOptions(
        boolean lossless,
        boolean textAsPaths,
        boolean archival,
        @Nullable String language,
        @Nullable Instant created) {
    /** What each format does when nothing is asked for. */
    public static final FormatOptions STANDARD = new FormatOptions(false, false, false, null, null);

    /**
     * Checks the language.
     *
     * @throws IllegalArgumentException if it is no BCP 47 tag
     */
    public FormatOptions {
        if (language != null && !isLanguage(language)) {
            throw new IllegalArgumentException("language \"" + language + "\": a BCP 47 tag such as en-GB is right");
        }
    }

    /** Whether it is a well-formed BCP 47 tag. */
    public static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** The same with a choice between lossless and lossy WebP. */
    public FormatOptions withLossless(boolean value) {
        return new FormatOptions(value, textAsPaths, archival, language, created);
    }

    /** The same with SVG's text as outlines or as text. */
    public FormatOptions withTextAsPaths(boolean value) {
        return new FormatOptions(lossless, value, archival, language, created);
    }

    /** The same with or without PDF/A-2b. */
    public FormatOptions withArchival(boolean value) {
        return new FormatOptions(lossless, textAsPaths, value, language, created);
    }

    /** The same with the language of the text, a BCP 47 tag. */
    public FormatOptions withLanguage(@Nullable String value) {
        return new FormatOptions(lossless, textAsPaths, archival, value, created);
    }

    /** The same with a PDF's date of creation. */
    public FormatOptions withCreated(@Nullable Instant value) {
        return new FormatOptions(lossless, textAsPaths, archival, language, value);
    }
}
