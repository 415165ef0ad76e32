package dev.canvelete.render.paint.pdf;

/** A font's five objects in a file (ISO 32000-2, 9.7): their numbers, and the glyphs that they hold. */
record EmbeddedFont(int number, int descendant, int descriptor, int file, int unicode, FontSubset subset) {
    static EmbeddedFont reserve(PdfBody body, FontSubset subset) {
        return new EmbeddedFont(body.reserve(), body.reserve(), body.reserve(), body.reserve(), body.reserve(), subset);
    }

    EmbeddedFont with(FontSubset other) {
        return new EmbeddedFont(number, descendant, descriptor, file, unicode, other);
    }

    /** The objects that a file gets. */
    Objects objects(Compressor compressor) {
        String name = subset.name();
        PdfBuffer type0 =
                new PdfBuffer().put("<</Type/Font/Subtype/Type0/BaseFont").name(name);
        type0.put("/Encoding/Identity-H/DescendantFonts[").reference(descendant);
        type0.put("]/ToUnicode").reference(unicode).put(">>");
        PdfBuffer cid = new PdfBuffer()
                .put("<</Type/Font/Subtype/CIDFontType2/BaseFont")
                .name(name);
        cid.put("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity");
        PdfBuffer widths = subset.widths();
        cid.put("/FontDescriptor").reference(descriptor).raw(widths).put(">>");
        PdfBuffer description = new PdfBuffer().put("<<");
        PdfBuffer entries = subset.face().descriptor(name, file);
        description.raw(entries).put(">>");
        return new Objects(this, type0, cid, description, subset.fontFile(compressor), subset.toUnicode());
    }

    /** The objects' contents. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes to be passed on; nobody compares them as values.
    record Objects(
            EmbeddedFont font,
            PdfBuffer type0,
            PdfBuffer cid,
            PdfBuffer descriptor,
            byte[] fontFile,
            PdfBuffer toUnicode) {
        void write(PdfBody body) {
            body.set(font.number, type0);
            body.set(font.descendant, cid);
            body.set(font.descriptor, descriptor);
            body.setStream(font.file, new PdfBuffer().put("/Filter/FlateDecode"), fontFile);
            body.setText(font.unicode, new PdfBuffer(), toUnicode);
        }
    }
}
