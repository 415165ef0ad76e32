package dev.canvelete.api.webhook;

/** The event types that are sent; a receiver must bear others. */
public final class EventTypes {
    public static final String RENDER_COMPLETED = "render.completed";
    public static final String RENDER_FAILED = "render.failed";
    public static final String BATCH_COMPLETED = "batch.completed";
    public static final String DESIGN_CREATED = "design.created";
    public static final String DESIGN_UPDATED = "design.updated";
    public static final String DESIGN_DELETED = "design.deleted";

    private EventTypes() {}
}
