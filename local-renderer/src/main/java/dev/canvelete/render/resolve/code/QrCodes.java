package dev.canvelete.render.resolve.code;

import dev.canvelete.api.design.QrElement;
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
import uk.org.okapibarcode.backend.QrCode;

/** QR codes (ISO/IEC 18004), whole output pixels to the module where the box allows, in the middle of the box. */
public final class QrCodes {
    /** The most bytes that the largest symbol holds at the lowest level. */
    private static final int LONGEST = 7089;

    /** Of the path of a rectangle. */
    private static final int SEGMENTS = 6;

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
        Symbol symbol = FieldException.reading("qrValue", () -> encode(qr));
        int argb = FieldException.reading("qrColor", () -> Colors.parse(qr.color()));
        int modules = symbol.width() + 2 * qr.margin();
        double fitting = Math.min(at.width(), at.height()) / modules;
        double whole = Math.floor(fitting * grid.scale()) / grid.scale();
        double module = whole > 0 ? whole : fitting;
        double left = grid.snap(at.x() + (at.width() - module * symbol.width()) / 2);
        double top = grid.snap(at.y() + (at.height() - module * symbol.width()) / 2);
        items.add(new Fill(path(symbol, left, top, module), new Paint.Solid(argb)));
        return items;
    }

    private static Symbol encode(QrElement qr) {
        if (qr.value().length() > LONGEST) {
            throw new IllegalArgumentException("a QR code holds " + LONGEST + " characters at most, not "
                    + qr.value().length());
        }
        QrCode encoder = new QrCode();
        encoder.setPreferredEccLevel(
                switch (qr.level()) {
                    case L -> QrCode.EccLevel.L;
                    case M -> QrCode.EccLevel.M;
                    case Q -> QrCode.EccLevel.Q;
                    case H -> QrCode.EccLevel.H;
                });
        return Symbol.encode(encoder, qr.value());
    }

    private static Path2D path(Symbol symbol, double left, double top, double module) {
        Path2D.Double path =
                new Path2D.Double(Path2D.WIND_NON_ZERO, symbol.bars().size() * SEGMENTS);
        for (Rectangle2D bar : symbol.bars()) {
            path.append(
                    new Rectangle2D.Double(
                            left + bar.getX() * module,
                            top + bar.getY() * module,
                            bar.getWidth() * module,
                            bar.getHeight() * module),
                    false);
        }
        return path;
    }
}
