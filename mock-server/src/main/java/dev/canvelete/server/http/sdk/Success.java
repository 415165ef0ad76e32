package dev.canvelete.server.http.sdk;

/** What a deletion is answered with: the clients read JSON, and stumble over an empty answer. */
record Success(boolean success) {
    static final Success DONE = new Success(true);
}
