package dev.canvelete.render.resolve.code;

import dev.canvelete.api.design.BarcodeElement;
import dev.canvelete.render.css.Background;
import dev.canvelete.render.css.Colors;
import dev.canvelete.render.css.FieldException;
import dev.canvelete.render.resolve.shape.PixelGrid;
import dev.canvelete.render.scene.Fill;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Paint;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The bars of linear barcodes, scaled to their box, whole output pixels to the module where it allows. */
public final class Barcodes {
    /** Light modules that scanners need at either side. */
    private static final int QUIET_ZONE = 10;

    private Barcodes() {}

    /**
     * The bars and what lies behind them.
     *
     * @param textHeight how much of the box's bottom is left for the text, in pixels
     * @throws IllegalArgumentException if the format cannot hold the value
     */
    public static List<Item> draw(BarcodeElement barcode, PixelGrid.Snapped at, PixelGrid grid, double textHeight) {
        Symbol symbol =
                FieldException.reading("barcodeValue", () -> BarcodeEncoder.encode(barcode.format(), barcode.value()));
        int argb = FieldException.reading("barcodeLineColor", () -> Colors.parse(barcode.color()));
        List<Item> items = new ArrayList<>();
        FieldException.reading(
                        "barcodeBackground",
                        () -> Background.paint(barcode.background(), at.x(), at.y(), at.width(), at.height()))
                .ifPresent(paint -> items.add(new Fill(
                        new Path2D.Double(new Rectangle2D.Double(at.x(), at.y(), at.width(), at.height())), paint)));
        double fitting = at.width() / (symbol.width() + 2 * QUIET_ZONE);
        double whole = Math.floor(fitting * grid.scale()) / grid.scale();
        double module = whole > 0 ? whole : fitting;
        double left = grid.snap(at.x() + (at.width() - module * symbol.width()) / 2);
        double height = Math.max(0, at.height() - textHeight);
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (Rectangle2D bar : symbol.bars()) {
            path.append(
                    new Rectangle2D.Double(left + bar.getX() * module, at.y(), bar.getWidth() * module, height), false);
        }
        items.add(new Fill(path, new Paint.Solid(argb)));
        return items;
    }
}
