package dev.canvelete.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page as somebody sees it who has it open in Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardTest {
    @TempDir
    private static Path profile;

    private Browser browser;
    private MockServer server;
    private Api api;

    @BeforeAll
    void openBrowser() throws IOException {
        browser = Browser.open(profile);
    }

    @AfterAll
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() {
        server = MockServer.start(
                ServerOptions.standard().withEngine("placeholder").withWebhookRetries(List.of()));
        api = Api.enterprise(server);
        browser.wide();
        browser.go(server.baseUri());
    }

    @AfterEach
    void stop() {
        List<String> complaints = browser.complaints();
        browser.go("about:blank");
        server.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void saysWhatToDoWhileThereIsNothing() {
        browser.see(".empty", "No batch has come in yet");
        browser.see(".empty pre", server.baseUri() + "/v1/render/batch");
        browser.see(".empty", "cvt_test_teams");
    }

    @Test
    void showsABatchAsItComesInAndEveryPictureOfIt() {
        browser.see(".empty", "No batch");

        api.finished(Api.batch(100, "badge_template"));

        browser.see(".rows .pill", "completed");
        browser.see(".rows .number", "100/100");
        browser.see(".rows a.open", "").click();
        browser.seeMany(".grid > li", 100);
        browser.until("[...document.querySelectorAll('.grid img')].slice(0, 5).every(i => i.naturalWidth > 0)");
    }

    @Test
    void looksWithoutBeingTakenForTheApplication() {
        api.finished(Api.batch(3, "badge_template"));
        api.post("/__admin/faults", "{\"kind\":\"http.status\",\"status\":503,\"match\":{\"path\":\"/renders/*\"}}");

        browser.see(".rows a.open", "").click();

        browser.until("[...document.querySelectorAll('.grid img')].filter(i => i.naturalWidth > 0).length === 3");
        assertThat(api.get("/__admin/requests?path=/renders/*").data()).isEmpty();
        assertThat(api.get("/__admin/faults").data().at("/0/strikes").asInt()).isZero();
    }

    @Test
    void keepsAListShortHoweverMuchComesInAndGoesBackToTheFirst() {
        browser.go(server.baseUri() + "/#/renders");
        browser.see(".empty", "No single render yet");
        List<String> renders = IntStream.range(0, 450)
                .mapToObj(i -> api.post("/v1/render/design/badge_template", "{\"async\":true}")
                        .data()
                        .path("renderId")
                        .asText())
                .toList();

        browser.until(row(renders.getLast()) + " !== null");
        browser.until("document.querySelectorAll('.rows > li').length <= 200");
        browser.until(
                "[...document.querySelectorAll('.rows > li .pill')].every(one => one.textContent === 'completed')");
        browser.until("(document.querySelector('button.more').click(), " + row(renders.getFirst()) + " !== null)");

        browser.seeMany(".rows > li", 450);
    }

    private static String row(String key) {
        return "document.querySelector('.rows > li[data-key=\"" + key + "\"]')";
    }

    @Test
    void showsWhyARenderFailedAndWhatWasAsked() {
        api.finished("{\"renders\":[{\"designId\":\"nobody_drew_this\",\"dynamicData\":{\"name\":\"Ada\"}}]}");

        browser.see(".rows a.open", "failed").click();
        browser.see(".grid .problem", "nobody_drew_this");
        browser.see(".grid a.open", "").click();

        browser.see(".facts .problem", "DESIGN_NOT_FOUND");
        browser.see("pre.json", "\"name\": \"Ada\"");
    }

    @Test
    void showsOnlyWhatFailedOfABatchAndGoesThroughItByKeys() {
        api.finished("{\"renders\":[{\"templateId\":\"badge_template\"},{\"designId\":\"nobody_drew_this\"},"
                + "{\"templateId\":\"badge_template\"},{\"designId\":\"nobody_drew_that\"}]}");
        browser.see(".rows a.open", "2 failed").click();
        browser.seeMany(".grid > li", 4);

        browser.see("label", "Only what failed").click();

        browser.until(
                "[...document.querySelectorAll('.grid > li')].filter(one => one.offsetParent !== null).length === 2");
        browser.until("(document.activeElement.blur(), true)");
        browser.press("jj");
        browser.press("\uE007");
        browser.see(".facts .problem", "nobody_drew_that");
    }

    @Test
    void offersNoFilterWhereNothingFailed() {
        api.finished(Api.batch(2, "badge_template"));

        browser.see(".rows a.open", "2/2").click();

        browser.seeMany(".grid > li", 2);
        browser.until("document.querySelector('input[type=checkbox]').offsetParent === null");
    }

    @Test
    void showsTheWholeOfAFaultAndTheSectionThatIsOpenHoweverNarrowTheWindow() {
        browser.narrow();
        browser.go(server.baseUri() + "/#/control");
        browser.see("button", "Put in force");

        browser.until("(area => area.scrollHeight <= area.clientHeight)(document.querySelector('textarea'))");
        browser.until("((link, nav) => link.left >= nav.left && link.right <= nav.right + 1)("
                + "document.querySelector('nav a[aria-current]').getBoundingClientRect(),"
                + "document.querySelector('nav').getBoundingClientRect())");
    }

    @Test
    void saysThatAPlanWithoutLimitsHasNone() {
        new Api(server.baseUri(), "cvt_test_enterprise").get("/v1/designs");

        browser.go(server.baseUri() + "/#/control");

        browser.see(".panel", "the Enterprise plan has none");
    }

    @Test
    void showsEveryAttemptOfAWebhookAndTheSignedBytes() {
        WireMockServer receiver = new WireMockServer(options().dynamicPort());
        receiver.start();
        try {
            receiver.stubFor(
                    post("/hook").willReturn(aResponse().withStatus(503).withBody("out for lunch")));
            api.finished("{\"renders\":[{\"templateId\":\"badge_template\"}],\"webhook\":\"" + receiver.url("/hook")
                    + "\"}");

            browser.go(server.baseUri() + "/#/webhooks");
            browser.see(".rows .pill", "exhausted");
            browser.see(".rows a.open", "batch.completed").click();

            browser.see(".attempts .problem", "answered 503");
            browser.see(".attempts pre", "out for lunch");
            browser.see("pre.json", "\"eventType\":\"batch.completed\"");
        } finally {
            receiver.stop();
        }
    }

    @Test
    void readsAHostileNameAsText() {
        String name = "<img src=x onerror='document.title=1'>";
        api.post("/v1/designs", "{\"name\":\"" + name + "\",\"canvasData\":{\"elements\":[]}}");

        browser.go(server.baseUri() + "/#/designs");

        browser.see(".rows .grow", name).click();
        browser.see("h2", name);
        assertThat(browser.count("img[src=x]")).isZero();
    }

    @Test
    void drawsADesignWithTheDataThatIsTyped() {
        browser.go(server.baseUri() + "/#/designs/badge_template");
        browser.see("h2", "Conference badge");
        browser.until("document.querySelector('.preview img').naturalWidth > 0");

        browser.see("textarea", "").sendKeys("no JSON");

        browser.see(".warnings .problem", "JSON");
    }

    @Test
    void canBeReadWithoutAMouse() {
        api.finished(Api.batch(2, "badge_template"));
        browser.see(".rows .number", "2/2");

        browser.press("j");
        browser.until("document.activeElement.matches('.rows a.open')");
        browser.press("\uE007");
        browser.seeMany(".grid > li", 2);
        browser.press("u");
        browser.see("h2", "Batches");
        browser.press("gd");
        browser.see("h2", "Designs");
        browser.press("?");
        browser.see("dialog[open]", "next, previous entry");
    }

    @Test
    void leavesTheReaderWhereTheyAreWhileThingsComeInAndWhenTheyComeBack() {
        api.finished(Api.batch(1, "badge_template"));
        browser.see(".rows .number", "1/1");
        browser.until("(document.querySelector('nav a').focus(), document.activeElement.matches('nav a'))");

        api.finished(Api.batch(3, "badge_template"));

        browser.see(".rows .number", "3/3");
        browser.see("nav a .count", "2");
        browser.until("document.activeElement.matches('nav a')");
        browser.until("(document.querySelector('.skip').click(), document.activeElement.id === 'view')");
        browser.press("jj");
        browser.press("\uE007");
        browser.seeMany(".grid > li", 1);
        browser.until("document.activeElement.matches('h2')");
        browser.press("u");
        browser.until("document.activeElement.querySelector('.number')?.textContent === '1/1'");
    }

    @Test
    void movesTheClockOfOneWorldAndPutsAFaultInForceThere() {
        new Api(server.baseUri(), "cvt_test_free").get("/v1/designs");
        browser.go(server.baseUri() + "/#/control");
        browser.see("option", "free").click();
        browser.see("dt", "Ahead of the server");

        browser.see("button", "+ 1 h").click();
        browser.see("button", "Put in force").click();

        browser.see("dd", "3600 s");
        browser.see("option", "free, at its own time");
        browser.see("td", "free");
        assertThat(api.get("/__admin/clock?world=free")
                        .data()
                        .path("aheadMillis")
                        .asLong())
                .isEqualTo(3_600_000);
        assertThat(api.get("/__admin/clock").data().path("aheadMillis").asLong())
                .isZero();
        browser.see("button", "The server’s time").click();
        browser.see("dd", "0 s");
    }

    @Test
    void freezesTheClockAndSaysSo() {
        browser.go(server.baseUri() + "/#/control");

        browser.see("button", "Freeze").click();
        browser.see("button", "+ 1 h").click();

        browser.see("#clock", "frozen at");
        assertThat(api.get("/__admin/clock").data().path("aheadMillis").asLong())
                .isGreaterThan(3_500_000);
        browser.see("button", "Let it run").click();
        browser.see("button", "Freeze");
    }

    @Test
    void putsAFaultInForceAndTakesItBack() {
        browser.go(server.baseUri() + "/#/control");
        browser.see("button", "Put in force").click();
        browser.see("td code", "render.fail");

        assertThat(api.finished(Api.batch(2, "badge_template"))
                        .path("failedRenders")
                        .asInt())
                .isEqualTo(1);

        browser.see("td", "1, over");
        browser.see("button", "Remove all").click();
        browser.see(".panel", "None in force");
        assertThat(api.get("/__admin/faults").data()).isEmpty();
    }

    @Test
    void showsRequestsWithTheirAnswersAndWhatIsLeftOfALimit() {
        new Api(server.baseUri(), "cvt_test_free").get("/v1/designs");

        browser.go(server.baseUri() + "/#/control");
        browser.see("td", "9 of 10");
        browser.go(server.baseUri() + "/#/requests");
        browser.see(".rows a.open", "/v1/designs");
        browser.see("input[type=search]", "").sendKeys("*/nothing");
        browser.see(".empty", "No request");
        browser.press("\uE003".repeat("nothing".length()) + "designs");
        browser.see(".rows a.open", "/v1/designs").click();
        browser.see(".pill", "200");
        browser.see("pre.json", "certificate_template");
    }
}
