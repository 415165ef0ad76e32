package dev.canvelete.api.render;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One file to render: a design or a template, a format and the data. Exactly one of {@code designId} and
 * {@code templateId} is there. The snake-case spellings are read too and never written. Immutable as long as nobody
 * changes its trees: each method that says something more gives a new request.
 *
 * <pre>{@code
 * RenderRequest.of("certificate_template").format(PDF).data("name", "Alice").data("course", "Graph Theory")
 * }</pre>
 *
 * @param dynamicData the scope of the design's placeholders
 * @param dynamicElements fields of elements to override, by element id or name
 * @param quality 1..100, for JPG and lossy WebP
 * @param width of the output in pixels, 1..10000
 * @param height of the output in pixels, 1..10000
 * @param scale 0.1..5
 * @param background a CSS colour or gradient in place of the canvas's own
 * @param dpi 1..2400, written into the file and, for PDF, the ratio of pixels to points
 * @param cache whether an equal earlier render may be given again; default true
 * @param strict whether missing data fails the render; default false
 * @param lossless WebP without loss, whatever the quality; default false
 * @param textAsPaths SVG with text as outlines, which cannot be selected; default false
 * @param pdfa PDF that keeps to PDF/A-2b; default false
 * @param lang the text's language, a BCP 47 tag, for PDF and SVG
 * @param created the date of creation that a PDF states; none when not given
 */
public record RenderRequest(
        @JsonAlias("design_id") @Nullable String designId,
        @JsonAlias("template_id") @Nullable String templateId,
        @Nullable OutputFormat format,
        @JsonAlias("dynamic_data") @Nullable ObjectNode dynamicData,
        @JsonAlias("dynamic_elements") @Nullable ObjectNode dynamicElements,
        @Nullable Integer quality,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double scale,
        @Nullable String background,
        @Nullable Integer dpi,
        @Nullable Boolean cache,
        @Nullable Boolean strict,
        @Nullable Boolean lossless,
        @JsonAlias("text_as_paths") @Nullable Boolean textAsPaths,
        @Nullable Boolean pdfa,
        @Nullable String lang,
        @Nullable Instant created) {

    /** A request for a template, as PNG and without data unless more is said. */
    public static RenderRequest of(String templateId) {
        return ofTemplate(templateId);
    }

    /** A request for a template, as PNG and without data unless more is said. */
    public static RenderRequest ofTemplate(String templateId) {
        return new Fields().with(f -> f.templateId = templateId);
    }

    /** A request for a design, as PNG and without data unless more is said. */
    public static RenderRequest ofDesign(String designId) {
        return new Fields().with(f -> f.designId = designId);
    }

    /** What to write. */
    public RenderRequest format(OutputFormat value) {
        return fields().with(f -> f.format = value);
    }

    /**
     * Adds one value to the data, in place of one of that name.
     *
     * @throws IllegalArgumentException if the value cannot be written as JSON
     */
    public RenderRequest data(String name, @Nullable Object value) {
        ObjectNode scope = dynamicData == null ? Json.object() : dynamicData.deepCopy();
        scope.set(name, Json.mapper().<JsonNode>valueToTree(value));
        return fields().with(f -> f.dynamicData = scope);
    }

    /**
     * Adds every entry of a map, or every component of a record, to the data.
     *
     * @throws IllegalArgumentException if the values are neither, or cannot be written as JSON
     */
    public RenderRequest data(Object values) {
        if (!(Json.tree(values) instanceof ObjectNode more)) {
            throw new IllegalArgumentException(
                    "data is a map or a record, not " + values.getClass().getSimpleName());
        }
        ObjectNode scope = dynamicData == null ? Json.object() : dynamicData.deepCopy();
        scope.setAll(more);
        return fields().with(f -> f.dynamicData = scope);
    }

    /** Overrides fields of the element of that id or name. */
    public RenderRequest element(String idOrName, Map<String, ?> values) {
        ObjectNode all = dynamicElements == null ? Json.object() : dynamicElements.deepCopy();
        all.set(idOrName, Json.tree(values));
        return fields().with(f -> f.dynamicElements = all);
    }

    /** 1..100, for JPG and lossy WebP. */
    public RenderRequest quality(int value) {
        return fields().with(f -> f.quality = value);
    }

    /** The width to scale to, in pixels; the height follows unless it is given too. */
    public RenderRequest width(int value) {
        return fields().with(f -> f.width = value);
    }

    /** The height to scale to, in pixels; the width follows unless it is given too. */
    public RenderRequest height(int value) {
        return fields().with(f -> f.height = value);
    }

    /** 0.1..5. */
    public RenderRequest scale(double value) {
        return fields().with(f -> f.scale = value);
    }

    /** A CSS colour or gradient, or {@code transparent}. */
    public RenderRequest background(String value) {
        return fields().with(f -> f.background = value);
    }

    /** 1..2400. */
    public RenderRequest dpi(int value) {
        return fields().with(f -> f.dpi = value);
    }

    /** Whether an equal earlier render may be given again. */
    public RenderRequest cache(boolean value) {
        return fields().with(f -> f.cache = value);
    }

    /** Whether missing data fails the render. */
    public RenderRequest strict(boolean value) {
        return fields().with(f -> f.strict = value);
    }

    /** Whether WebP is written without loss. */
    public RenderRequest lossless(boolean value) {
        return fields().with(f -> f.lossless = value);
    }

    /** Whether an SVG's text is written as outlines. */
    public RenderRequest textAsPaths(boolean value) {
        return fields().with(f -> f.textAsPaths = value);
    }

    /** Whether a PDF keeps to PDF/A-2b. */
    public RenderRequest pdfa(boolean value) {
        return fields().with(f -> f.pdfa = value);
    }

    /** The text's language, a BCP 47 tag. */
    public RenderRequest lang(String value) {
        return fields().with(f -> f.lang = value);
    }

    /** The date of creation that a PDF states. */
    public RenderRequest created(Instant value) {
        return fields().with(f -> f.created = value);
    }

    private Fields fields() {
        Fields fields = new Fields();
        fields.designId = designId;
        fields.templateId = templateId;
        fields.format = format;
        fields.dynamicData = dynamicData;
        fields.dynamicElements = dynamicElements;
        fields.quality = quality;
        fields.width = width;
        fields.height = height;
        fields.scale = scale;
        fields.background = background;
        fields.dpi = dpi;
        fields.cache = cache;
        fields.strict = strict;
        fields.lossless = lossless;
        fields.textAsPaths = textAsPaths;
        fields.pdfa = pdfa;
        fields.lang = lang;
        fields.created = created;
        return fields;
    }

    /** A request's fields while one of them is changed. */
    private static final class Fields {
        private @Nullable String designId;
        private @Nullable String templateId;
        private @Nullable OutputFormat format = OutputFormat.PNG;
        private @Nullable ObjectNode dynamicData;
        private @Nullable ObjectNode dynamicElements;
        private @Nullable Integer quality;
        private @Nullable Integer width;
        private @Nullable Integer height;
        private @Nullable Double scale;
        private @Nullable String background;
        private @Nullable Integer dpi;
        private @Nullable Boolean cache;
        private @Nullable Boolean strict;
        private @Nullable Boolean lossless;
        private @Nullable Boolean textAsPaths;
        private @Nullable Boolean pdfa;
        private @Nullable String lang;
        private @Nullable Instant created;

        RenderRequest with(Consumer<Fields> change) {
            change.accept(this);
            return new RenderRequest(
                    designId,
                    templateId,
                    format,
                    dynamicData,
                    dynamicElements,
                    quality,
                    width,
                    height,
                    scale,
                    background,
                    dpi,
                    cache,
                    strict,
                    lossless,
                    textAsPaths,
                    pdfa,
                    lang,
                    created);
        }
    }
}
