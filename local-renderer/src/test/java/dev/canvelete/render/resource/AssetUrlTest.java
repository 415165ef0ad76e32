package dev.canvelete.render.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetUrlTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://Example.COM                     | https://example.com/
            HTTP://example.com.:8080/A/b?c=D#e      | http://example.com:8080/A/b?c=D
            http://example.com:0080/a b|http://example.com:80/a%20b
            https://example.com/é?q=ü               | https://example.com/%C3%A9?q=%C3%BC
            https://bücher.example/x                | https://xn--bcher-kva.example/x
            http://192.168.0.1/x                    | http://192.168.0.1/x
            http://[2001:DB8::1]:81/x               | http://[2001:db8::1]:81/x
            http://a_b.example/x%2Fy                | http://a_b.example/x%2Fy
            http://10.example/                      | http://10.example/
            """)
    void givesEachUrlOneSpelling(String url, String spelling) throws Exception {
        assertThat(AssetUrl.read(url)).hasToString(spelling);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.0.1.5/",
                "http://0/",
                "http://256.1.1.1/",
                "http://01.2.3.4/",
                "http://a.1/",
                "http://a.0x1/",
                "http://user@example.com/",
                "http://user:pass@example.com/",
                "http://@example.com/",
                "http://good.example\\@evil.example/",
                "http:\\\\example.com/",
                "http:example.com",
                "http:/example.com",
                "http:///x",
                "http://",
                "http://[::1",
                "http://[::1%25eth0]/",
                "http://exa mple.com/",
                "http://a..b/",
                "http://example.com:0/",
                "http://example.com:65536/",
                "http://example.com:x/",
                "http://exa%00mple.com/",
                "http://exa%2Fmple.com/",
                "http://example.com/\r\nX: y",
                "http://\u3002/",
                "http://[]/"
            })
    void refusesUrlsThatHideWhereTheyLead(String url) {
        assertThatThrownBy(() -> AssetUrl.read(url)).isInstanceOf(ResourceException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/y, https://example.com/y",
        "y?z, https://example.com/a/y?z",
        "//other.example/, https://other.example/",
        "http://other.example, http://other.example/"
    })
    void followsRedirectsFromWhereTheyStand(String location, String target) throws Exception {
        assertThat(AssetUrl.redirected(URI.create("https://example.com/a/x"), location))
                .hasToString(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "data:,x", "ftp://example.com/", "//user@example.com/", "http://127.1/"})
    void refusesRedirectsElsewhere(String location) {
        assertThatThrownBy(() -> AssetUrl.redirected(URI.create("https://example.com/"), location))
                .isInstanceOf(ResourceException.class);
    }
}
