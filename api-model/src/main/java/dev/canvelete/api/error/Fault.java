package dev.canvelete.api.error;

/**
 * One thing that is wrong with an input.
 *
 * @param path where, as a dotted path with indices, such as {@code renders[3].format}; empty for the whole input
 * @param message what is wrong and what would be right
 */
public record Fault(String path, String message) {
    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
