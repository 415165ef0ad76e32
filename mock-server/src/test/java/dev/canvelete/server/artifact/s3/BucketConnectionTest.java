package dev.canvelete.server.artifact.s3;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket that cannot be used says what is missing. */
class BucketConnectionTest {
    private final FakeS3 s3 = FakeS3.start();

    @AfterEach
    void close() {
        s3.close();
    }

    private static AbstractThrowableAssert<?, ?> assertUnusable(BucketUrl url) {
        return assertThatThrownBy(
                        () -> S3Artifacts.open(url, InstantSource.system()).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("artifacts: " + url + " cannot be used: ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void withoutABucket() {
        assertUnusable(s3.url("elsewhere", "files")).hasMessageContaining("there is no such bucket");
    }

    @Test
    void withoutThePermissionToWrite() {
        s3.forbid("PUT");
        assertUnusable(s3.url("files")).hasMessageContaining("the credentials may not write to it");
    }

    @Test
    void withNobodyThere() {
        assertUnusable(BucketUrl.of("s3://finished?endpoint=http://127.0.0.1:1"))
                .hasMessageContaining("it cannot be reached")
                .hasMessageContaining("ConnectException");
    }

    @Test
    void withoutCredentials(@TempDir Path home) {
        assumeTrue(System.getenv().keySet().stream()
                .noneMatch(name -> name.matches("AWS_(ACCESS|CONTAINER|PROFILE|WEB).*")));
        s3.close();
        String[] settings = {"aws.sharedCredentialsFile", "aws.configFile"};
        for (String setting : settings) {
            System.setProperty(setting, home.resolve("none").toString());
        }
        System.setProperty("aws.disableEc2Metadata", "true");
        try {
            assertUnusable(BucketUrl.of("s3://finished?region=eu-central-1"))
                    .hasMessageContaining("there are no credentials for it; AWS_ACCESS_KEY_ID");
        } finally {
            for (String setting : settings) {
                System.clearProperty(setting);
            }
            System.clearProperty("aws.disableEc2Metadata");
        }
    }
}
