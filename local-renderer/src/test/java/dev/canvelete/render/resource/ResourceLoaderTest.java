package dev.canvelete.render.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.engine.EngineSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceLoaderTest {
    private static final Limits SMALL =
            new Limits(1000, 1000, 1000, 2, Duration.ofSeconds(1), Duration.ofSeconds(1), 10_000, 10_000);

    @TempDir
    Path home;

    private ResourceLoader loader = new ResourceLoader(EngineSettings.standard(), SMALL);

    @BeforeEach
    void assets() throws Exception {
        Path assets = Files.createDirectories(home.resolve("assets/sub"));
        Files.writeString(assets.resolve("a b.txt"), "deep");
        Files.writeString(home.resolve("assets/Logo.png"), "logo");
        Files.writeString(home.resolve("secret.txt"), "secret");
        Files.write(home.resolve("assets/large.bin"), new byte[1001]);
        Files.write(home.resolve("assets/full.bin"), new byte[1000]);
        Files.createSymbolicLink(home.resolve("assets/out.txt"), home.resolve("secret.txt"));
        Files.createSymbolicLink(home.resolve("assets/up"), home);
        Files.createSymbolicLink(home.resolve("assets/alias.png"), Path.of("Logo.png"));
        loader = new ResourceLoader(EngineSettings.standard().withAssetFolder(home.resolve("assets")), SMALL);
    }

    @Test
    void aDataUrlThatCameJustBeforeIsTheSameResource() throws Exception {
        String url = "data:;base64,aGVsbG8=";

        Resource first = loader.load(url);

        assertThat(loader.load(" " + url)).isSameAs(first);
        assertThat(text("data:;base64,aGVsbG9v")).isEqualTo("helloo");
        assertThat(text(url)).isEqualTo("hello");
    }

    private String text(String src) throws ResourceException {
        return new String(loader.load(src).bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            data:,plain                                | plain
            data:text/plain;charset=utf-8,a%20b%C3%A9  | a bé
            data:,100%                                 | 100%
            data:;base64,aGVsbG8=                      | hello
            data:image/png;BASE64,aGVs bG8             | hello
            DATA:;base64,aGVsbG8%3D#part               | hello
            <svg/>                                     | <svg/>
            Logo.png                                   | logo
            ./Logo.png                                 | logo
            alias.png                                  | logo
            sub/a b.txt                                | deep
            """)
    void loadsWhatADesignMayName(String src, String text) throws Exception {
        assertThat(text(src)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "sub/../../secret.txt",
                "sub/..",
                "/etc/passwd",
                "//host/share",
                "\\\\host\\share",
                "..\\secret.txt",
                "C:\\secret.txt",
                "C:secret.txt",
                "file:///etc/passwd",
                "file:Logo.png",
                "out.txt",
                "up/secret.txt",
                "a\0.png",
                "a\n.png",
                "sub",
                "missing.png",
                "jar:file:x!/y",
                "ftp://host/x",
                "",
                "data:nocomma",
                "data:;base64,*",
                "data:;base64,aaaaa",
                "Logo.png/x"
            })
    void refusesWhatIsNotInTheFolderOrNoSource(String src) {
        assertThatThrownBy(() -> loader.load(src))
                .isInstanceOf(ResourceException.class)
                .message()
                .doesNotContain(home.toString(), "\0", "\n", "Exception");
    }

    @Test
    void namesTheSourceAndWhatWouldBeRight() {
        assertThatThrownBy(() -> loader.load("../x.png"))
                .hasMessage("../x.png: a path below the asset folder is right, with no '..', backslash or leading '/'");
        assertThatThrownBy(() -> loader.load("data:image/png;base64," + "*".repeat(500)))
                .hasMessage("data:image/png;base64,**********…: the data is not base64");
    }

    @Test
    void readsNoFilesWithoutAFolder() {
        assertThatThrownBy(() -> new ResourceLoader(EngineSettings.standard(), SMALL).load("Logo.png"))
                .hasMessageContaining("there is no asset folder");
    }

    @Test
    void refusesWhatIsOverTheLimit() throws Exception {
        assertThat(loader.load("full.bin").bytes()).hasSize(1000);
        assertThatThrownBy(() -> loader.load("large.bin")).hasMessageContaining("larger than 1000 bytes");
        for (int size : new int[] {1001, 100_000}) {
            String base64 = Base64.getEncoder().encodeToString(new byte[size]);
            assertThatThrownBy(() -> loader.load("data:;base64," + base64)).hasMessageContaining("larger than 1000");
            assertThatThrownBy(() -> loader.load("data:," + "x".repeat(size))).hasMessageContaining("larger than 1000");
        }
    }

    @Test
    void seesThatAFileHasChanged() throws Exception {
        Resource before = loader.load("Logo.png");
        Files.writeString(home.resolve("assets/Logo.png"), "new");

        assertThat(text("Logo.png")).isEqualTo("new");
        assertThat(loader.load("Logo.png").digest()).isNotEqualTo(before.digest());
        assertThat(loader.load("data:,logo").digest()).isEqualTo(before.digest());
    }

    @Test
    void staysOffTheNetworkWhenToldTo() {
        ResourceLoader offline = new ResourceLoader(new EngineSettings(null, null, false, true), SMALL);

        assertThatThrownBy(() -> offline.load("http://localhost/x.png"))
                .hasMessageContaining("network is switched off");
    }
}
