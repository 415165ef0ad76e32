package dev.canvelete.render.paint.pdf;

/** The numbers of the objects from which a reader finds all others. */
record DocumentRoot(int catalogue, int info) {
    /** Writes what a document has besides its page's content. */
    static DocumentRoot write(PdfBody body, PdfOptions options, Page page, PdfBuffer contents, int resources) {
        int pages = body.reserve();
        PdfBuffer leaf =
                new PdfBuffer().put("<</Type/Page/Parent").reference(pages).put("/MediaBox[0 0");
        leaf.number(page.width(), 3)
                .number(page.height(), 3)
                .put("]/Contents[")
                .raw(contents)
                .put("]/Resources");
        leaf.reference(resources).put("/Group<</S/Transparency/CS/DeviceRGB>>>>");
        PdfBuffer tree = new PdfBuffer().put("<</Type/Pages/Count 1/Kids[");
        body.set(pages, tree.reference(body.add(leaf)).put("]>>"));

        Metadata metadata = new Metadata(options);
        int xmp = body.addStream(new PdfBuffer().put("/Type/Metadata/Subtype/XML"), metadata.xmp());
        PdfBuffer catalogue = new PdfBuffer().put("<</Type/Catalog/Pages").reference(pages);
        catalogue.put("/Metadata").reference(xmp);
        if (options.language() != null) {
            catalogue.put("/Lang").text(options.language());
        }
        if (options.title() != null) {
            catalogue.put("/ViewerPreferences<</DisplayDocTitle true>>");
        }
        if (options.archival()) {
            int profile = body.reserve();
            body.setText(profile, new PdfBuffer().put("/N 3"), new PdfBuffer().raw(SrgbProfile.bytes()));
            catalogue.put("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)");
            catalogue.put("/Info(sRGB)/DestOutputProfile").reference(profile).put(">>]");
        }
        return new DocumentRoot(body.add(catalogue.put(">>")), body.add(metadata.info()));
    }
}
