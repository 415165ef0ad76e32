package dev.canvelete.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.server.error.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for one file.
 *
 * @param webhook who is told when it has ended
 * @param async whether to answer at once
 */
public record SingleRender(RenderRequest render, @Nullable String webhook, boolean async) {
    private static final List<String> IDS = List.of("designId", "design_id", "templateId", "template_id");

    /**
     * Reads a request whose path names the design.
     *
     * @param kind {@code designId} or {@code templateId}
     * @throws Refusal listing every fault
     */
    public static SingleRender read(ObjectNode body, String kind, String id) {
        ObjectNode named = body.deepCopy();
        named.remove(IDS);
        List<Fault> faults = new ArrayList<>();
        Form form = new Form(named.put(kind, id), "", faults);
        SingleRender single = new SingleRender(
                RenderForms.render(form), RenderForms.webhook(form), Boolean.TRUE.equals(form.flag("async")));
        Refusal.throwIfFaulty(faults);
        return single;
    }
}
