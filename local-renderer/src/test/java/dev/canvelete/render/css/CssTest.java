package dev.canvelete.render.css;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.canvelete.render.scene.Paint;
import dev.canvelete.render.scene.Paint.Stop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CssTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#f00|ffff0000",
                "#F00A|aaff0000",
                "#0f172a|ff0f172a",
                "#11223344|44112233",
                "rgb(255, 0, 0)|ffff0000",
                "rgba(15,23,42,0.18)|2e0f172a",
                "rgb(10 20 30 / 50%)|800a141e",
                "rgb(100% 0% 0%)|ffff0000",
                "rgb(300 -5 0)|ffff0000",
                "hsl(120, 100%, 25%)|ff008000",
                "hsl(0.5turn 100% 50% / .5)|8000ffff",
                "hsla(-120deg, 100%, 50%, 1)|ff0000ff",
                "RebeccaPurple|ff663399",
                "transparent|0",
                "none|0"
            })
    void readsColours(String css, String argb) {
        assertThat(Integer.toHexString(Colors.parse(css))).isEqualTo(argb);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "#", "#12", "#12345", "#ggg", "#１２３", "rgb()", "rgb(1,2)", "rgb(a,b,c)", "reddish", "url(x)"
            })
    void refusesWhatIsNoColour(String css) {
        assertThatThrownBy(() -> Colors.parse(css))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no CSS colour");
    }

    @Test
    void turnsAnAngleIntoALineThatTouchesTheCorners() {
        Paint.Linear paint = (Paint.Linear) Background.paint("linear-gradient(135deg, red, blue)", 10, 20, 100, 100)
                .orElseThrow();

        assertThat(paint.x0()).isCloseTo(10, within(1e-9));
        assertThat(paint.y0()).isCloseTo(20, within(1e-9));
        assertThat(paint.x1()).isCloseTo(110, within(1e-9));
        assertThat(paint.y1()).isCloseTo(120, within(1e-9));
        assertThat(paint.stops()).containsExactly(new Stop(0, 0xFFFF0000), new Stop(1, 0xFF0000FF));
    }

    @Test
    void givesTheOtherCornersTheMiddlesColour() {
        Paint.Linear paint =
                (Paint.Linear) Background.paint("linear-gradient(to right bottom, red, blue)", 0, 0, 200, 50)
                        .orElseThrow();

        assertThat(offset(paint, 200, 0)).isCloseTo(0.5, within(1e-9));
        assertThat(offset(paint, 0, 50)).isCloseTo(0.5, within(1e-9));
        assertThat(offset(paint, 0, 0)).isCloseTo(0, within(1e-9));
        assertThat(offset(paint, 200, 50)).isCloseTo(1, within(1e-9));
    }

    private static double offset(Paint.Linear p, double x, double y) {
        double dx = p.x1() - p.x0();
        double dy = p.y1() - p.y0();
        return ((x - p.x0()) * dx + (y - p.y0()) * dy) / (dx * dx + dy * dy);
    }

    @Test
    void placesStopsAsCssDoes() {
        Paint.Linear paint = (Paint.Linear) Background.paint(
                        "linear-gradient(90deg, red, lime 20px, blue 10px, black 50% 75%, white)", 0, 0, 100, 10)
                .orElseThrow();

        assertThat(paint.stops().stream().map(Stop::offset)).containsExactly(0.0, 0.2, 0.2, 0.5, 0.75, 1.0);
    }

    @Test
    void drawsTheLineOutToStopsBeyondItsEnds() {
        Paint.Linear paint =
                (Paint.Linear) Background.paint("linear-gradient(90deg, red -50%, blue 150%)", 0, 0, 100, 10)
                        .orElseThrow();

        assertThat(paint.x0()).isCloseTo(-50, within(1e-9));
        assertThat(paint.x1()).isCloseTo(150, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "circle, red, blue|111.803398|111.803398",
                "red, blue|141.421356|70.710678",
                "circle closest-side, red, blue|50|50",
                "ellipse farthest-side at 25% 50%, red, blue|150|50",
                "circle closest-corner at left 10px top 0, red, blue|10|10",
                "30px, red, blue|30|30",
                "10% 50%, red, blue|20|50"
            })
    void sizesRadialGradients(String arguments, double rx, double ry) {
        Paint.Radial paint = (Paint.Radial) Background.paint("radial-gradient(" + arguments + ")", 0, 0, 200, 100)
                .orElseThrow();

        assertThat(paint.rx()).isCloseTo(rx, within(1e-5));
        assertThat(paint.ry()).isCloseTo(ry, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linear-gradient()",
                "linear-gradient(red)",
                "linear-gradient(to middle, red, blue)",
                "linear-gradient(red, 50%)",
                "linear-gradient(red, blue 10% 20% 30%)",
                "radial-gradient(square, red, blue)",
                "conic-gradient(red, blue)"
            })
    void refusesWhatIsNoGradient(String css) {
        assertThatThrownBy(() -> Background.paint(css, 0, 0, 10, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAGradientOfAMillionStopsAtOnce() {
        String css = "linear-gradient(" + "red,".repeat(1_000_000) + "blue)";

        assertThatThrownBy(() -> Background.paint(css, 0, 0, 10, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsShadows() {
        assertThat(Shadow.parse("0 12px 40px rgba(15,23,42,0.18), inset red 1px -2px"))
                .isEqualTo(List.of(
                        new Shadow(false, 0, 12, 40, 0, 0x2E0F172A), new Shadow(true, 1, -2, 0, 0, 0xFFFF0000)));
        assertThat(Shadow.parse("none")).isEmpty();
        assertThatThrownBy(() -> Shadow.parse("1px")).hasMessageContaining("is no CSS box-shadow");
        assertThatThrownBy(() -> Shadow.parse("1px 1px -3px red")).hasMessageContaining("is no CSS box-shadow");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50% 50%|50|25",
                "left|0|25",
                "bottom|50|50",
                "top right|100|0",
                "10px 20%|10|10",
                "right 10px bottom 20%|90|40"
            })
    void readsPositions(String css, double x, double y) {
        Position position = Position.parse(css);

        assertThat(position.x(100)).isCloseTo(x, within(1e-9));
        assertThat(position.y(50)).isCloseTo(y, within(1e-9));
    }
}
