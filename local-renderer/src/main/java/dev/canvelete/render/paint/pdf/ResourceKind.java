package dev.canvelete.render.paint.pdf;

/** What content refers to by name. */
enum ResourceKind {
    FONT("/Font", 'F'),
    STATE("/ExtGState", 'G'),
    OBJECT("/XObject", 'X'),
    PATTERN("/Pattern", 'P'),
    SHADING("/Shading", 'S');

    final String entry;
    final char letter;

    ResourceKind(String entry, char letter) {
        this.entry = entry;
        this.letter = letter;
    }
}
