package dev.canvelete.cli.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Draws photographs of vases that nobody ever threw, so that no picture has to be shipped. */
final class ProductPhoto {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;
    private static final int MIDDLE = WIDTH / 2;
    private static final int TABLE = 470;

    private ProductPhoto() {}

    /**
     * A vase in front of a wall, as a JPEG in a {@code data:} URL.
     *
     * @param hue of its glaze, 0..1
     */
    static String dataUrl(float hue) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            room(g, hue);
            vase(g, hue);
        } finally {
            g.dispose();
        }
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg(image));
    }

    private static void room(Graphics2D g, float hue) {
        Color wall = Color.getHSBColor(hue + 0.08f, 0.08f, 0.97f);
        Color corner = Color.getHSBColor(hue + 0.08f, 0.16f, 0.78f);
        g.setPaint(new RadialGradientPaint(MIDDLE - 180f, 180f, 720f, new float[] {0, 1}, new Color[] {wall, corner}));
        g.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        g.setPaint(new GradientPaint(0, TABLE, new Color(0xd9c2a4), 0, HEIGHT, new Color(0xb08f68)));
        g.fill(new Rectangle2D.Double(0, TABLE, WIDTH, HEIGHT - TABLE));
        g.setPaint(new RadialGradientPaint(
                new Rectangle2D.Double(MIDDLE - 170, 500, 460, 80),
                new float[] {0, 1},
                new Color[] {new Color(0, 0, 0, 110), new Color(0, 0, 0, 0)},
                CycleMethod.NO_CYCLE));
        g.fill(new Ellipse2D.Double(MIDDLE - 170, 500, 460, 80));
    }

    private static void vase(Graphics2D g, float hue) {
        Path2D outline = outline();
        g.setPaint(new LinearGradientPaint(
                MIDDLE - 150f, 0, MIDDLE + 150f, 0, new float[] {0, 0.3f, 0.45f, 1}, new Color[] {
                    Color.getHSBColor(hue, 0.75f, 0.45f),
                    Color.getHSBColor(hue, 0.45f, 0.95f),
                    Color.getHSBColor(hue, 0.65f, 0.75f),
                    Color.getHSBColor(hue, 0.85f, 0.25f)
                }));
        g.fill(outline);
        g.setColor(Color.getHSBColor(hue, 0.8f, 0.18f));
        g.fill(new Ellipse2D.Double(MIDDLE - 56, 100, 112, 24));
        g.setColor(new Color(255, 255, 255, 150));
        g.fill(new Ellipse2D.Double(MIDDLE - 88, 270, 26, 110));
    }

    /** A neck, a shoulder and a foot, the right half mirroring the left. */
    private static Path2D outline() {
        Path2D path = new Path2D.Double();
        path.moveTo(MIDDLE - 60, 112);
        path.curveTo(MIDDLE - 20, 190, MIDDLE - 150, 230, MIDDLE - 150, 350);
        path.curveTo(MIDDLE - 150, 450, MIDDLE - 80, 500, MIDDLE - 70, 540);
        path.curveTo(MIDDLE - 40, 556, MIDDLE + 40, 556, MIDDLE + 70, 540);
        path.curveTo(MIDDLE + 80, 500, MIDDLE + 150, 450, MIDDLE + 150, 350);
        path.curveTo(MIDDLE + 150, 230, MIDDLE + 20, 190, MIDDLE + 60, 112);
        path.closePath();
        return path;
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "jpg", bytes)) {
                throw new IllegalStateException("every Java platform writes JPEG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
