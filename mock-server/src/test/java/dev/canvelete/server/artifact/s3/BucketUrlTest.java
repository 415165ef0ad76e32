package dev.canvelete.server.artifact.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketUrlTest {
    @Test
    void readsABucketOfAmazons() {
        assertThat(BucketUrl.of("s3://my-files/canvelete/renders?region=eu-central-1"))
                .isEqualTo(new BucketUrl(
                        "my-files", "canvelete/renders/", Optional.empty(), Optional.of("eu-central-1"), false))
                .hasToString("s3://my-files/canvelete/renders/");
    }

    @Test
    void readsABucketElsewhere() {
        assertThat(BucketUrl.of("s3://files?endpoint=https%3A%2F%2Fs3.example%3A9000"))
                .isEqualTo(new BucketUrl(
                        "files", "", Optional.of(URI.create("https://s3.example:9000")), Optional.empty(), true))
                .hasToString("s3://files/ at https://s3.example:9000");
        assertThat(BucketUrl.of("s3://files/?endpoint=http://s3.example&pathStyle=false")
                        .pathStyle())
                .isFalse();
        assertThat(BucketUrl.of("s3://files/a/?region=").prefix()).isEqualTo("a/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/var/files",
                "s3:files",
                "s3://",
                "s3://UPPER",
                "s3://AKIA:secret@files",
                "s3://files/../other",
                "s3://files//a",
                "s3://files/a b",
                "s3://files#a",
                "s3://files?endpoint",
                "s3://files?secretAccessKey=secret",
                "s3://files?region=eu_central",
                "s3://files?pathStyle=yes",
                "s3://files?endpoint=ftp://host",
                "s3://files?endpoint=https://AKIA:secret@host",
                "s3://files?endpoint=s3.example",
                "s3://files?endpoint=http://%20"
            })
    void refusesOthersWithoutRepeatingThem(String url) {
        assertThatThrownBy(() -> BucketUrl.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("s3://BUCKET/PREFIX")
                .hasMessageNotContaining("secret@")
                .hasMessageNotContaining("=secret");
    }
}
