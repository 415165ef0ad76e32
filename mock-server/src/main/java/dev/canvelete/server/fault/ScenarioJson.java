package dev.canvelete.server.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.json.Json;
import dev.canvelete.server.error.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios as JSON: {@code {"steps": [{"kind": "render.fail", "match": {"index": 2}, "times": 1}, …], "seed": 7,
 * "probability": 0.5, "world": "account_…"}}, or a single step with those fields beside its own, and with {@code skip},
 * which lets as many go unharmed first.
 */
public final class ScenarioJson {
    private ScenarioJson() {}

    /** @throws Refusal naming the place of what is wrong, and saying what would be right */
    public static Scenario read(ObjectNode body) {
        ObjectNode rest = body.deepCopy();
        Head head = StrictJson.read(take(rest, "world", "seed", "probability", "skip"), Head.class, "");
        List<Step> steps = new ArrayList<>();
        JsonNode list = rest.remove("steps");
        if (list == null) {
            Step step = step(rest, "");
            Integer skip = head.skip();
            if (skip != null) {
                steps.add(checked("skip", () -> new Step(pass(step.fault()), skip, null)));
            }
            steps.add(step);
        } else if (list.isArray() && rest.isEmpty()) {
            for (int i = 0; i < list.size(); i++) {
                steps.add(step(list.get(i), "steps[" + i + "]"));
            }
        } else {
            throw Refusal.invalid("steps", "a list of steps, without fields of a step beside it, is right");
        }
        return checked(
                "",
                () -> new Scenario(
                        head.world(),
                        head.seed() == null ? 0 : head.seed(),
                        head.probability() == null ? 1 : head.probability(),
                        steps));
    }

    private static Step step(JsonNode json, String place) {
        if (!(json instanceof ObjectNode object)) {
            throw Refusal.invalid(place, "an object is right");
        }
        ObjectNode fault = object.deepCopy();
        Ending ending = StrictJson.read(take(fault, "times", "for"), Ending.class, place);
        Fault what = StrictJson.read(fault, Fault.class, place);
        return checked(place, () -> new Step(what, ending.times(), ending.lasting()));
    }

    /** What lets the same things pass that a fault is for. */
    private static Fault pass(Fault fault) {
        return switch (fault) {
            case RenderFault render -> new RenderFault.Pass(render.match());
            case HttpFault http -> new HttpFault.Pass(http.match());
            case WebhookFault webhook -> new WebhookFault.Pass(webhook.match());
        };
    }

    private static ObjectNode take(ObjectNode from, String... names) {
        ObjectNode taken = Json.object();
        for (String name : names) {
            JsonNode value = from.remove(name);
            if (value != null) {
                taken.set(name, value);
            }
        }
        return taken;
    }

    private static <T> T checked(String place, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(place, String.valueOf(e.getMessage()));
        }
    }

    /** A scenario with how far it has come. */
    public static ObjectNode write(ScenarioState state) {
        Scenario scenario = state.scenario();
        ObjectNode json = Json.object().put("id", state.id());
        json.put("world", scenario.world());
        json.put("seed", scenario.seed()).put("probability", scenario.probability());
        scenario.steps().forEach(step -> json.withArray("steps").add(write(step)));
        return json.put("step", state.step()).put("strikes", state.strikes()).put("over", state.over());
    }

    private static JsonNode write(Step step) {
        ObjectNode json = (ObjectNode) StrictJson.write(step.fault());
        json.setAll((ObjectNode) StrictJson.write(new Ending(step.times(), step.lasting())));
        return json;
    }

    private record Head(
            @Nullable String world,
            @Nullable Long seed,
            @Nullable Double probability,
            @Nullable Integer skip) {}

    private record Ending(
            @Nullable Integer times,
            @JsonProperty("for") @Nullable Duration lasting) {}
}
