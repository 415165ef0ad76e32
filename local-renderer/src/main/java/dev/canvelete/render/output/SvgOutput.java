package dev.canvelete.render.output;

import dev.canvelete.render.paint.svg.SvgOptions;
import dev.canvelete.render.paint.svg.SvgPainter;
import dev.canvelete.render.paint.svg.SvgTemplate;
import dev.canvelete.render.scene.Scene;
import java.util.List;

/** SVG documents. */
record SvgOutput(SvgPainter painter, SvgOptions options) implements Output {
    @Override
    public byte[] write(Scene scene) {
        return painter.paint(scene, options);
    }

    @Override
    public Shared share(double width, double height, List<Part> parts) {
        SvgTemplate template = painter.template(width, height, Part.layers(parts), options);
        return template::render;
    }
}
