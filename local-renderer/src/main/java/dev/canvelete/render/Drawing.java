package dev.canvelete.render;

import dev.canvelete.api.design.Element;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.Warning;
import dev.canvelete.render.image.BrokenImageException;
import dev.canvelete.render.output.Output;
import dev.canvelete.render.output.OutputSize;
import dev.canvelete.render.resolve.ElementResolver;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Scene;
import dev.canvelete.render.template.BoundDesign;
import dev.canvelete.render.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A design on its way to one output: data is bound, elements are resolved, the whole is drawn. Thread-safe. */
record Drawing(Template template, RenderOptions options, OutputSize size, ElementResolver resolver, Output output) {
    /** Draws one record whole. */
    Rendering render(RenderRecord data) throws RenderException {
        BoundDesign bound = template.bind(data, options.strict());
        List<Warning> warnings = new ArrayList<>(bound.warnings());
        return drawn(bound, warnings);
    }

    /** Draws a bound record whole. */
    Rendering drawn(BoundDesign bound, List<Warning> warnings) throws RenderException {
        List<Item> items = new ArrayList<>();
        background(bound.background()).ifPresent(items::add);
        for (Optional<Element> element : bound.elements()) {
            items.addAll(resolved(element, warnings::add));
        }
        byte[] bytes = written(() -> output.write(new Scene(width(), height(), items)));
        return new Rendering(bytes, size.width(), size.height(), warnings);
    }

    /** What writing gives; an image that turns out to be damaged only then is the record's fault as it is before. */
    static <T> T written(Supplier<T> writing) throws RenderException {
        try {
            return writing.get();
        } catch (BrokenImageException e) {
            throw new RenderException(ErrorCode.ASSET_UNAVAILABLE, List.of(e.fault()));
        }
    }

    Optional<Item> background(@org.jspecify.annotations.Nullable String css) throws RenderException {
        String fill = options.background() == null ? css : options.background();
        return ElementResolver.background(fill, width(), height());
    }

    /** What an element looks like; nothing for one that is hidden. */
    List<Item> resolved(Optional<Element> element, Consumer<Warning> warnings) throws RenderException {
        return element.isEmpty()
                ? List.of()
                : resolver.resolve(element.get(), warnings).stream().toList();
    }

    double width() {
        return template.design().width();
    }

    double height() {
        return template.design().height();
    }

    /** The same for many records: what none of them changes is done now. */
    PreparedDesign shared() throws RenderException {
        return SharedDrawing.of(this);
    }
}
