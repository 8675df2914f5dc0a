package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.crescent.TinyMnist;
import dev.crescent.data.Datasets;
import dev.crescent.data.download.RemoteFile;
import dev.crescent.data.download.RemoteImages;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Source;
import dev.crescent.train.Engines;
import dev.crescent.ui.FxExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A whole window that gets images from a server on this machine.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowDownloadTest {
    /// The build gives tests a cache folder in which there is nothing.
    private static final Path CACHE = Datasets.folderOf(ImageSet.FASHION_MNIST);

    @TempDir
    private Path folder = Path.of("");
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile boolean holding;
    private volatile int status = 200;
    private RemoteImages images;
    private WindowBench app;

    @BeforeEach
    void serve() throws Exception {
        assertThat(CACHE.toString()).contains("no-cache");
        TinyMnist.write(folder.resolve("published"), 300, 40);
        List<RemoteFile> list = new ArrayList<>();
        for (String name : List.of("train-labels-idx1-ubyte", "t10k-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
                "train-images-idx3-ubyte")) {
            byte[] content = Files.readAllBytes(folder.resolve("published").resolve(name));
            files.put("/" + name, content);
            list.add(new RemoteFile(name, content.length,
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content))));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] content = Objects.requireNonNull(files.get(exchange.getRequestURI().getPath()));
                exchange.sendResponseHeaders(status, status == 200 ? content.length : -1);
                if (status == 200) {
                    int half = content.length / 2;
                    exchange.getResponseBody().write(content, 0, half);
                    exchange.getResponseBody().flush();
                    if (holding && content.length > 200_000) {
                        awaitRelease();
                    }
                    exchange.getResponseBody().write(content, half, content.length - half);
                }
            }
        });
        server.start();
        images = new RemoteImages("Fashion-MNIST",
                List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/")), list);
    }

    private void awaitRelease() throws IOException {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        held.countDown();
        app.close();
        server.stop(0);
        threads.shutdownNow();
        if (Files.exists(CACHE)) {
            try (Stream<Path> all = Files.walk(CACHE)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    private WindowBench open(String... arguments) {
        return new WindowBench(folder.resolve("home"), new Engines(List.of(new CpuEngine())),
                set -> set == ImageSet.FASHION_MNIST ? Optional.of(images) : Optional.empty(), arguments);
    }

    /// The window with softmax regression on clothes that are not here.
    private WindowBench onClothes() throws Exception {
        Experiment softmax = Builtins.read("mnist-softmax");
        Path file = WindowBench.write(folder.resolve("clothes.crescent"), softmax.withData(softmax.data()
                .withSource(new Source.Images(ImageSet.FASHION_MNIST, null, 0))));
        app = open(file.toString());
        app.await("the offer", () -> seen("output.download"));
        return app;
    }

    private boolean seen(String id) {
        for (Node each = app.find(id); each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private String text(String id) {
        return ((Label) app.find(id)).getText();
    }

    @Test
    void theOfferSaysHowMuchAndFromWhereAndNothingComesUnasked() throws Exception {
        onClothes();
        assertThat(text("output.offer.sentence")).isEqualTo("Fashion-MNIST is not on this machine yet, at least not in " + CACHE
                + ". Download it there, 0.3 MB from 127.0.0.1, or choose the folder that holds its four files.");
        assertThat(seen("output.cancel")).isFalse();
        assertThat(seen("output.progress")).isFalse();
        assertThat(seen("output.action")).isTrue();
        assertThat(CACHE).doesNotExist();
    }

    @Test
    void imagesThatWereDownloadedAreReadAtOnce() throws Exception {
        onClothes();
        Experiment before = app.experiment();
        app.click("output.download");
        app.await("the images", () -> seen("output.scores") && app.latest().dataset().train().count() == 300);
        assertThat(seen("output.offer")).isFalse();
        app.await("their number", () -> text("images.count").equals("300 + 40"));
        assertThat(app.experiment()).isEqualTo(before);
        assertThat(app.bench().canUndo()).isFalse();
    }

    @Test
    void aDownloadShowsItsProgressAndCanBeCancelledAndGoneOnWith() throws Exception {
        holding = true;
        onClothes();
        app.click("output.download");
        assertThat(text("output.offer.sentence")).isEqualTo("Downloading Fashion-MNIST");
        assertThat(seen("output.download")).isFalse();
        app.await("half of it", () -> ((ProgressBar) app.find("output.progress")).getProgress() > 0.5);
        assertThat(text("output.progress.text")).startsWith("0.1 of 0.3 MB");
        app.click("output.cancel");
        app.await("the offer again", () -> seen("output.download"));
        assertThat(CACHE.resolve("train-images-idx3-ubyte.part")).isNotEmptyFile();
        holding = false;
        app.click("output.download");
        app.await("the images", () -> seen("output.scores"));
    }

    @Test
    void theWindowStaysUsableWhileADownloadRunsAndFindsItWhereItIs() throws Exception {
        holding = true;
        onClothes();
        app.click("output.download");
        app.await("half of it", () -> ((ProgressBar) app.find("output.progress")).getProgress() > 0.5);
        app.bench().open(Document.begun(Experiment.defaults()));
        app.await("the plane", () -> !seen("output.offer") && !seen("data.images"));
        app.press("Ctrl+Z");
        app.await("the progress again", () -> seen("output.cancel"));
        assertThat(((ProgressBar) app.find("output.progress")).getProgress()).isGreaterThan(0.5);
        held.countDown();
        app.await("the images", () -> seen("output.scores"));
    }

    @Test
    void aFailureIsASentenceWithRetryBesideIt() throws Exception {
        status = 503;
        onClothes();
        app.click("output.download");
        app.await("the sentence", () -> text("output.offer.sentence").contains("status 503"));
        assertThat(((Button) app.find("output.download")).getText()).isEqualTo("Retry");
        assertThat(text("output.offer.sentence")).endsWith(".");
        assertThat(seen("output.action")).isTrue();
        status = 200;
        app.click("output.download");
        app.await("the images", () -> seen("output.scores"));
    }

    @Test
    void closingTheWindowEndsTheDownloadAndKeepsWhatHasCome() throws Exception {
        holding = true;
        onClothes();
        app.click("output.download");
        app.await("half of it", () -> ((ProgressBar) app.find("output.progress")).getProgress() > 0.5);
        app.close();
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().equals("crescent-download")) {
                each.join();
            }
        }
        assertThat(CACHE.resolve("train-images-idx3-ubyte.part")).isNotEmptyFile();
        assertThat(CACHE.resolve("train-images-idx3-ubyte")).doesNotExist();
    }

    @Test
    void aTileOfImagesBringsANetworkForThemAndOneUndoTakesBothBack() throws Exception {
        app = open();
        Experiment before = app.experiment();
        app.click("tile-fashion-mnist");
        app.await("the offer", () -> seen("output.download"));
        assertThat(((ToggleButton) app.find("tile-fashion-mnist")).isSelected()).isTrue();
        assertThat(app.experiment().model()).isEqualTo(Builtins.read("digits-conv").model());
        assertThat(app.experiment().training()).isEqualTo(Builtins.read("digits-conv").training());
        app.press("Ctrl+Z");
        app.await("the plane", () -> !seen("output.offer") && !seen("data.images"));
        assertThat(app.experiment()).isEqualTo(before);
        assertThat(app.bench().canUndo()).isFalse();
        app.click("tile-mnist");
        app.await("an offer without a download", () -> seen("output.offer") && !seen("output.download"));
        app.click("tile-xor");
        app.await("the plane", () -> !seen("output.offer") && !seen("data.images"));
        assertThat(app.experiment().model()).isEqualTo(Experiment.defaults().model());
        assertThat(app.experiment().data()).isEqualTo(before.data().withSource(new Source.Points(PointSet.XOR, 500, 0.1)));
    }

    @Test
    void aTileOfDigitsDrawsThem() {
        app = open();
        app.click("tile-digits");
        app.await("digits", () -> app.latest().dataset().hasImages() && seen("output.scores"));
        assertThat(text("images.count")).isEqualTo("27,000 + 3,000");
        assertThat(seen("images.folder")).isFalse();
        assertThat(app.experiment().data().source()).isEqualTo(new Source.Digits(30_000));
    }
}
