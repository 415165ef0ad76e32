package dev.canvelete.benchmarks.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.benchmarks.work.Renderer;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * A sample drawn whole with Java2D and written with ImageIO. Fonts are kept, and so is the last photo, as anybody would
 * do who draws many. Shadows are stacked outlines, cheaper than a true blur. Not thread-safe.
 */
public final class PlainPicture implements Renderer {
    private static final int SHADOW_STEPS = 16;

    private final Design design;
    private final OutputFormat format;
    private final Map<String, PlainText> texts = new HashMap<>();
    private String photoUrl = "";
    private BufferedImage photo = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    public PlainPicture(Design design, OutputFormat format) {
        this.design = design;
        this.format = format;
    }

    @Override
    public byte[] render(ObjectNode data) throws Exception {
        BufferedImage image = new BufferedImage(design.width(), design.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(PlainElements.color(String.valueOf(design.canvasData().background())));
        graphics.fillRect(0, 0, design.width(), design.height());
        for (ObjectNode element : design.canvasData().elements()) {
            draw(graphics, element, data);
        }
        graphics.dispose();
        return format == OutputFormat.JPG ? jpeg(image) : png(image);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.9f);
        try (ImageOutputStream target = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(target);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private void draw(Graphics2D graphics, ObjectNode element, ObjectNode data) throws Exception {
        Rectangle2D box = new Rectangle2D.Double(
                element.path("x").asDouble(),
                element.path("y").asDouble(),
                element.path("width").asDouble(),
                element.path("height").asDouble());
        double radius = 2 * element.path("borderRadius").asDouble();
        Shape rounded =
                new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), radius, radius);
        switch (element.path("type").asText()) {
            case "rectangle" -> {
                if (element.has("boxShadow")) {
                    shadow(graphics, box, radius);
                }
                shape(graphics, element, rounded, box);
            }
            case "circle" ->
                shape(
                        graphics,
                        element,
                        new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight()),
                        box);
            case "star" -> shape(graphics, element, star(element, box), box);
            case "line" ->
                stroke(
                        graphics,
                        element,
                        new Line2D.Double(box.getX(), box.getCenterY(), box.getMaxX(), box.getCenterY()));
            case "text" -> {
                PlainText text = texts.computeIfAbsent(element.toString(), key -> PlainText.of(element));
                text.draw(graphics, PlainElements.text(element, data), box);
            }
            case "image" -> {
                graphics.setClip(rounded);
                image(graphics, PlainElements.filled(element.path("src").asText(), data), box);
                graphics.setClip(null);
            }
            case "qr" -> qr(graphics, element, PlainElements.qr(element, data), box);
            default -> throw new IllegalArgumentException("the samples have no " + element.path("type"));
        }
    }

    private static void shadow(Graphics2D graphics, Rectangle2D box, double radius) {
        graphics.setColor(new Color(15, 23, 42, 3));
        for (int i = -SHADOW_STEPS; i < SHADOW_STEPS; i++) {
            graphics.fill(new RoundRectangle2D.Double(
                    box.getX() - i,
                    box.getY() - i + 12,
                    box.getWidth() + 2 * i,
                    box.getHeight() + 2 * i,
                    radius,
                    radius));
        }
    }

    private static void shape(Graphics2D graphics, JsonNode element, Shape shape, Rectangle2D box) {
        String fill = element.path("fill").asText("transparent");
        Color[] colors = PlainElements.colors(fill);
        if (fill.startsWith("linear")) {
            graphics.setPaint(new GradientPaint(
                    (float) box.getX(),
                    (float) box.getY(),
                    colors[0],
                    (float) box.getMaxX(),
                    (float) box.getMaxY(),
                    colors[1]));
        } else if (fill.startsWith("radial")) {
            graphics.setPaint(new RadialGradientPaint(
                    (float) box.getCenterX(),
                    (float) box.getCenterY(),
                    (float) box.getWidth() / 2,
                    new float[] {0, 1},
                    new Color[] {colors[0], colors[1]}));
        } else {
            graphics.setColor(PlainElements.color(fill));
        }
        graphics.fill(shape);
        stroke(graphics, element, shape);
    }

    private static void stroke(Graphics2D graphics, JsonNode element, Shape shape) {
        if (element.has("stroke")) {
            graphics.setColor(PlainElements.color(element.path("stroke").asText()));
            graphics.setStroke(
                    new BasicStroke((float) element.path("strokeWidth").asDouble(1)));
            graphics.draw(shape);
        }
    }

    private static Shape star(JsonNode element, Rectangle2D box) {
        int points = element.path("starPoints").asInt(5);
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 2 * points; i++) {
            double reach = (i % 2 == 0 ? 1 : element.path("starInnerRadius").asDouble(0.4)) / 2;
            double angle = Math.PI * i / points;
            double x = box.getCenterX() + Math.sin(angle) * reach * box.getWidth();
            double y = box.getCenterY() - Math.cos(angle) * reach * box.getHeight();
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    private void image(Graphics2D graphics, String src, Rectangle2D box) throws IOException {
        if (!src.equals(photoUrl)) {
            byte[] file = Base64.getDecoder().decode(src.substring(src.indexOf(',') + 1));
            photo = ImageIO.read(new ByteArrayInputStream(file));
            photoUrl = src;
        }
        double scale = Math.max(box.getWidth() / photo.getWidth(), box.getHeight() / photo.getHeight());
        AffineTransform place = AffineTransform.getTranslateInstance(
                box.getCenterX() - photo.getWidth() * scale / 2, box.getCenterY() - photo.getHeight() * scale / 2);
        place.scale(scale, scale);
        graphics.drawImage(photo, place, null);
    }

    private static void qr(Graphics2D graphics, JsonNode element, QrCode code, Rectangle2D box) {
        graphics.setColor(PlainElements.color(element.path("qrBgColor").asText("#ffffff")));
        graphics.fill(box);
        graphics.setColor(PlainElements.color(element.path("qrColor").asText("#000000")));
        int module = (int) (box.getWidth() / (code.getWidth() + 2));
        int left = (int) (box.getCenterX() - module * code.getWidth() / 2.0);
        int top = (int) (box.getCenterY() - module * code.getWidth() / 2.0);
        for (Rectangle bar : code.getRectangles()) {
            graphics.fillRect(
                    left + (int) bar.x * module,
                    top + (int) bar.y * module,
                    (int) bar.width * module,
                    (int) bar.height * module);
        }
    }
}
