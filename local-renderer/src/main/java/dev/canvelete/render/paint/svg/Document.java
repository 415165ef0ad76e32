package dev.canvelete.render.paint.svg;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document being put together from pieces; names what they refer to in the order of first use. */
final class Document {
    /** Text stands where it is put: no reader orders, spaces or thickens it by ideas of its own. */
    private static final String TEXT_RULES = "text{white-space:pre;text-rendering:geometricPrecision;"
            + "font-synthesis:none;direction:ltr;unicode-bidi:bidi-override}";

    private final Canvas canvas;
    private final Map<Definition, String> ids = new LinkedHashMap<>();
    private final Faces faces = new Faces();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(8192);

    Document(Canvas canvas) {
        this.canvas = canvas;
    }

    void add(List<Markup.Piece> pieces) {
        for (Markup.Piece piece : pieces) {
            body.writeBytes(utf8(
                    switch (piece) {
                        case Markup.Piece.Text(String text) -> text;
                        case Markup.Piece.Id(Definition definition) -> id(definition);
                        case Markup.Piece.Family(Letters letters) -> faces.family(letters);
                    }));
        }
    }

    private String id(Definition definition) {
        String known = ids.get(definition);
        if (known == null) {
            known = "d" + ids.size();
            ids.put(definition, known);
        }
        return known;
    }

    byte[] finish() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.size() + 1024);
        out.writeBytes(utf8(head()));
        if (!faces.all().isEmpty()) {
            out.writeBytes(utf8("<style>\n"));
            for (Face face : faces.all()) {
                out.writeBytes(utf8("@font-face{font-family:" + face.family() + ";src:url("));
                out.writeBytes(utf8(canvas.parts().font(face)));
                out.writeBytes(utf8(")}\n"));
            }
            out.writeBytes(utf8(TEXT_RULES + "\n</style>\n"));
        }
        if (!ids.isEmpty()) {
            out.writeBytes(utf8("<defs>\n"));
            ids.forEach((definition, id) -> {
                out.writeBytes(utf8("<" + definition.element() + " id=\"" + id + "\""));
                out.writeBytes(utf8(definition.rest()));
                out.writeBytes(utf8("\n"));
            });
            out.writeBytes(utf8("</defs>\n"));
        }
        out.writeBytes(body.toByteArray());
        out.writeBytes(utf8("</svg>\n"));
        return out.toByteArray();
    }

    private String head() {
        SvgOptions options = canvas.options();
        Markup head = new Markup().put("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        head.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
        head.attribute("width", options.width(), 3).attribute("height", options.height(), 3);
        head.put(" viewBox=\"0 0 ").number(canvas.width(), 3).put(" ").number(canvas.height(), 3);
        head.put("\" preserveAspectRatio=\"none\" overflow=\"hidden\"");
        String language = options.language();
        if (language != null) {
            head.attribute("xml:lang", Xml.escaped(language));
        }
        head.put(">\n");
        String title = options.title();
        if (title != null) {
            head.put("<title>").put(Xml.escaped(title)).put("</title>\n");
        }
        return head.plain();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
