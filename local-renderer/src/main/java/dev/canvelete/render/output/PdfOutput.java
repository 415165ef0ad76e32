package dev.canvelete.render.output;

import dev.canvelete.render.paint.pdf.Compressor;
import dev.canvelete.render.paint.pdf.PdfOptions;
import dev.canvelete.render.paint.pdf.PdfPainter;
import dev.canvelete.render.paint.pdf.PdfTemplate;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Scene;
import java.util.List;

/** PDF documents of one page. */
record PdfOutput(PdfPainter painter, PdfOptions options) implements Output {
    @Override
    public byte[] write(Scene scene) {
        return painter.paint(scene, options);
    }

    @Override
    public Shared share(double width, double height, List<Part> parts) {
        PdfTemplate template = painter.template(width, height, Part.layers(parts), options);
        Pool<Compressor> compressors = new Pool<>(Compressor::quick);
        return new Documents(template, compressors);
    }

    private record Documents(PdfTemplate template, Pool<Compressor> compressors) implements Shared {
        @Override
        public byte[] write(List<List<Item>> live) {
            return compressors.with(compressor -> template.render(live, compressor));
        }

        @Override
        public long bytes() {
            return template.bytes();
        }
    }
}
