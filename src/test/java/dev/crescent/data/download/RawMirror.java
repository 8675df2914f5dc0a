package dev.crescent.data.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A server that sends given bytes to whoever connects, and then hangs up or falls silent, as no proper one would.
final class RawMirror implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> open = new ArrayList<>();

    /// @param hangsUp false to say nothing more and keep the connection
    RawMirror(String head, byte[] body, boolean hangsUp) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> serve(head, body, hangsUp));
    }

    private void serve(String head, byte[] body, boolean hangsUp) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                synchronized (open) {
                    open.add(socket);
                }
                readRequest(socket);
                socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(body);
                if (hangsUp) {
                    socket.close();
                }
            } catch (IOException e) {
                // The test is over, or the client has gone: both are meant.
                continue;
            }
        }
    }

    private static void readRequest(Socket socket) throws IOException {
        int ends = 0;
        while (ends < 2) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return;
            }
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    @Override
    public void close() {
        try {
            server.close();
            synchronized (open) {
                for (Socket socket : open) {
                    socket.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
