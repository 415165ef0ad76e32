package dev.canvelete.render.resolve;

import dev.canvelete.api.design.BarcodeElement;
import dev.canvelete.api.design.Box;
import dev.canvelete.api.design.Filters;
import dev.canvelete.api.design.FontSpec;
import dev.canvelete.api.design.Padding;
import dev.canvelete.api.design.TextElement;
import dev.canvelete.api.render.Warning;
import dev.canvelete.render.resolve.code.Barcodes;
import dev.canvelete.render.resolve.shape.PixelGrid;
import dev.canvelete.render.resolve.text.TextBlock;
import dev.canvelete.render.resolve.text.TextLayout;
import dev.canvelete.render.scene.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A barcode's bars, and its value in plain text below them. */
final class BarcodeDrawing {
    private static final String FAMILY = "DejaVu Sans Mono";
    private static final double LINE_HEIGHT = 1.2;

    /** The text never takes more of the box than this share. */
    private static final double MOST_TEXT = 0.4;

    private final TextLayout texts;
    private final PixelGrid grid;

    BarcodeDrawing(TextLayout texts, PixelGrid grid) {
        this.texts = texts;
        this.grid = grid;
    }

    List<Item> draw(BarcodeElement barcode, Consumer<Warning> warnings) {
        PixelGrid.Snapped at = grid.snap(barcode.box());
        if (at.width() <= 0 || at.height() <= 0) {
            return List.of();
        }
        if (!barcode.showText()) {
            return Barcodes.draw(barcode, at, grid, 0);
        }
        double wanted = barcode.textMargin() + barcode.fontSize() * LINE_HEIGHT;
        double shrink = Math.min(1, MOST_TEXT * at.height() / wanted);
        double textHeight = wanted * shrink;
        List<Item> items = new ArrayList<>(Barcodes.draw(barcode, at, grid, textHeight));
        double lineHeight = barcode.fontSize() * shrink * LINE_HEIGHT;
        Box line = new Box(
                barcode.box().place(),
                barcode.box().id(),
                barcode.box().name(),
                at.x(),
                at.y() + at.height() - lineHeight,
                at.width(),
                lineHeight,
                0,
                1,
                true);
        TextBlock block = texts.layout(label(barcode, line, barcode.fontSize() * shrink));
        block.warnings().forEach(warnings);
        items.addAll(block.items());
        return items;
    }

    private static TextElement label(BarcodeElement barcode, Box line, double size) {
        return new TextElement(
                line,
                barcode.value(),
                new FontSpec(FAMILY, size, 400, false),
                barcode.color(),
                barcode.textAlign(),
                TextElement.VerticalAlign.TOP,
                "none",
                TextElement.Transform.NONE,
                LINE_HEIGHT,
                0,
                null,
                null,
                new Padding(0, 0, 0, 0),
                true,
                1,
                Filters.NONE);
    }
}
