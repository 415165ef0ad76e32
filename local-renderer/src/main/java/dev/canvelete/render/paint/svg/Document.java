package dev.canvelete.render.paint.svg;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document being put together from pieces; names what they refer to in the order of first use. */
final class Document implements Markup.Names {
    /** Text stands where it is put: no reader orders, spaces or thickens it by ideas of its own. */
    private static final String TEXT_RULES = "text{white-space:pre;text-rendering:geometricPrecision;"
            + "font-synthesis:none;direction:ltr;unicode-bidi:bidi-override}";

    private static final byte[] END = utf8("</svg>\n");

    private final Map<Definition, String> ids = new LinkedHashMap<>();
    private final Faces faces = new Faces();
    private final List<byte[]> body = new ArrayList<>();

    void add(List<Markup.Piece> pieces) {
        for (Markup.Piece piece : pieces) {
            body.add(
                    switch (piece) {
                        case Markup.Piece.Text(byte[] text) -> text;
                        case Markup.Piece.Id(Definition definition) -> utf8(id(definition));
                        case Markup.Piece.Family(Letters letters) -> utf8(family(letters));
                    });
        }
    }

    /** Adds what was written for this document alone, since the last time. */
    void add(Markup own) {
        body.add(own.taken());
    }

    @Override
    public String id(Definition definition) {
        String known = ids.get(definition);
        if (known == null) {
            known = "d" + ids.size();
            ids.put(definition, known);
        }
        return known;
    }

    @Override
    public String family(Letters letters) {
        return faces.family(letters);
    }

    /** What all documents for a canvas begin with. */
    static byte[] head(Canvas canvas) {
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
        return head.taken();
    }

    /** The whole file. */
    byte[] finish(byte[] head, Parts parts) {
        List<byte[]> all = new ArrayList<>(body.size() + 2 * ids.size() + 8);
        all.add(head);
        style(parts, all);
        definitions(all);
        all.addAll(body);
        all.add(END);
        return joined(all);
    }

    private void style(Parts parts, List<byte[]> out) {
        if (!faces.all().isEmpty()) {
            out.add(utf8("<style>\n"));
            for (Face face : faces.all()) {
                out.add(utf8("@font-face{font-family:" + face.family() + ";src:url("));
                out.add(utf8(parts.font(face)));
                out.add(utf8(")}\n"));
            }
            out.add(utf8(TEXT_RULES + "\n</style>\n"));
        }
    }

    private void definitions(List<byte[]> out) {
        if (!ids.isEmpty()) {
            out.add(utf8("<defs>\n"));
            ids.forEach((definition, id) -> {
                out.add(utf8("<" + definition.element() + " id=\"" + id + "\""));
                out.add(utf8(definition.rest()));
                out.add(utf8("\n"));
            });
            out.add(utf8("</defs>\n"));
        }
    }

    private static byte[] joined(List<byte[]> pieces) {
        int length = 0;
        for (byte[] piece : pieces) {
            length = Math.addExact(length, piece.length);
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
