package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.crescent.data.download.Progress;
import dev.crescent.data.download.RemoteFile;
import dev.crescent.data.download.RemoteImages;
import dev.crescent.experiment.ImageSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@SuppressWarnings("NullAway.Init")
class DownloadCommandTest {
    private static final byte[] CONTENT = "images".repeat(1000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of("");
    private HttpServer server;
    private int status = 200;
    private RemoteImages images;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, status == 200 ? CONTENT.length : -1);
                if (status == 200) {
                    exchange.getResponseBody().write(CONTENT);
                }
            }
        });
        server.start();
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
        images = new RemoteImages("MNIST", List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")),
                List.of(new RemoteFile("train-images.gz", CONTENT.length, hash)));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private CommandRun run(boolean terminal, String... arguments) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(); ByteArrayOutputStream err = new ByteArrayOutputStream()) {
            CommandLine line = new CommandLine(new DownloadCommand(new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8), terminal,
                    set -> set == ImageSet.MNIST ? Optional.of(images) : Optional.empty(), set -> folder.resolve(set.id())));
            line.setExecutionExceptionHandler((problem, _, _) -> {
                err.writeBytes(String.valueOf(problem.getMessage()).getBytes(StandardCharsets.UTF_8));
                return Commands.BAD_INPUT;
            });
            return new CommandRun(line.execute(arguments), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void filesAreDownloadedAndTheirFolderIsSaid() throws Exception {
        assertThat(run(false, "mnist")).isEqualTo(new CommandRun(0,
                "MNIST is in " + folder.resolve("mnist") + System.lineSeparator(), ""));
        assertThat(folder.resolve("mnist").resolve("train-images.gz")).hasBinaryContent(CONTENT);
        status = 500;
        assertThat(run(false, "mnist").status()).as("all is there already").isZero();
    }

    @Test
    void onATerminalThereIsABarThatGoes() throws Exception {
        assertThat(run(true, "mnist").err()).contains("of 0.0 MB").endsWith(ProgressBar.ERASE_LINE);
    }

    @Test
    void aFailureIsOneSentenceAndStatusTwo() throws Exception {
        status = 404;
        CommandRun run = run(true, "mnist");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("MNIST was not downloaded: 127.0.0.1 does not give out train-images.gz (it answers with status 404)");
    }

    @Test
    void onlyWhatIsPublishedCanBeDownloaded() {
        for (String set : List.of("idx", "imagenet", "../mnist")) {
            assertThat(CommandRun.of("download", set)).isEqualTo(new CommandRun(2, "",
                    set + ": is not a data set to download; use mnist or fashion-mnist" + System.lineSeparator()));
        }
        assertThat(CommandRun.of("download").err()).startsWith("Missing required parameter: 'SET'");
    }

    @Test
    void theBarSaysHowMuchIsHereAndHowFastTheRestComes() {
        assertThat(ProgressBar.text(new Progress(5_300_000, 11_600_000, 2_100_000, "a")))
                .isEqualTo("[=============>                ] 5.3 of 11.6 MB, 2.1 MB/s, 3 s left");
        assertThat(ProgressBar.text(new Progress(0, 11_600_000, Double.NaN, "a")))
                .isEqualTo("[>                             ] 0.0 of 11.6 MB");
    }
}
