package dev.canvelete.cli.demo;

import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the demonstration renders. */
final class Pieces {
    private static final float COBALT = 0.6f;
    private static final float CELADON = 0.4f;
    private static final float TERRACOTTA = 0.04f;
    private static final float PLUM = 0.85f;

    private Pieces() {}

    /** Certificates, badges, product cards, and in their midst a template that is nowhere. */
    static List<Piece> all() {
        return List.of(
                certificate("ada-lovelace", "Ada Lovelace", "Prof. Mary Somerville"),
                certificate("alan-turing", "Alan Turing", "Prof. Max Newman"),
                certificate("emmy-noether", "Emmy Noether", "Prof. David Hilbert"),
                badge("A-1024", "Grace Hopper", "Rear Admiral", "Speaker"),
                badge("A-1025", "Katherine Johnson", "Navigator", "Staff"),
                badge("A-1026", "José Çelik-Ångström", "Typographer", "Guest"),
                new Piece(
                        "unknown-template",
                        RenderRequest.ofTemplate("no_such_template").format(OutputFormat.PNG),
                        ErrorCode.DESIGN_NOT_FOUND),
                card("vase-cobalt", OutputFormat.PNG, "Cobalt vase, hand-thrown stoneware", "$64.00", "NEW", COBALT),
                card("vase-celadon", OutputFormat.PNG, "Celadon vase for a single branch", "$48.00", null, CELADON),
                card("vase-terracotta", OutputFormat.JPG, "Terracotta vase, unglazed", "$29.50", "-20%", TERRACOTTA),
                card("vase-plum", OutputFormat.JPG, "Plum vase, two litres", "$72.00", null, PLUM));
    }

    private static Piece certificate(String file, String name, String instructor) {
        return new Piece(
                "certificate-" + file,
                RenderRequest.ofTemplate("certificate_template")
                        .format(OutputFormat.PDF)
                        .data("name", name)
                        .data("course", "Concurrent Programming on the JVM")
                        .data("date", "November 23, 2026")
                        .data("instructor", instructor),
                null);
    }

    private static Piece badge(String id, String name, String title, String role) {
        return new Piece(
                "badge-" + id,
                RenderRequest.ofTemplate("badge_template")
                        .format(OutputFormat.PNG)
                        .data("id", id)
                        .data("name", name)
                        .data("title", title)
                        .data("role", role),
                null);
    }

    private static Piece card(
            String file, OutputFormat format, String name, String price, @Nullable String badge, float hue) {
        return new Piece(
                file,
                RenderRequest.ofTemplate("product_card")
                        .format(format)
                        .data("name", name)
                        .data("price", price)
                        .data("badge", badge)
                        .data("image", ProductPhoto.dataUrl(hue)),
                null);
    }
}
