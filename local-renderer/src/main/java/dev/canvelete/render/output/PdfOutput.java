package dev.canvelete.render.output;

import dev.canvelete.render.paint.pdf.PdfOptions;
import dev.canvelete.render.paint.pdf.PdfPainter;
import dev.canvelete.render.paint.pdf.PdfTemplate;
import dev.canvelete.render.paint.pdf.Workspace;
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
        return new Documents(template, new Pool<>(Workspace::quick));
    }

    private record Documents(PdfTemplate template, Pool<Workspace> workspaces) implements Shared {
        @Override
        public byte[] write(List<List<Item>> live) {
            return workspaces.with(workspace -> template.render(live, workspace));
        }

        @Override
        public long bytes() {
            return template.bytes();
        }
    }
}
