package dev.canvelete.server.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.RenderRequest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedTextsTest {
    private static final List<String> TEXTS = Stream.of("a", "b\n\"", "\u00e9\ud83d\ude00", "\ud83d")
            .map(text -> text.repeat(1_024))
            .toList();

    private static final List<String> NAMES =
            List.of("name", "", "0", "-", "a/b", "a~1", "~", "sharedTexts", "/dynamicData/name", "ä");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsTakenOutComesBackInItsPlace(long seed) {
        Random random = new Random(seed);
        List<RenderRequest> requests = IntStream.range(0, 30)
                .mapToObj(i -> RenderRequest.ofTemplate("badge")
                        .quality(7)
                        .scale(1.5)
                        .created(Instant.parse("2026-03-14T09:00:00Z"))
                        .background(TEXTS.get(0))
                        .data(tree(random, 4))
                        .element("title", Json.mapper().convertValue(tree(random, 2), Map.class)))
                .toList();

        SharedTexts shared = SharedTexts.of(requests);

        assertThat(shared.texts()).containsExactlyInAnyOrderElementsOf(TEXTS);
        for (RenderRequest request : requests) {
            SharedTexts.Stored stored = shared.store(request);
            JsonNode whole = SharedTexts.restore(stored.json(), shared::texts);
            // As text, in which a number is what it is, and not what kind of node it was read as.
            assertThat(whole).hasToString(Sql.json(request));
            assertThat(Sql.json(Json.mapper().convertValue(whole, RenderRequest.class)))
                    .isEqualTo(Sql.json(request));
            assertThat(TEXTS).noneMatch(text -> stored.json().contains(text));
            assertThat(stored.characters()).isGreaterThanOrEqualTo(stored.json().length());
        }
    }

    @Test
    void whereATextIsTakesNoRoomHoweverLongTheNamesAre() {
        ObjectNode tree = Json.object();
        ObjectNode deepest = tree;
        for (int i = 0; i < 90; i++) {
            deepest = deepest.putObject("n".repeat(10_000));
        }
        ArrayNode list = deepest.putArray("list");
        for (int i = 0; i < 5_000; i++) {
            list.add(TEXTS.get(0));
        }
        RenderRequest request = RenderRequest.ofTemplate("badge").data(tree);

        SharedTexts shared = SharedTexts.of(List.of(request));
        SharedTexts.Stored stored = shared.store(request);

        assertThat(stored.json()).hasSizeLessThan(1_000_000);
        assertThat(SharedTexts.restore(stored.json(), shared::texts)).isEqualTo(Json.tree(request));
    }

    @Test
    void aTextThatComesOnceOrIsShortStays() {
        List<RenderRequest> requests = List.of(
                RenderRequest.ofTemplate("badge")
                        .data("name", "a".repeat(1_023))
                        .data("once", "b".repeat(1_024)),
                RenderRequest.ofTemplate("badge").data("name", "a".repeat(1_023)));

        SharedTexts shared = SharedTexts.of(requests);

        assertThat(shared.texts()).isEmpty();
        assertThat(requests).allSatisfy(request -> {
            assertThat(shared.store(request).json()).isEqualTo(Sql.json(request));
            assertThat(shared.store(request).characters())
                    .isEqualTo(Sql.json(request).length());
        });
    }

    /** An object of all kinds of values in which a long text comes now and then. */
    private static ObjectNode tree(Random random, int depth) {
        ObjectNode object = Json.object();
        NAMES.forEach(name -> object.set(name, value(random, depth)));
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> Json.tree(BigDecimal.valueOf(random.nextInt(), random.nextInt(5)));
            case 1 -> Json.tree(random.nextBoolean() ? "short" : BigInteger.TEN.pow(30));
            case 2 -> Json.mapper().nullNode();
            case 3, 4 -> Json.tree(TEXTS.get(random.nextInt(TEXTS.size())));
            case 5 -> tree(random, depth - 1);
            default -> list(random, depth - 1);
        };
    }

    private static ArrayNode list(Random random, int depth) {
        ArrayNode list = Json.mapper().createArrayNode();
        for (int i = random.nextInt(12); i >= 0; i--) {
            list.add(value(random, depth));
        }
        return list;
    }
}
