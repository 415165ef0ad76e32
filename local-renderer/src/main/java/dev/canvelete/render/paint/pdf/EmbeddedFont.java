package dev.canvelete.render.paint.pdf;

/** A font's five objects in a file (ISO 32000-2, 9.7): their numbers, and the glyphs that they hold. */
record EmbeddedFont(int number, int descendant, int descriptor, int file, int unicode, FontSubset subset) {
    static EmbeddedFont reserve(PdfBody body, FontSubset subset) {
        return new EmbeddedFont(body.reserve(), body.reserve(), body.reserve(), body.reserve(), body.reserve(), subset);
    }

    EmbeddedFont with(FontSubset other) {
        return new EmbeddedFont(number, descendant, descriptor, file, unicode, other);
    }

    /** Writes the five objects. */
    void write(PdfBody body, Workspace workspace) {
        PdfBuffer name = new PdfBuffer(64).name(subset.name());
        body.object(number)
                .put("<</Type/Font/Subtype/Type0/BaseFont")
                .raw(name)
                .put("/Encoding/Identity-H/DescendantFonts[")
                .reference(descendant)
                .put("]/ToUnicode")
                .reference(unicode)
                .put(">>");
        PdfBuffer cid = body.object(descendant)
                .put("<</Type/Font/Subtype/CIDFontType2/BaseFont")
                .raw(name)
                .put("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity")
                .put("/FontDescriptor")
                .reference(descriptor);
        subset.widths(cid).put(">>");
        body.object(descriptor)
                .put("<</Type/FontDescriptor/FontName")
                .raw(name)
                .raw(subset.face().measures())
                .put("/FontFile2")
                .reference(file)
                .put(">>");
        body.setFontProgram(file, subset.fontFile(workspace.compressor()));
        body.setCompressed(unicode, subset.toUnicode(workspace));
    }
}
