package dev.canvelete.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.canvelete.api.error.ErrorCode;
import dev.canvelete.api.render.RenderResult;
import dev.canvelete.client.error.ConnectionException;
import dev.canvelete.client.error.NotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final byte[] FILE = {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3};
    private static final RenderResult RESULT = Results.completed("render_001", "/renders/001.png");

    @RegisterExtension
    static final WireMockExtension service = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @RegisterExtension
    static final WireMockExtension elsewhere = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    Path folder = Path.of("");

    private final CanveleteClient client = CanveleteClient.builder()
            .apiKey("cvt_test_teams")
            .baseUrl(service.baseUrl())
            .environment(new FakeTime().environment())
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void givesTheBytes() {
        service.stubFor(get("/renders/001.png").willReturn(aResponse().withBody(FILE)));

        assertThat(client.render().download(RESULT)).isEqualTo(FILE);
    }

    @Test
    void savesTheFileAndMakesItsFolder() {
        service.stubFor(get("/renders/001.png").willReturn(aResponse().withBody(FILE)));
        Path target = folder.resolve("a").resolve("b.png");

        client.render().download(RESULT, target);

        assertThat(target).hasBinaryContent(FILE);
        assertThat(target.getParent()).isDirectoryContaining(p -> p.equals(target));
    }

    @Test
    void replacesAFileThatIsThere() throws Exception {
        service.stubFor(get("/renders/001.png").willReturn(aResponse().withBody(FILE)));
        Path target = Files.writeString(folder.resolve("b.png"), "old and longer than the new one");

        client.render().download(RESULT, target);

        assertThat(target).hasBinaryContent(FILE);
    }

    @Test
    void leavesNothingBehindWhenTheConnectionBreaks() {
        try (BrokenService broken = BrokenService.closingAfter(BrokenService.HALF_AN_ANSWER)) {
            RenderResult result = Results.completed("render_001", broken.uri() + "/renders/001.png");

            assertThatThrownBy(() -> client.render().download(result, folder.resolve("b.png")))
                    .isInstanceOf(ConnectionException.class);
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesNothingBehindWhenTheFileIsGone() {
        service.stubFor(get("/renders/001.png").willReturn(aResponse().withStatus(404)));

        assertThatThrownBy(() -> client.render().download(RESULT, folder.resolve("b.png")))
                .isInstanceOf(NotFoundException.class);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sendsTheKeyToNoOtherHost() {
        elsewhere.stubFor(get("/renders/001.png").willReturn(aResponse().withBody(FILE)));

        client.render().download(Results.completed("render_001", elsewhere.baseUrl() + "/renders/001.png"));

        elsewhere.verify(getRequestedFor(urlPathEqualTo("/renders/001.png")).withHeader("Authorization", absent()));
    }

    @Test
    void refusesWhatHasNoFile() {
        RenderResult failed = Results.failed("render_002", ErrorCode.DESIGN_NOT_FOUND, "no design x");

        assertThatThrownBy(() -> client.render().download(failed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("render render_002 is failed; only a completed one has a file");
    }

    @Test
    void refusesFilesOfThisMachine() {
        assertThatThrownBy(() -> client.render().download(Results.completed("render_001", "file:///etc/passwd")))
                .hasMessageContaining("no http(s) URL");
    }
}
