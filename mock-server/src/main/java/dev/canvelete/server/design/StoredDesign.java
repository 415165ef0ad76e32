package dev.canvelete.server.design;

import dev.canvelete.api.design.Design;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A design as it is stored.
 *
 * @param id where it is found; the design's own JSON has the same
 * @param owner the account it belongs to; null for one that every account sees
 * @param name for people
 * @param status such as {@code draft} or {@code published}
 * @param version counted from 1, one more with each change
 */
public record StoredDesign(
        String id,
        @Nullable String owner,
        String name,
        String status,
        long version,
        Design design,
        Instant createdAt,
        Instant updatedAt) {
    /** What a template wants to be told. */
    public List<TemplateVariable> variables() {
        return TemplateVariables.of(design);
    }
}
