package dev.canvelete.render.output;

import dev.canvelete.render.paint.pdf.Layer;
import dev.canvelete.render.paint.pdf.PdfOptions;
import dev.canvelete.render.paint.pdf.PdfPainter;
import dev.canvelete.render.paint.pdf.PdfTemplate;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/** PDF documents of one page. */
record PdfOutput(PdfPainter painter, PdfOptions options) implements Output {
    @Override
    public byte[] write(Scene scene) {
        return painter.paint(scene, options);
    }

    @Override
    public Shared share(double width, double height, List<Part> parts) {
        List<Layer> layers = new ArrayList<>();
        for (Part part : parts) {
            layers.add(
                    switch (part) {
                        case Part.Fixed(List<Item> items) -> new Layer.Fixed(items);
                        case Part.Live ignored -> new Layer.Live();
                    });
        }
        PdfTemplate template = painter.template(width, height, layers, options);
        return template::render;
    }
}
