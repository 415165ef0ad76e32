package dev.canvelete.render;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.render.font.FontBook;
import dev.canvelete.render.image.LoadedImages;
import dev.canvelete.render.output.Output;
import dev.canvelete.render.output.OutputSize;
import dev.canvelete.render.output.Outputs;
import dev.canvelete.render.resolve.ElementResolver;
import dev.canvelete.render.resolve.TableData;
import dev.canvelete.render.resolve.text.TextLayout;
import dev.canvelete.render.resource.FontFolder;
import dev.canvelete.render.resource.Limits;
import dev.canvelete.render.resource.ResourceLoader;
import dev.canvelete.render.template.Template;
import java.util.List;

/**
 * Draws designs on this machine: PNG, JPG, WebP, PDF and SVG, the same bytes everywhere. Thread-safe; what it has learnt
 * of fonts, glyphs and images serves every design, so make one and keep it.
 */
public final class LocalRenderEngine implements RenderEngine {
    private final FontBook fonts;
    private final TextLayout texts;
    private final LoadedImages images;
    private final TableData tables;
    private final Outputs outputs = new Outputs();

    /**
     * An engine with the bundled fonts and those of the settings' font folder.
     *
     * @throws IllegalArgumentException naming a font file that cannot be read
     */
    public LocalRenderEngine(EngineSettings settings) {
        ResourceLoader loader = new ResourceLoader(settings, Limits.standard());
        this.fonts = fonts(settings);
        this.texts = new TextLayout(fonts);
        this.images = new LoadedImages(loader, Limits.standard());
        this.tables = new TableData(loader);
    }

    static FontBook fonts(EngineSettings settings) {
        if (settings.fontFolder() == null) {
            return FontBook.bundled();
        }
        return FontBook.bundled()
                .with(FontFolder.read(settings.fontFolder()).entrySet().stream()
                        .map(font -> new FontBook.UserFont(font.getKey(), font.getValue()))
                        .toList());
    }

    /** An engine that reaches the public network and no files. */
    public LocalRenderEngine() {
        this(EngineSettings.standard());
    }

    @Override
    public PreparedDesign prepare(Design design, RenderOptions options) throws RenderException {
        return drawing(design, options).shared();
    }

    /** Draws one record of a design, without the work that pays only when more records follow. */
    @Override
    public Rendering render(Design design, RenderOptions options, RenderRecord record) throws RenderException {
        return drawing(design, options).render(record);
    }

    private Drawing drawing(Design design, RenderOptions options) throws RenderException {
        OutputSize size = OutputSize.of(design, options);
        Template template = Template.compile(design);
        LoadedImages used = outputs.embedsImages(options.format()) ? images.undecoded() : images;
        ElementResolver resolver = new ElementResolver(texts, used, tables, size.scaleX());
        Output output = outputs.of(design, options, size);
        return new Drawing(template, options, size, resolver, output);
    }

    @Override
    public List<String> fontFamilies() {
        return fonts.families();
    }

    @Override
    public void close() {}
}
