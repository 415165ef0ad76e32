package dev.canvelete.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.canvelete.api.engine.FormatOptions;
import dev.canvelete.api.error.Fault;
import dev.canvelete.api.plan.Plan;
import dev.canvelete.api.render.BatchRequest;
import dev.canvelete.api.render.OutputFormat;
import dev.canvelete.api.render.RenderRequest;
import dev.canvelete.server.error.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is to be rendered, in either spelling, and refuses it with every fault that it has. */
public final class RenderForms {
    private RenderForms() {}

    /**
     * Reads a batch.
     *
     * @throws Refusal listing every fault, such as one at {@code renders[3].format}
     */
    public static BatchRequest batch(ObjectNode body, Plan plan) {
        List<Fault> faults = new ArrayList<>();
        Form form = new Form(body, "", faults);
        List<RenderRequest> renders = renders(form, plan, faults);
        String webhook = webhook(form);
        Refusal.throwIfFaulty(faults);
        return new BatchRequest(renders, webhook);
    }

    /**
     * Reads a render whose design the path names.
     *
     * @param kind {@code designId} or {@code templateId}
     * @throws Refusal listing every fault
     */
    public static RenderRequest single(ObjectNode body, String kind, String id) {
        ObjectNode named = body.deepCopy();
        named.remove(List.of("designId", "design_id", "templateId", "template_id"));
        return render(named.put(kind, id));
    }

    /**
     * Reads a render that names its design or template itself.
     *
     * @throws Refusal listing every fault
     */
    public static RenderRequest render(ObjectNode body) {
        List<Fault> faults = new ArrayList<>();
        RenderRequest request = render(new Form(body, "", faults));
        Refusal.throwIfFaulty(faults);
        return request;
    }

    /**
     * The URL that a render's request names for its webhook.
     *
     * @throws Refusal if it is no http(s) URL
     */
    public static @Nullable String webhook(ObjectNode body) {
        List<Fault> faults = new ArrayList<>();
        String url = webhook(new Form(body, "", faults));
        Refusal.throwIfFaulty(faults);
        return url;
    }

    private static List<RenderRequest> renders(Form form, Plan plan, List<Fault> faults) {
        JsonNode list = form.json("renders");
        if (list == null || !list.isArray() || list.isEmpty()) {
            form.fault("renders", "a list of at least one render is right");
            return List.of();
        }
        if (list.size() > plan.largestBatch()) {
            form.fault(
                    "renders",
                    "the " + plan.displayName() + " plan allows at most " + plan.largestBatch()
                            + " renders in a batch, not " + list.size());
            return List.of();
        }
        List<RenderRequest> renders = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode render) {
                renders.add(render(new Form(render, "renders[" + i + "]", faults)));
            } else {
                form.fault("renders[" + i + "]", "an object is right");
            }
        }
        return renders;
    }

    static RenderRequest render(Form form) {
        String design = form.spelling("designId", "design_id");
        String template = form.spelling("templateId", "template_id");
        if ((form.json(design) == null) == (form.json(template) == null)) {
            form.fault(
                    "", "either designId or templateId is right, not " + (form.json(design) == null ? "none" : "both"));
        }
        return new RenderRequest(
                form.text(design),
                form.text(template),
                format(form),
                form.object(form.spelling("dynamicData", "dynamic_data")),
                form.object(form.spelling("dynamicElements", "dynamic_elements")),
                form.integer("quality", 1, 100),
                form.integer("width", 1, 10_000),
                form.integer("height", 1, 10_000),
                form.number("scale", 0.1, 5),
                form.text("background"),
                form.integer("dpi", 1, 2400),
                form.flag("cache"),
                form.flag("strict"),
                form.flag("lossless"),
                form.flag(form.spelling("textAsPaths", "text_as_paths")),
                form.flag("pdfa"),
                language(form),
                created(form));
    }

    private static @Nullable String language(Form form) {
        String tag = form.text("lang");
        if (tag != null && !FormatOptions.isLanguage(tag)) {
            form.fault("lang", "a BCP 47 tag such as en-GB is right");
            return null;
        }
        return tag;
    }

    private static @Nullable Instant created(Form form) {
        String time = form.text("created");
        try {
            return time == null ? null : Instant.parse(time);
        } catch (DateTimeParseException e) {
            form.fault("created", "a time such as 2026-03-14T09:00:00Z is right");
            return null;
        }
    }

    private static OutputFormat format(Form form) {
        JsonNode given = form.json("format");
        if (given == null) {
            return OutputFormat.PNG;
        }
        return OutputFormat.named(given.isTextual() ? given.textValue() : "").orElseGet(() -> {
            form.fault("format", "one of " + OutputFormat.names() + " is right");
            return OutputFormat.PNG;
        });
    }

    static @Nullable String webhook(Form form) {
        String url = form.text(form.spelling("webhook", "webhookUrl", "webhook_url"));
        if (url != null && !WebUrl.isHttp(url)) {
            form.fault("webhook", "an http or https URL is right");
        }
        return url;
    }
}
