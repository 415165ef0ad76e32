package dev.canvelete.server.engine;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The smallest files of a given size in the formats that know no pixels. */
final class BlankVector {
    private BlankVector() {}

    /** One empty page (ISO 32000-1), its size in points. */
    static byte[] pdf(double width, double height) {
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                String.format(
                        Locale.ROOT,
                        "<</Type/Page/Parent 2 0 R/Resources<<>>/MediaBox[0 0 %.2f %.2f]>>",
                        width,
                        height));
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (String object : objects) {
            offsets.add(file.length());
            file.append(offsets.size()).append(" 0 obj").append(object).append("endobj\n");
        }
        int table = file.length();
        file.append("xref\n0 4\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        file.append("trailer<</Size 4/Root 1 0 R>>\nstartxref\n").append(table).append("\n%%EOF\n");
        return file.toString().getBytes(US_ASCII);
    }

    /** An empty picture. */
    static byte[] svg(int width, int height) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                        + "\" viewBox=\"0 0 " + width + " " + height + "\"/>\n")
                .getBytes(US_ASCII);
    }
}
