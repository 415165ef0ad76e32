package dev.canvelete.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;

/** Asks as no well-behaved client would: under any {@code Host}, from any of this machine's addresses. */
final class RawHttp {
    private RawHttp() {}

    /** The status of the answer. */
    static int get(MockServer server, InetAddress address, String host, String path) throws IOException {
        try (Socket socket = new Socket(address, server.port())) {
            String request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
            return Integer.parseInt(line.split(" ")[1]);
        }
    }

    /** An address of this machine that is not loopback: whoever asks it is seen as coming from outside. */
    static InetAddress outsideAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst()
                .orElseGet(() -> abort("this machine has no address but loopback"));
    }
}
