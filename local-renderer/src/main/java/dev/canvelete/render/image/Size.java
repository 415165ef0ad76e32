package dev.canvelete.render.image;

/** Pixels across and down, both over 0. */
record Size(int width, int height) {
    long pixels() {
        return (long) width * height;
    }
}
