package dev.canvelete.api.engine;

import dev.canvelete.api.design.Design;
import java.util.List;

/**
 * Turns designs into files. Thread-safe. An engine is made by a {@link RenderEngineProvider}, which
 * {@link java.util.ServiceLoader} finds.
 */
public interface RenderEngine extends AutoCloseable {
    /**
     * Does everything that no record can change, once.
     *
     * @throws RenderException if the design can never be drawn so: a malformed field, a canvas over the limits
     */
    PreparedDesign prepare(Design design, RenderOptions options) throws RenderException;

    /**
     * Draws one record of a design that no other record of may follow: the same picture as the prepared design gives,
     * without the effort that only many records are worth.
     *
     * @throws RenderException if the design or the record cannot be drawn
     */
    default Rendering render(Design design, RenderOptions options, RenderRecord record) throws RenderException {
        return prepare(design, options).render(record);
    }

    /** The font families that it has, as they are spelled; none, if it needs none. */
    default List<String> fontFamilies() {
        return List.of();
    }

    /** Lets go of what the engine holds; prepared designs must not be used after it. */
    @Override
    void close();
}
