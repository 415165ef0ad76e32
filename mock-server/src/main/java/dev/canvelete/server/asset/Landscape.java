package dev.canvelete.server.asset;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Paints a landscape: a sky, a sun, and ridges one before the other. The same name always gives the same ridges. */
final class Landscape {
    private static final int RIDGES = 4;

    private Landscape() {}

    /** The image as PNG, that many pixels wide. */
    static byte[] paint(StockImages.Image image, int width) {
        int height = width * StockImages.Image.HEIGHT / StockImages.Image.WIDTH;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Random shape = new Random(image.name().hashCode());
        Color horizon = new Color(image.horizon());
        graphics.setPaint(new GradientPaint(0, 0, new Color(image.sky()), 0, height * 0.7f, horizon));
        graphics.fillRect(0, 0, width, height);
        double sun = width * 0.09;
        graphics.setPaint(mix(horizon, Color.WHITE, 0.6));
        graphics.fill(new Ellipse2D.Double(width * (0.2 + 0.6 * shape.nextDouble()), height * 0.25, sun, sun));
        for (int ridge = 1; ridge <= RIDGES; ridge++) {
            graphics.setPaint(mix(horizon, new Color(image.ground()), ridge / (double) RIDGES));
            graphics.fill(ridge(width, height, ridge, shape));
        }
        graphics.dispose();
        return png(picture);
    }

    private static Path2D ridge(int width, int height, int ridge, Random shape) {
        double base = height * (0.42 + 0.13 * ridge);
        double swing = height * 0.16 / ridge;
        double phase = shape.nextDouble() * Math.PI * 2;
        double waves = 1.5 + shape.nextDouble() * 2 + ridge;
        Path2D path = new Path2D.Double();
        path.moveTo(0, height);
        for (int x = 0; x <= width; x++) {
            double along = x * Math.PI * 2 / width;
            path.lineTo(x, base + swing * (Math.sin(along * waves / 2 + phase) + 0.4 * Math.sin(along * waves * 2.3)));
        }
        path.lineTo(width, height);
        path.closePath();
        return path;
    }

    private static Color mix(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() + (to.getRed() - from.getRed()) * share),
                (int) Math.round(from.getGreen() + (to.getGreen() - from.getGreen()) * share),
                (int) Math.round(from.getBlue() + (to.getBlue() - from.getBlue()) * share));
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
