package dev.canvelete.cli.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.design.DesignException;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.json.Json;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.cli.console.CommandFailure;
import dev.canvelete.cli.input.Input;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest picture of a design, or why there is none. Thread-safe; one thread draws. */
final class Preview {
    private final RenderEngine engine;
    private final Input input;
    private final String design;
    private final @Nullable String data;
    private volatile State state = new State(new byte[0], null, List.of(), 0);

    @SuppressWarnings("ArrayRecordComponent") // A picture on its way; nobody compares states as values.
    private record State(byte[] picture, @Nullable String problem, List<String> warnings, long millis) {}

    Preview(RenderEngine engine, Input input, String design, @Nullable String data) {
        this.engine = engine;
        this.input = input;
        this.design = design;
        this.data = data;
        draw();
    }

    /** Draws it anew; the last good picture stays while there is a problem. */
    void draw() {
        long start = System.nanoTime();
        try {
            ObjectNode record = data == null ? Json.object() : input.object(data);
            Rendering rendering = engine.render(
                    input.design(design), RenderOptions.of(OutputFormat.PNG), RenderRecord.of(record, null));
            state = new State(
                    rendering.bytes(),
                    null,
                    rendering.warnings().stream().map(w -> w.message()).toList(),
                    (System.nanoTime() - start) / 1_000_000);
        } catch (DesignException | CommandFailure e) {
            state = new State(state.picture(), e.getMessage(), List.of(), 0);
        } catch (RenderException e) {
            state = new State(state.picture(), e.code() + ": " + e.getMessage(), List.of(), 0);
        }
    }

    byte[] picture() {
        return state.picture();
    }

    /** Why there is no newer picture; null when there is. */
    @Nullable String problem() {
        return state.problem();
    }

    List<String> warnings() {
        return state.warnings();
    }

    long millis() {
        return state.millis();
    }
}
