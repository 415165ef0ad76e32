package dev.canvelete.render.paint.pdf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a document says of itself: once for each kind of reader, and the same to both. */
record Metadata(PdfOptions options) {
    private static final String PRODUCER = "Canvelete Local";
    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The document information dictionary (ISO 32000-2, 14.3.3). */
    PdfBuffer info() {
        PdfBuffer out = new PdfBuffer().put("<</Producer").text(PRODUCER);
        if (options.title() != null) {
            out.put("/Title").text(options.title());
        }
        Instant created = options.created();
        if (created != null) {
            out.put("/CreationDate").text(PDF_DATE.format(created));
        }
        return out.put(">>");
    }

    /** The XMP packet (ISO 16684-1). */
    byte[] xmp() {
        StringBuilder out = new StringBuilder(1024)
                .append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
                .append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">")
                .append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">")
                .append("<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"")
                .append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
                .append(" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"")
                .append(" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n")
                .append("<pdf:Producer>" + PRODUCER + "</pdf:Producer>\n");
        if (options.title() != null) {
            out.append("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
            escape(options.title(), out);
            out.append("</rdf:li></rdf:Alt></dc:title>\n");
        }
        Instant created = options.created();
        if (created != null) {
            out.append("<xmp:CreateDate>");
            out.append(created.truncatedTo(ChronoUnit.SECONDS)).append("</xmp:CreateDate>\n");
        }
        if (options.archival()) {
            out.append("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n");
        }
        return out.append("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void escape(String text, StringBuilder out) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> {
                    boolean allowed = c >= ' ' && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
                    out.append(allowed ? Character.toString(c) : " ");
                }
            }
        });
    }
}
