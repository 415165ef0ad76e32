package dev.canvelete.server;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.engine.EngineSettings;
import dev.canvelete.api.engine.FontInfo;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderEngineProvider;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** An engine called {@code scripted} that does what the data says: {@code fail}, {@code crash}, open a gate, wait at one, or say how it was {@code drawn}. */
public final class ScriptedEngineProvider implements RenderEngineProvider {
    private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();

    /** The gate that a record with {@code "gate": name} waits at until it is counted down. */
    static CountDownLatch gate(String name) {
        return GATES.computeIfAbsent(name, key -> new CountDownLatch(1));
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public RenderEngine create(EngineSettings settings) {
        return new RenderEngine() {
            @Override
            public PreparedDesign prepare(Design design, RenderOptions options) {
                return data -> ScriptedEngineProvider.render(data, "one of many");
            }

            @Override
            public Rendering render(Design design, RenderOptions options, RenderRecord data) throws RenderException {
                return ScriptedEngineProvider.render(data, "alone");
            }

            @Override
            public void close() {
                // It holds nothing.
            }
        };
    }

    @Override
    public List<FontInfo> fonts(EngineSettings settings) {
        return List.of(
                new FontInfo("Script Sans", "sans-serif", List.of("regular", FontInfo.variant(700, true))),
                new FontInfo("Script Serif", "serif", List.of("regular")));
    }

    private static Rendering render(RenderRecord data, String drawn) throws RenderException {
        if (data.data().has("fail")) {
            throw new RenderException(ErrorCode.INVALID_DYNAMIC_DATA, "name", "the name is missing");
        }
        if (data.data().has("crash")) {
            throw new IllegalStateException("secret internals");
        }
        if (data.data().has("opens")) {
            gate(data.data().path("opens").asText()).countDown();
        }
        if (data.data().has("gate")) {
            await(gate(data.data().path("gate").asText()));
        }
        if (data.data().has("stubborn")) {
            awaitWhateverHappens(gate(data.data().path("stubborn").asText()));
        }
        String content =
                data.data().has("drawn") ? drawn : data.data().path("content").asText("x");
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Rendering(bytes, 1, 1, List.of());
    }

    private static void awaitWhateverHappens(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            awaitWhateverHappens(gate);
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
