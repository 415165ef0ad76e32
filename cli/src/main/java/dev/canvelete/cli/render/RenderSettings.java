package dev.canvelete.cli.render;

import dev.canvelete.api.engine.FormatOptions;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.cli.input.Input;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say how a file is to be written. */
public final class RenderSettings {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "png, jpg, webp, pdf or svg, when the output's ending does not say it")
    private @Nullable String format;

    @Option(names = "--scale", paramLabel = "N", description = "0.1 to 5 times the design's size")
    private @Nullable Double scale;

    @Option(names = "--width", paramLabel = "PX", description = "the width to scale to, 1 to 10000; the height follows")
    private @Nullable Integer width;

    @Option(
            names = "--height",
            paramLabel = "PX",
            description = "the height to scale to, 1 to 10000; the width follows")
    private @Nullable Integer height;

    @Option(names = "--dpi", paramLabel = "N", description = "1 to 2400: written into the file, and a PDF's page size")
    private @Nullable Integer dpi;

    @Option(names = "--quality", paramLabel = "N", description = "1 to 100, for jpg and webp; 90 unless said")
    private @Nullable Integer quality;

    @Option(names = "--background", paramLabel = "COLOUR", description = "in place of the design's own, as CSS has it")
    private @Nullable String background;

    @Option(names = "--lossless", description = "webp without loss, whatever the quality")
    private boolean lossless;

    @Option(names = "--text-as-paths", description = "svg with text as outlines, which no font can change")
    private boolean textAsPaths;

    @Option(names = "--pdfa", description = "pdf that keeps to PDF/A-2b, for archives")
    private boolean pdfa;

    @Option(names = "--lang", paramLabel = "TAG", description = "the text's language for pdf and svg, such as de-CH")
    private @Nullable String lang;

    @Option(
            names = "--created",
            paramLabel = "TIME",
            description = "the date of creation that a pdf states, such as 2026-11-24T12:00:00Z; none unless said")
    private @Nullable Instant created;

    @Option(names = "--strict", description = "missing data is an error, not an empty string")
    private boolean strict;

    /**
     * The format that is asked for, or that the output's ending names.
     *
     * @throws ParameterException if neither is one
     */
    OutputFormat format(String output) {
        String ending = output.substring(output.lastIndexOf('.') + 1);
        String name = Objects.requireNonNullElse(format, output.equals(Input.STANDARD) ? "png" : ending);
        return OutputFormat.named(name)
                .orElseThrow(() -> wrong(
                        format == null ? "--output " + output + " ends in no format" : "--format " + name + " is none",
                        OutputFormat.names()));
    }

    /** Whether the output is one file rather than a folder for many: stdout, or a name that ends in a format. */
    boolean namesFile(String output, boolean hasData) {
        boolean folder = hasData && Files.isDirectory(Path.of(output));
        return output.equals(Input.STANDARD)
                || (!folder
                        && OutputFormat.named(output.substring(output.lastIndexOf('.') + 1))
                                .isPresent());
    }

    /** The format of the files of many rows: PNG unless asked otherwise. */
    public OutputFormat formatOfRows() {
        return format(Input.STANDARD);
    }

    /**
     * All of it.
     *
     * @throws ParameterException if a value is out of its range
     */
    RenderOptions options(OutputFormat as) {
        check();
        try {
            return new RenderOptions(
                    as,
                    Objects.requireNonNullElse(quality, RenderOptions.DEFAULT_QUALITY),
                    width,
                    height,
                    Objects.requireNonNullElse(scale, 1.0),
                    Objects.requireNonNullElse(dpi, RenderOptions.DEFAULT_DPI),
                    background,
                    strict,
                    new FormatOptions(lossless, textAsPaths, pdfa, lang, created));
        } catch (IllegalArgumentException e) {
            throw wrong("--lang: " + e.getMessage());
        }
    }

    /**
     * A request that asks for all of it.
     *
     * @throws ParameterException if a value is out of its range
     */
    public RenderRequest request(RenderRequest of, OutputFormat as) {
        check();
        RenderRequest request = of.format(as);
        request = quality == null ? request : request.quality(quality);
        request = width == null ? request : request.width(width);
        request = height == null ? request : request.height(height);
        request = scale == null ? request : request.scale(scale);
        request = dpi == null ? request : request.dpi(dpi);
        request = background == null ? request : request.background(background);
        request = lang == null ? request : request.lang(lang);
        request = created == null ? request : request.created(created);
        request = lossless ? request.lossless(true) : request;
        request = textAsPaths ? request.textAsPaths(true) : request;
        request = pdfa ? request.pdfa(true) : request;
        return strict ? request.strict(true) : request;
    }

    private void check() {
        within("--scale", scale, 0.1, 5);
        within("--width", width, 1, 10_000);
        within("--height", height, 1, 10_000);
        within("--dpi", dpi, 1, 2400);
        within("--quality", quality, 1, 100);
    }

    private void within(String option, @Nullable Number value, double least, double most) {
        if (value != null && !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw wrong(option + " is " + value, number(least) + " to " + number(most));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private ParameterException wrong(String what, String right) {
        return wrong(what + "; " + right + " is right");
    }

    /** What is wrong with the command line, fit to be thrown. */
    public ParameterException wrong(String message) {
        return new ParameterException(
                Objects.requireNonNull(command, "set by picocli").commandLine(), message);
    }
}
