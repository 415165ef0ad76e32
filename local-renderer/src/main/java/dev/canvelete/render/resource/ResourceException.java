package dev.canvelete.render.resource;

/** An asset cannot be had or read. The message says which, why, and what would be right, and holds no internals. */
public final class ResourceException extends Exception {
    private static final long serialVersionUID = 1;

    private static final int MOST_SHOWN = 80;
    private static final int MOST_SHOWN_OF_DATA = 32;

    public ResourceException(String message) {
        super(message);
    }

    public ResourceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** This fault, with the asset it was found in. */
    public ResourceException in(String src) {
        return new ResourceException(shortened(src) + ": " + getMessage(), this);
    }

    private static String shortened(String src) {
        int most = src.regionMatches(true, 0, "data:", 0, 5) ? MOST_SHOWN_OF_DATA : MOST_SHOWN;
        String shown = src.length() > most ? src.substring(0, most) + "…" : src;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
