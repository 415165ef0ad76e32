package dev.canvelete.render.resolve.text;

/**
 * A line of a paragraph.
 *
 * @param start of its first character
 * @param visibleEnd after its last character that is not white space hanging out of the line
 * @param end after its last character
 * @param width in pixels, without what hangs
 * @param last whether the paragraph ends with it, so that it is not justified
 * @param hyphenated whether it ends at a soft hyphen, which is now to be seen
 * @param broken whether it ends inside a word
 */
record Line(int start, int visibleEnd, int end, double width, boolean last, boolean hyphenated, boolean broken) {}
