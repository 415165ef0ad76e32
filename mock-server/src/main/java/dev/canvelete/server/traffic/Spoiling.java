package dev.canvelete.server.traffic;

/** What becomes of an answer on its way out. */
enum Spoiling {
    /** It is sent as it is. */
    NONE,
    /** Half of its body is sent as if it were all. */
    MALFORMED,
    /** The connection is cut in the middle of its body. */
    CUT_MIDWAY,
    /** Nothing of it is sent, and the connection is cut. */
    CUT
}
