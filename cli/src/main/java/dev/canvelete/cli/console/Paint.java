package dev.canvelete.cli.console;

/** How text is coloured (ECMA-48, 8.3.117). */
public enum Paint {
    /** Not at all. */
    PLAIN,
    /** With the terminal's own colours. */
    COLOURS;

    /** What something is about. */
    public String strong(String text) {
        return painted("1", text);
    }

    /** What went well. */
    public String good(String text) {
        return painted("32", text);
    }

    /** What went wrong. */
    public String bad(String text) {
        return painted("31", text);
    }

    /** What to look at. */
    public String warning(String text) {
        return painted("33", text);
    }

    /** What is of less interest. */
    public String faint(String text) {
        return painted("2", text);
    }

    private String painted(String code, String text) {
        return switch (this) {
            case PLAIN -> text;
            case COLOURS -> "\u001b[" + code + "m" + text + "\u001b[0m";
        };
    }
}
