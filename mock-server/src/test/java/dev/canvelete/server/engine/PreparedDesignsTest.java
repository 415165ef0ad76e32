package dev.canvelete.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.canvelete.api.design.Design;
import dev.canvelete.api.design.SampleDesigns;
import dev.canvelete.api.engine.PreparedDesign;
import dev.canvelete.api.engine.RenderEngine;
import dev.canvelete.api.engine.RenderException;
import dev.canvelete.api.engine.RenderOptions;
import dev.canvelete.api.engine.RenderRecord;
import dev.canvelete.api.engine.Rendering;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.server.design.DesignQuery;
import dev.canvelete.server.design.DesignStore;
import dev.canvelete.server.design.StoredDesign;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PreparedDesignsTest {
    private static final long BUDGET = 10_000_000;
    private static final RenderOptions OPTIONS = RenderOptions.of(OutputFormat.PNG);

    @Test
    void asManyAreKeptAsTheBudgetHolds() throws RenderException {
        Engine engine = new Engine(BUDGET / 10);
        PreparedDesigns designs = new PreparedDesigns(new Store(), engine, BUDGET);

        for (int i = 0; i < 20; i++) {
            designs.get("account", "design" + i % 5, 1L, OPTIONS);
        }

        assertThat(engine.prepared).isEqualTo(5);
    }

    @Test
    void whatTakesMoreIsNotKeptTogether() throws RenderException {
        Engine engine = new Engine(BUDGET * 6 / 10);
        PreparedDesigns designs = new PreparedDesigns(new Store(), engine, BUDGET);

        for (int i = 0; i < 4; i++) {
            designs.get("account", "one", 1L, OPTIONS);
            designs.get("account", "another", 1L, OPTIONS);
        }

        assertThat(engine.prepared).isGreaterThan(2);
    }

    @Test
    void whatSaysItTakesNothingCountsToo() throws RenderException {
        Engine engine = new Engine(0);
        PreparedDesigns designs = new PreparedDesigns(new Store(), engine, 1 << 20);

        for (int i = 0; i < 2_000; i++) {
            designs.get("account", "design" + i % 1_000, 1L, OPTIONS);
        }

        assertThat(engine.prepared).isGreaterThan(1_000);
    }

    @Test
    void nothingIsPreparedForARenderOnItsOwn() throws RenderException {
        Engine engine = new Engine(0);
        PreparedDesigns designs = new PreparedDesigns(new Store(), engine, BUDGET);

        Rendering rendering = designs.render("account", "design", 1L, OPTIONS, RenderRecord.empty());

        assertThat(rendering.width()).isEqualTo(2);
        assertThat(engine.prepared).isZero();
    }

    @Test
    void aRenderOnItsOwnNeedsADesignThatTheAccountSees() {
        PreparedDesigns designs = new PreparedDesigns(new Store(), new Engine(0), BUDGET);

        assertThatThrownBy(() -> designs.render("account", "gone", null, OPTIONS, RenderRecord.empty()))
                .isInstanceOf(RenderException.class)
                .hasMessage("Design not found: gone");
    }

    /** Counts how often it prepares designs, each of which takes so much. */
    private static final class Engine implements RenderEngine {
        private final long bytes;
        private int prepared;

        Engine(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public PreparedDesign prepare(Design design, RenderOptions options) {
            prepared++;
            return new PreparedDesign() {
                @Override
                public Rendering render(RenderRecord data) {
                    return new Rendering(new byte[0], 1, 1, List.of());
                }

                @Override
                public long bytes() {
                    return bytes;
                }
            };
        }

        @Override
        public Rendering render(Design design, RenderOptions options, RenderRecord data) {
            return new Rendering(new byte[0], 2, 2, List.of());
        }

        @Override
        public void close() {}
    }

    /** Has a design of every id. */
    private static final class Store implements DesignStore {
        @Override
        public Optional<StoredDesign> find(String account, String id) {
            Design design = SampleDesigns.get("badge_template");
            return Optional.of(
                    new StoredDesign(id, account, "badge", "draft", 1, design, Instant.EPOCH, Instant.EPOCH));
        }

        @Override
        public void insert(StoredDesign design) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<StoredDesign> change(String account, String id, UnaryOperator<StoredDesign> change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delete(String account, String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void seed(StoredDesign design) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page list(DesignQuery query) {
            throw new UnsupportedOperationException();
        }
    }
}
