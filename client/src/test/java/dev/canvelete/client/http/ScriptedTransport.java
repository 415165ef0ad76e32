package dev.canvelete.client.http;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Gives what it was told to, a {@link Response} or an {@link IOException} at a time, and keeps what it was sent. */
final class ScriptedTransport implements Transport {
    final List<Request> sent = new ArrayList<>();
    private final Deque<Object> script;

    ScriptedTransport(Object... script) {
        this.script = new ArrayDeque<>(Arrays.asList(script));
    }

    @Override
    public Response send(Request request) throws IOException {
        sent.add(request);
        Object next = script.removeFirst();
        if (next instanceof IOException failure) {
            throw failure;
        }
        return (Response) next;
    }

    @Override
    public void close() {}
}
