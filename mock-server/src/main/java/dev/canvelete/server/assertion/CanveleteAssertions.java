package dev.canvelete.server.assertion;

import dev.canvelete.server.testing.MockWorld;

/** The entry: {@code import static …CanveleteAssertions.assertThat}. */
public final class CanveleteAssertions {
    private CanveleteAssertions() {}

    /** About what happened in a world. */
    public static MockWorldAssert assertThat(MockWorld world) {
        return new MockWorldAssert(world);
    }

    /** About an encoded picture, such as a PNG. */
    public static PictureAssert assertThatPicture(byte[] picture) {
        return new PictureAssert(picture);
    }
}
