package dev.canvelete.api.render;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file to render: a design or a template, a format and the data. Exactly one of {@code designId} and
 * {@code templateId} is there. The snake-case spellings are read too and never written.
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

    /** Starts a request for a design. */
    public static Builder ofDesign(String designId) {
        Builder builder = new Builder();
        builder.designId = designId;
        return builder;
    }

    /** Starts a request for a template. */
    public static Builder ofTemplate(String templateId) {
        Builder builder = new Builder();
        builder.templateId = templateId;
        return builder;
    }

    /** Builds a request; not thread-safe. */
    public static final class Builder {
        private @Nullable String designId;
        private @Nullable String templateId;
        private @Nullable OutputFormat format;
        private @Nullable ObjectNode data;
        private @Nullable ObjectNode elements;
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

        private Builder() {}

        /** What to write; PNG when not said. */
        public Builder format(OutputFormat value) {
            format = value;
            return this;
        }

        /**
         * Adds one value to the data.
         *
         * @throws IllegalArgumentException if the value cannot be written as JSON
         */
        public Builder data(String name, @Nullable Object value) {
            ObjectNode scope = data == null ? Json.object() : data;
            data = scope;
            scope.set(name, Json.mapper().<JsonNode>valueToTree(value));
            return this;
        }

        /** Adds every entry of a map to the data. */
        public Builder data(Map<String, ?> values) {
            values.forEach(this::data);
            return this;
        }

        /** Overrides fields of the element of that id or name. */
        public Builder element(String idOrName, Map<String, ?> fields) {
            ObjectNode all = elements == null ? Json.object() : elements;
            elements = all;
            all.set(idOrName, Json.tree(fields));
            return this;
        }

        /** 1..100. */
        public Builder quality(int value) {
            quality = value;
            return this;
        }

        /** The width to scale to, in pixels; the height follows unless it is given too. */
        public Builder width(int value) {
            width = value;
            return this;
        }

        /** The height to scale to, in pixels; the width follows unless it is given too. */
        public Builder height(int value) {
            height = value;
            return this;
        }

        /** 0.1..5. */
        public Builder scale(double value) {
            scale = value;
            return this;
        }

        /** A CSS colour or gradient, or {@code transparent}. */
        public Builder background(String value) {
            background = value;
            return this;
        }

        /** 1..2400. */
        public Builder dpi(int value) {
            dpi = value;
            return this;
        }

        /** Whether an equal earlier render may be given again. */
        public Builder cache(boolean value) {
            cache = value;
            return this;
        }

        /** Whether missing data fails the render. */
        public Builder strict(boolean value) {
            strict = value;
            return this;
        }

        /** Whether a WebP keeps every pixel as it was drawn. */
        public Builder lossless(boolean value) {
            lossless = value;
            return this;
        }

        /** Whether an SVG has outlines for text. */
        public Builder textAsPaths(boolean value) {
            textAsPaths = value;
            return this;
        }

        /** Whether a PDF keeps to PDF/A-2b. */
        public Builder pdfa(boolean value) {
            pdfa = value;
            return this;
        }

        /** The text's language, a BCP 47 tag such as {@code en-GB}. */
        public Builder lang(String value) {
            lang = value;
            return this;
        }

        /** The date of creation that a PDF states. */
        public Builder created(Instant value) {
            created = value;
            return this;
        }

        /** The request as it is now; the builder may be used on, without changing it. */
        public RenderRequest build() {
            return new RenderRequest(
                    designId,
                    templateId,
                    format == null ? OutputFormat.PNG : format,
                    data == null ? null : data.deepCopy(),
                    elements == null ? null : elements.deepCopy(),
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
