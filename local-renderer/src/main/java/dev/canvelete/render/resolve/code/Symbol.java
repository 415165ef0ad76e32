package dev.canvelete.render.resolve.code;

import java.awt.geom.Rectangle2D;
import java.util.List;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.OkapiException;

/**
 * A symbol in modules.
 *
 * @param bars the dark parts
 */
record Symbol(int width, int height, List<Rectangle2D> bars) {
    /**
     * Lets an encoder encode a value.
     *
     * @throws IllegalArgumentException if the symbology cannot hold it
     */
    static Symbol encode(uk.org.okapibarcode.backend.Symbol encoder, String value) {
        encoder.setModuleWidth(1);
        encoder.setBarHeight(1);
        encoder.setQuietZoneHorizontal(0);
        encoder.setQuietZoneVertical(0);
        encoder.setHumanReadableLocation(HumanReadableLocation.NONE);
        try {
            encoder.setContent(value);
        } catch (OkapiException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        List<Rectangle2D> bars = encoder.getRectangles().stream()
                .map(r -> (Rectangle2D) new Rectangle2D.Double(r.x, r.y, r.width, r.height))
                .toList();
        return new Symbol(encoder.getWidth(), encoder.getHeight(), bars);
    }
}
