package dev.canvelete.benchmarks.work;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;

/** JPEG photos of 1600 x 1200 pixels: soft light with a sensor's noise. No two numbers give the same bytes. */
final class Photos {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;
    private static final int LIGHTS = 40;
    private static final int NOISE = 3;
    private static final int START_OF_IMAGE = 2;

    private static final byte[] FIRST = jpeg();

    private Photos() {}

    /** A photo as a {@code data:} URL. All show the same, but nothing that keeps images can know it. */
    static String dataUrl(int number) {
        byte[] comment = Integer.toString(number).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream(FIRST.length + comment.length + 4);
        out.write(FIRST, 0, START_OF_IMAGE);
        out.write(0xFF);
        out.write(0xFE);
        out.write(0);
        out.write(comment.length + 2);
        out.write(comment, 0, comment.length);
        out.write(FIRST, START_OF_IMAGE, FIRST.length - START_OF_IMAGE);
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static byte[] jpeg() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x2A4365), WIDTH, HEIGHT, new Color(0xF6AD55)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < LIGHTS; i++) {
            Color light = new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 150);
            graphics.setPaint(new RadialGradientPaint(
                    random.nextInt(WIDTH),
                    random.nextInt(HEIGHT),
                    50 + random.nextInt(400),
                    new float[] {0, 1},
                    new Color[] {light, new Color(0, 0, 0, 0)}));
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
        }
        graphics.dispose();
        noise(image, random);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void noise(BufferedImage image, Random random) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int by = (int) (random.nextGaussian() * NOISE);
                Color color = new Color(image.getRGB(x, y));
                image.setRGB(
                        x,
                        y,
                        clamped(color.getRed() + by) << 16
                                | clamped(color.getGreen() + by) << 8
                                | clamped(color.getBlue() + by));
            }
        }
    }

    private static int clamped(int value) {
        return Math.clamp(value, 0, 255);
    }
}
