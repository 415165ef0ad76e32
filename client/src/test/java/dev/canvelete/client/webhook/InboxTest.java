package dev.canvelete.client.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.canvelete.api.json.Json;
import dev.canvelete.api.webhook.WebhookEvent;
import dev.canvelete.client.FakeTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static WebhookEvent event(String id) {
        return new WebhookEvent(id, "render.completed", FakeTime.START, Json.object());
    }

    @Test
    void makesRoomForNewerEvents() {
        Inbox inbox = new Inbox(2);

        inbox.add(event("1"));
        inbox.add(event("2"));
        inbox.add(event("3"));

        assertThat(inbox.events()).extracting("eventId").containsExactly("2", "3");
    }

    @Test
    void wakesWhoeverWaits() throws Exception {
        Inbox inbox = new Inbox(2);
        CompletableFuture<Void> added = CompletableFuture.runAsync(() -> inbox.add(event("1")));

        assertThat(inbox.await(e -> e.eventId().equals("1"), Duration.ofSeconds(20)))
                .isPresent();
        added.join();
    }
}
