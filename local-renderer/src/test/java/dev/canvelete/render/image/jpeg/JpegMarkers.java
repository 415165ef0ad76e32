package dev.canvelete.render.image.jpeg;

/** Where things stand in a JPG's head. */
final class JpegMarkers {
    private JpegMarkers() {}

    /** Where the first segment with a marker begins. */
    static int find(byte[] file, int marker) {
        int at = 2;
        while ((file[at + 1] & 0xFF) != marker) {
            at += 2 + length(file, at);
        }
        return at;
    }

    /** The length of the segment that begins there, without its marker. */
    static int length(byte[] file, int at) {
        return (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
    }
}
