package dev.canvelete.render.resolve.code.qr;

/** Versions that count characters in equally many bits (table 3). */
enum SizeClass {
    SMALL(1, 9),
    MEDIUM(10, 26),
    LARGE(27, 40);

    private final int first;
    private final int last;

    SizeClass(int first, int last) {
        this.first = first;
        this.last = last;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }
}
