package dev.canvelete.api.webhook;

import java.util.List;

/** The event types that are sent; a receiver must bear others. */
public final class EventTypes {
    public static final String RENDER_COMPLETED = "render.completed";
    public static final String RENDER_FAILED = "render.failed";
    public static final String BATCH_COMPLETED = "batch.completed";
    public static final String DESIGN_CREATED = "design.created";
    public static final String DESIGN_UPDATED = "design.updated";
    public static final String DESIGN_DELETED = "design.deleted";
    public static final String EXPORT_COMPLETED = "export.completed";
    public static final String SUBSCRIPTION_UPDATED = "subscription.updated";

    /** Sent only when the owner of an endpoint tries it out. */
    public static final String WEBHOOK_TEST = "webhook.test";

    /** The types that an endpoint can ask for. */
    public static final List<String> SUBSCRIBABLE = List.of(
            RENDER_COMPLETED,
            RENDER_FAILED,
            BATCH_COMPLETED,
            DESIGN_CREATED,
            DESIGN_UPDATED,
            DESIGN_DELETED,
            EXPORT_COMPLETED,
            SUBSCRIPTION_UPDATED);

    private EventTypes() {}
}
