package dev.canvelete.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A service that answers every request with the same bytes, right or wrong, and then closes the connection or falls silent. */
public final class BrokenService implements AutoCloseable {
    /** A good head, and three of the ten bytes that it promises. */
    public static final String HALF_AN_ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc";

    private final ServerSocket listening;
    private final String answer;
    private final boolean closing;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    private BrokenService(String answer, boolean closing) {
        this.answer = answer;
        this.closing = closing;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "broken-service");
        thread.setDaemon(true);
        thread.start();
    }

    public static BrokenService closingAfter(String answer) {
        return new BrokenService(answer, true);
    }

    public static BrokenService silentAfter(String answer) {
        return new BrokenService(answer, false);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    private void serve() {
        try {
            while (true) {
                Socket connection = listening.accept();
                open.add(connection);
                readHead(connection.getInputStream());
                connection.getOutputStream().write(answer.getBytes(US_ASCII));
                if (closing) {
                    connection.close();
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                return;
            }
            head.append((char) c);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
