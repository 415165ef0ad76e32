package dev.canvelete.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium without a window. Where there is none, tests that need one are skipped, but never in CI. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Path> BROWSERS = paths("chromium", "chromium-browser", "google-chrome");
    private static final List<Path> DRIVERS = paths("chromedriver");

    private static final Dimension WIDE = new Dimension(1280, 900);
    private static final Dimension NARROW = new Dimension(420, 900);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    private static List<Path> paths(String... names) {
        return Stream.of(names)
                .flatMap(name ->
                        Stream.of("/usr/bin", "/usr/local/bin", "/snap/bin").map(folder -> Path.of(folder, name)))
                .toList();
    }

    static Browser open(Path profile) throws IOException {
        Path browser = first(BROWSERS);
        Path program = first(DRIVERS);
        Assumptions.assumeTrue(
                System.getenv("CI") != null || Files.isExecutable(browser) && Files.isExecutable(program),
                "no chromium and chromedriver here");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--lang=en-US",
                "--window-size=" + WIDE.getWidth() + "," + WIDE.getHeight(),
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program.toFile())
                .usingAnyFreePort()
                .withEnvironment(Map.of("TZ", "UTC"))
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Path first(List<Path> candidates) {
        return candidates.stream().filter(Files::isExecutable).findFirst().orElse(candidates.get(0));
    }

    void go(Object url) {
        driver.get(url.toString());
    }

    /** As narrow as a telephone, until the next {@link #wide()}. */
    void narrow() {
        driver.manage().window().setSize(NARROW);
    }

    /** As wide as it was opened. */
    void wide() {
        driver.manage().window().setSize(WIDE);
    }

    /** The text of the first match, once there is one that contains this. */
    WebElement see(String selector, String text) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> "no " + selector + " with \"" + text + "\" in:\n"
                        + driver.findElement(By.tagName("body")).getText())
                .until(d -> d.findElements(By.cssSelector(selector)).stream()
                        .filter(element -> holds(element, text))
                        .findFirst()
                        .orElse(null));
    }

    private static boolean holds(WebElement element, String text) {
        try {
            return element.getText().contains(text);
        } catch (org.openqa.selenium.StaleElementReferenceException e) {
            return false;
        }
    }

    /** Waits until there are exactly so many. */
    void seeMany(String selector, int count) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> count + " " + selector + ", not " + count(selector))
                .until(d -> count(selector) == count);
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    void press(CharSequence keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Waits until a script's value is true. */
    void until(String script) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> script)
                .until(d -> Boolean.TRUE.equals(((JavascriptExecutor) d).executeScript("return " + script)));
    }

    /** What the browser complained of: errors, refused resources. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    byte[] screenshot() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
