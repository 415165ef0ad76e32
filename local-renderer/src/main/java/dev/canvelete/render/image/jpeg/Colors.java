package dev.canvelete.render.image.jpeg;

import java.util.List;

/** What the components of a file mean. */
enum Colors {
    GREY,
    YCC,
    RGB,
    /** Inverted, as Adobe's programs write it and browsers take it. */
    CMYK,
    YCCK;

    /** Adobe's marker has no say. */
    static final int NO_TRANSFORM = -1;

    /**
     * The colours that a file has by its components and markers, decided as the Independent JPEG Group's library does.
     *
     * @param transform of Adobe's marker (its technical note 5116), or {@link #NO_TRANSFORM}
     */
    static Colors of(List<Frame.Sampling> components, boolean jfif, int transform) {
        return switch (components.size()) {
            case 1 -> GREY;
            case 3 -> jfif || !rgb(components, transform) ? YCC : RGB;
            default -> transform == 2 ? YCCK : CMYK;
        };
    }

    private static boolean rgb(List<Frame.Sampling> components, int transform) {
        return transform == 0
                || transform == NO_TRANSFORM
                        && components.get(0).id() == 'R'
                        && components.get(1).id() == 'G'
                        && components.get(2).id() == 'B';
    }
}
