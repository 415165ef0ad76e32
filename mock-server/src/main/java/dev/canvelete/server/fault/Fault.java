package dev.canvelete.server.fault;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that goes wrong, and where. In JSON, {@code kind} says which one it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RenderFault.Fail.class, name = "render.fail"),
    @JsonSubTypes.Type(value = RenderFault.Slow.class, name = "render.slow"),
    @JsonSubTypes.Type(value = RenderFault.Pass.class, name = "render.pass"),
    @JsonSubTypes.Type(value = HttpFault.Status.class, name = "http.status"),
    @JsonSubTypes.Type(value = HttpFault.Delay.class, name = "http.delay"),
    @JsonSubTypes.Type(value = HttpFault.Cut.class, name = "http.cut"),
    @JsonSubTypes.Type(value = HttpFault.Malformed.class, name = "http.malformed"),
    @JsonSubTypes.Type(value = HttpFault.RateLimited.class, name = "http.rateLimited"),
    @JsonSubTypes.Type(value = HttpFault.Pass.class, name = "http.pass"),
    @JsonSubTypes.Type(value = WebhookFault.Drop.class, name = "webhook.drop"),
    @JsonSubTypes.Type(value = WebhookFault.Delay.class, name = "webhook.delay"),
    @JsonSubTypes.Type(value = WebhookFault.Stale.class, name = "webhook.stale"),
    @JsonSubTypes.Type(value = WebhookFault.Duplicate.class, name = "webhook.duplicate"),
    @JsonSubTypes.Type(value = WebhookFault.Reorder.class, name = "webhook.reorder"),
    @JsonSubTypes.Type(value = WebhookFault.WrongSignature.class, name = "webhook.wrongSignature"),
    @JsonSubTypes.Type(value = WebhookFault.Truncate.class, name = "webhook.truncate"),
    @JsonSubTypes.Type(value = WebhookFault.OldSecret.class, name = "webhook.oldSecret"),
    @JsonSubTypes.Type(value = WebhookFault.Pass.class, name = "webhook.pass")
})
public sealed interface Fault permits RenderFault, HttpFault, WebhookFault {}
