package dev.canvelete.render.resolve.code;

import dev.canvelete.api.design.QrElement;
import dev.canvelete.render.css.Background;
import dev.canvelete.render.css.Colors;
import dev.canvelete.render.css.FieldException;
import dev.canvelete.render.resolve.code.qr.QrEncoder;
import dev.canvelete.render.resolve.code.qr.QrSymbol;
import dev.canvelete.render.resolve.shape.PixelGrid;
import dev.canvelete.render.scene.Fill;
import dev.canvelete.render.scene.Item;
import dev.canvelete.render.scene.Paint;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** QR codes (ISO/IEC 18004), whole output pixels to the module where the box allows, in the middle of the box. */
public final class QrCodes {
    /** The most characters, all digits, that the largest symbol holds at the lowest level. */
    private static final int LONGEST = 7089;

    /** Of the path of a rectangle. */
    private static final int SEGMENTS = 5;

    private QrCodes() {}

    /**
     * What a QR element looks like; an empty value leaves its background.
     *
     * @throws IllegalArgumentException if the value is longer than a symbol holds
     */
    public static List<Item> draw(QrElement qr, PixelGrid.Snapped at, PixelGrid grid) {
        List<Item> items = new ArrayList<>();
        Rectangle2D box = new Rectangle2D.Double(at.x(), at.y(), at.width(), at.height());
        FieldException.reading(
                        "qrBgColor", () -> Background.paint(qr.background(), at.x(), at.y(), at.width(), at.height()))
                .ifPresent(paint -> items.add(new Fill(new Path2D.Double(box), paint)));
        if (qr.value().isEmpty() || box.isEmpty()) {
            return items;
        }
        QrSymbol symbol = FieldException.reading("qrValue", () -> encode(qr));
        int argb = FieldException.reading("qrColor", () -> Colors.parse(qr.color()));
        int modules = symbol.size() + 2 * qr.margin();
        double fitting = Math.min(at.width(), at.height()) / modules;
        double whole = Math.floor(fitting * grid.scale()) / grid.scale();
        double module = whole > 0 ? whole : fitting;
        double left = grid.snap(at.x() + (at.width() - module * symbol.size()) / 2);
        double top = grid.snap(at.y() + (at.height() - module * symbol.size()) / 2);
        items.add(new Fill(path(symbol, left, top, module), new Paint.Solid(argb)));
        return items;
    }

    private static QrSymbol encode(QrElement qr) {
        if (qr.value().length() > LONGEST) {
            throw new IllegalArgumentException("a QR code holds " + LONGEST + " characters at most, not "
                    + qr.value().length());
        }
        return QrEncoder.encode(qr.value(), qr.level());
    }

    private static Path2D path(QrSymbol symbol, double left, double top, double module) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO, symbol.barCount() * SEGMENTS);
        symbol.bars((x, y, width, height) -> {
            double endX = left + x * module + width * module;
            double endY = top + y * module + height * module;
            path.moveTo(left + x * module, top + y * module);
            path.lineTo(endX, top + y * module);
            path.lineTo(endX, endY);
            path.lineTo(left + x * module, endY);
            path.closePath();
        });
        return path;
    }
}
