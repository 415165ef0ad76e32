/** The finished files in a bucket of S3, or of a store that speaks as S3 does. Needs the AWS SDK, which is optional. */
@NullMarked
package dev.canvelete.server.artifact.s3;

import org.jspecify.annotations.NullMarked;
