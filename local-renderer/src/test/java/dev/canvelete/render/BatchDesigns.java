package dev.canvelete.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.DesignFile;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.json.Json;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Designs that are hard to split into what changes and what does not, and records that try everything on them. */
final class BatchDesigns {
    /** Small ones of {@code src/test/resources}, each for a difficulty of its own. */
    static final List<String> HARD = List.of(
            "under-fixed",
            "effects",
            "frosted-fixed",
            "frosted-stacked",
            "frosted-live",
            "frosted-filtered",
            "turned",
            "outside",
            "clear",
            "clear-live",
            "grey",
            "few-colors",
            "backdrop-color",
            "pictures",
            "everything-fixed");

    private static final List<String> COLORS = List.of(
            "#111111", "white", "rgba(200, 30, 40, 0.7)", "hsl(150 60% 40%)", "#0000", "rebeccapurple", "#12345678");
    private static final List<String> FILLS = List.of(
            "linear-gradient(to right, red, rgba(0, 0, 255, 0.3))", "radial-gradient(circle, gold, #7c2d12)", "none");
    private static final List<String> WORDS = List.of(
            "Ada", "Łukasz", "O'Neil", "W", "", "Āœß", "Mississippi", "fi-ffl", "Ψυχή", "jgpqy", "العربية", "1", "İI");
    static final List<String> IMAGES = List.of(picture("png", 40, 30), picture("jpg", 64, 48), picture("png", 7, 90));

    private BatchDesigns() {}

    static Design get(String name) {
        if (SampleDesigns.names().contains(name)) {
            return SampleDesigns.get(name);
        }
        try (InputStream in = BatchDesigns.class.getResourceAsStream("batch/" + name + ".json")) {
            return DesignFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** A record that may hide, override, misplace or leave out anything, and that can be drawn. */
    static RenderRecord record(String design, Random random) {
        boolean sample = SampleDesigns.names().contains(design);
        ObjectNode data = sample ? SampleDesigns.data(design) : Json.object();
        data.put("name", words(random));
        if (random.nextInt(5) > 0) {
            data.put("title", words(random));
        }
        data.put("id", "A-" + random.nextInt(100_000));
        data.put("x", random.nextInt(-60, 200)).put("y", random.nextInt(-40, 130));
        data.put("size", 1 + random.nextInt(70));
        data.put("color", one(COLORS, random)).put("grey", one(List.of("#000", "#777", "#c0ffee"), random));
        data.put("fill", one(random.nextBoolean() ? FILLS : COLORS, random));
        if (!sample) {
            data.put("image", one(IMAGES, random));
        }
        switch (random.nextInt(4)) {
            case 0 -> data.putNull("badge");
            case 1 -> data.put("badge", words(random));
            case 2 -> data.put("veil", false);
            default -> data.remove("badge");
        }
        return RenderRecord.of(data, overrides(random));
    }

    private static ObjectNode overrides(Random random) {
        ObjectNode overrides = Json.object();
        if (random.nextInt(6) == 0) {
            overrides.putObject("veil").put("color", one(COLORS, random)).put("x", random.nextInt(100));
        }
        if (random.nextInt(6) == 0) {
            overrides.putObject("wander").put("opacity", random.nextDouble()).put("rotation", random.nextInt(360));
        }
        return overrides;
    }

    /** The same record with something that cannot be drawn, if the design uses it. */
    static RenderRecord broken(RenderRecord record, Random random) {
        ObjectNode data = record.data().deepCopy();
        ObjectNode overrides = record.elements().deepCopy();
        switch (random.nextInt(4)) {
            case 0 -> data.put("color", "reddish").put("grey", "greyish");
            case 1 -> data.put("image", "data:image/png;base64,AAAA").put("id", "\u0000");
            case 2 -> data.put("size", "large").put("fill", "linear-gradient(");
            default ->
                List.of("veil", "wander", "name")
                        .forEach(id -> overrides.putObject(id).put("x", "far away"));
        }
        return RenderRecord.of(data, overrides);
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder(one(WORDS, random));
        for (int more = random.nextInt(4); more > 0; more--) {
            text.append(random.nextInt(9) == 0 ? '\n' : ' ').append(one(WORDS, random));
        }
        return text.toString();
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String type = format.equals("jpg") ? "jpeg" : format;
        return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
