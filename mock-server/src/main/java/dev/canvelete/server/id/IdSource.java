package dev.canvelete.server.id;

/** Makes ids. Implementations are thread-safe, and their ids cannot be guessed: a render's id is all that a download needs. */
@FunctionalInterface
public interface IdSource {
    /**
     * A new id, of letters, digits and underscores only.
     *
     * @param kind what it is for, such as {@code render}; the id is {@code render_…} and at least 13 characters long
     */
    String next(String kind);
}
