package dev.canvelete.server.webhook;

/** Stands between the dispatcher and the line, and may hold back or spoil what goes out. Implementations are thread-safe. */
@FunctionalInterface
public interface DeliveryInterceptor {
    /** Lets everything through as it is. */
    DeliveryInterceptor NONE = (delivery, line) -> line.send(delivery, Tampering.NONE);

    /** Makes an attempt to deliver, over the line or not, once or several times, and says what came of it. */
    Attempt send(Delivery delivery, Line line) throws InterruptedException;

    /** Signs a delivery and posts it. */
    @FunctionalInterface
    interface Line {
        /** Posts it once; never throws for what the receiver does. */
        Attempt send(Delivery delivery, Tampering tampering) throws InterruptedException;
    }
}
