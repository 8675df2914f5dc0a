package dev.crescent.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.crescent.data.download.Answer.Patience;
import dev.crescent.experiment.ImageSet;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files from servers on this machine, good ones and bad ones.
@Timeout(60)
class DownloadTest {
    private static final Patience SHORT = new Patience(60_000, 2_000);
    /// Longer than the tests have: what ends before that was ended.
    private static final Patience LONG = new Patience(600_000, 600_000);
    private static final String VERSION = "\"1\"";
    private static final byte[] LABELS = bytes(1, 700);
    private static final byte[] IMAGES = bytes(2, 300_000);

    @TempDir
    private Path temporary = Path.of("");
    private final List<AutoCloseable> servers = new ArrayList<>();
    private final List<Progress> seen = new CopyOnWriteArrayList<>();

    private Path folder() {
        return temporary.resolve("mnist");
    }

    private static byte[] bytes(long seed, int count) {
        byte[] bytes = new byte[count];
        new SplittableRandom(seed).nextBytes(bytes);
        bytes[0] = 0x1f;
        return bytes;
    }

    private static RemoteFile file(String name, byte[] content) throws Exception {
        return new RemoteFile(name, content.length,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    }

    private static RemoteImages images(URI... mirrors) throws Exception {
        return new RemoteImages("MNIST", List.of(mirrors), List.of(file("labels.gz", LABELS), file("images.gz", IMAGES)));
    }

    private static byte[] content(HttpExchange exchange) {
        return Mirror.name(exchange).endsWith("labels.gz") ? LABELS : IMAGES;
    }

    private Mirror mirror(Mirror.Behavior behavior) {
        Mirror mirror = new Mirror(behavior);
        servers.add(mirror);
        return mirror;
    }

    private Mirror good() {
        return mirror(exchange -> Mirror.send(exchange, content(exchange), VERSION));
    }

    /// Good for the labels, else as told.
    private Mirror badForImages(Mirror.Behavior behavior) {
        return mirror(exchange -> {
            if (content(exchange) == LABELS) {
                Mirror.whole(exchange, LABELS);
            } else {
                behavior.answer(exchange);
            }
        });
    }

    private RawMirror raw(String head, byte[] body, boolean hangsUp) {
        RawMirror mirror = new RawMirror(head, body, hangsUp);
        servers.add(mirror);
        return mirror;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
    }

    private Download download(URI... mirrors) throws Exception {
        return download(seen::add, Disk.SYSTEM, LONG, mirrors);
    }

    private Download download(Consumer<Progress> listener, Disk disk, Patience patience, URI... mirrors) throws Exception {
        return new Download(images(mirrors), folder(), listener, disk, patience);
    }

    private String sentence(Download download) {
        return String.valueOf(catchThrowableOfType(DownloadException.class, download::run).getMessage());
    }

    private Map<String, Long> files() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder())) {
            for (Path each : all.toList()) {
                sizes.put(String.valueOf(each.getFileName()), Files.size(each));
            }
        }
        return sizes;
    }

    private void assertDone() throws IOException {
        assertThat(files()).containsOnlyKeys("labels.gz", "images.gz");
        assertThat(folder().resolve("labels.gz")).hasBinaryContent(LABELS);
        assertThat(folder().resolve("images.gz")).hasBinaryContent(IMAGES);
    }

    private Path part() {
        return folder().resolve("images.gz.part");
    }

    /// As if an earlier download had broken off: the labels whole, the first bytes of something as the images.
    private void begun(byte[] content, int count) throws IOException {
        Files.createDirectories(folder());
        Files.write(folder().resolve("labels.gz"), LABELS);
        Files.write(part(), Arrays.copyOf(content, count));
    }

    private void tagged(Mirror mirror, String version) throws IOException {
        Files.write(folder().resolve("images.gz.part.tag"), List.of(mirror.uri() + "images.gz", version));
    }

    @Test
    void filesComeOneAfterTheOtherWithTheirProgress() throws Exception {
        Mirror mirror = good();
        assertThat(download(mirror.uri()).run()).isTrue();
        assertDone();
        assertThat(mirror.asked).containsExactly("labels.gz", "images.gz");
        assertThat(seen).extracting(Progress::done).isSorted().contains(700L).endsWith(300_700L);
        assertThat(seen).extracting(Progress::file).startsWith("labels.gz").endsWith("images.gz");
        assertThat(seen).allSatisfy(each -> assertThat(each.total()).isEqualTo(300_700));
    }

    @Test
    void whatIsThereAlreadyIsNotAskedFor() throws Exception {
        Mirror mirror = good();
        download(mirror.uri()).run();
        mirror.asked.clear();
        Files.write(folder().resolve("labels.gz"), bytes(5, LABELS.length));
        assertThat(download(mirror.uri()).run()).isTrue();
        assertThat(mirror.asked).as("the damaged one only").containsExactly("labels.gz");
        assertDone();
    }

    @Test
    void aBrokenConnectionKeepsWhatHasComeAndTheNextAttemptGoesOnThere() throws Exception {
        begun(IMAGES, 0);
        RawMirror broken = raw("HTTP/1.1 200 OK\nContent-Length: 300000\n\n", Arrays.copyOf(IMAGES, 100_000), true);
        assertThat(sentence(download(broken.uri()))).isEqualTo("MNIST was not downloaded: the connection to 127.0.0.1 broke"
                + " off in the middle of images.gz; what has come is kept in " + folder() + ", so try again to go on from there");
        assertThat(part()).hasBinaryContent(Arrays.copyOf(IMAGES, 100_000));
        Mirror mirror = good();
        seen.clear();
        assertThat(download(mirror.uri()).run()).isTrue();
        assertThat(mirror.asked).containsExactly("images.gz bytes=100000-");
        assertThat(seen).extracting(Progress::done).contains(100_700L).allMatch(done -> done == 700 || done >= 100_700);
        assertDone();
    }

    @Test
    void whereOneMirrorBreaksOffTheNextGoesOn() throws Exception {
        begun(IMAGES, 0);
        RawMirror broken = raw("HTTP/1.1 200 OK\nContent-Length: 300000\nETag: \"7\"\n\n", Arrays.copyOf(IMAGES, 100_000), true);
        Mirror mirror = good();
        assertThat(download(broken.uri(), mirror.uri()).run()).isTrue();
        assertThat(mirror.asked).as("the other's version means nothing here").containsExactly("images.gz bytes=100000-");
        assertDone();
    }

    @Test
    void aSilentServerIsNotWaitedForForever() throws Exception {
        begun(IMAGES, 0);
        RawMirror silent = raw("HTTP/1.1 200 OK\nContent-Length: 300000\n\n", Arrays.copyOf(IMAGES, 1000), false);
        assertThat(sentence(download(seen::add, Disk.SYSTEM, SHORT, silent.uri()))).contains("127.0.0.1 fell silent in the middle of images.gz")
                .endsWith("try again to go on from there");
        assertThat(part()).hasSize(1000);
    }

    @Test
    void theRestOfTheSameVersionIsAskedFor() throws Exception {
        Mirror mirror = good();
        begun(IMAGES, 1000);
        tagged(mirror, VERSION);
        assertThat(download(mirror.uri()).run()).isTrue();
        assertThat(mirror.asked).containsExactly("images.gz bytes=1000- " + VERSION);
        assertDone();
    }

    @Test
    void aFileThatHasChangedOnTheServerIsFetchedAfresh() throws Exception {
        Mirror mirror = good();
        begun(bytes(9, 5000), 5000);
        tagged(mirror, "\"0\"");
        assertThat(download(mirror.uri()).run()).isTrue();
        assertThat(mirror.asked).containsExactly("images.gz bytes=5000- \"0\"");
        assertDone();
    }

    @Test
    void aServerThatKnowsNoRangesSendsTheWholeFile() throws Exception {
        Mirror mirror = mirror(exchange -> Mirror.whole(exchange, content(exchange)));
        begun(bytes(9, 5000), 5000);
        assertThat(download(mirror.uri()).run()).isTrue();
        assertThat(mirror.asked).containsExactly("images.gz bytes=5000-");
        assertDone();
    }

    @Test
    void aRestThatCannotBeHadBringsTheWholeFile() throws Exception {
        Mirror mirror = badForImages(exchange -> {
            if (exchange.getRequestHeaders().containsKey("Range")) {
                exchange.sendResponseHeaders(416, -1);
            } else {
                Mirror.whole(exchange, IMAGES);
            }
        });
        begun(IMAGES, 5000);
        assertThat(download(mirror.uri()).run()).isTrue();
        assertThat(mirror.asked).containsExactly("images.gz bytes=5000-", "images.gz");
        assertDone();
    }

    @Test
    void anotherRestThanTheOneAskedForIsNotTaken() throws Exception {
        Mirror mirror = badForImages(exchange -> {
            if (exchange.getRequestHeaders().containsKey("Range")) {
                exchange.getResponseHeaders().set("Content-Range", "bytes 0-299999/300000");
                exchange.sendResponseHeaders(206, IMAGES.length);
                exchange.getResponseBody().write(IMAGES);
            } else {
                Mirror.whole(exchange, IMAGES);
            }
        });
        begun(IMAGES, 5000);
        assertThat(download(mirror.uri()).run()).isTrue();
        assertDone();
    }

    @Test
    void aPartThatBelongsToSomethingElseIsThrownAwayAndFetchedOnceAfresh() throws Exception {
        Mirror mirror = good();
        begun(bytes(9, 5000), 5000);
        assertThat(download(mirror.uri()).run()).isTrue();
        assertThat(mirror.asked).containsExactly("images.gz bytes=5000-", "images.gz");
        assertDone();
    }

    @Test
    void aPartThatIsTooLongIsThrownAway() throws Exception {
        Mirror mirror = good();
        begun(bytes(9, 300_001), 300_001);
        assertThat(download(mirror.uri()).run()).isTrue();
        assertThat(mirror.asked).containsExactly("images.gz");
        assertDone();
    }

    @Test
    void otherBytesThanThePublishedOnesAreTriedOnceMoreAndThenRefused() throws Exception {
        Mirror mirror = badForImages(exchange -> Mirror.send(exchange, bytes(3, IMAGES.length), VERSION));
        assertThat(sentence(download(mirror.uri()))).isEqualTo("MNIST was not downloaded: what 127.0.0.1 sends as images.gz is"
                + " not the published file, by its SHA-256; try again later, or get it elsewhere and put it into " + folder());
        assertThat(mirror.asked).containsExactly("labels.gz", "images.gz", "images.gz");
        assertThat(files()).as("nothing of it stays").doesNotContainKeys("images.gz", "images.gz.part");
    }

    @Test
    void otherBytesSendToTheNextMirror() throws Exception {
        Mirror wrong = mirror(exchange -> Mirror.send(exchange, bytes(3, content(exchange).length), VERSION));
        assertThat(download(wrong.uri(), good().uri()).run()).isTrue();
        assertDone();
    }

    @Test
    void aFileOfAnotherSizeIsNotEvenFetched() throws Exception {
        Mirror mirror = badForImages(exchange -> Mirror.send(exchange, bytes(3, 299_999), VERSION));
        begun(IMAGES, 5000);
        assertThat(sentence(download(mirror.uri()))).contains("is not the published file, by its size (299999 bytes where it"
                + " has 300000)");
        assertThat(part()).as("what another mirror sent").hasSize(5000);
    }

    @Test
    void aFileThatDoesNotEndIsRefused() throws Exception {
        Mirror mirror = badForImages(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(bytes(3, 400_000));
        });
        assertThat(sentence(download(mirror.uri()))).contains("by its size (more than 300000 bytes where it has 300000)");
        assertThat(files()).doesNotContainKeys("images.gz", "images.gz.part");
    }

    @Test
    void aWebPageInPlaceOfDataIsRecognized() throws Exception {
        byte[] page = "<!DOCTYPE html><p>Welcome to this hotel".getBytes(StandardCharsets.UTF_8);
        String expected = "MNIST was not downloaded: 127.0.0.1 seems to answer with a web page instead of images.gz, as networks"
                + " do that one has to sign in to; sign in with a browser, and try again";
        Mirror named = badForImages(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            Mirror.whole(exchange, page);
        });
        assertThat(sentence(download(named.uri()))).isEqualTo(expected);
        Mirror unnamed = badForImages(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(page);
        });
        assertThat(sentence(download(unnamed.uri()))).isEqualTo(expected);
        assertThat(files()).doesNotContainKey("images.gz");
    }

    @Test
    void aRefusalNamesItsStatus() throws Exception {
        for (int status : new int[] {404, 500}) {
            Mirror mirror = badForImages(exchange -> exchange.sendResponseHeaders(status, -1));
            assertThat(sentence(download(mirror.uri()))).isEqualTo("MNIST was not downloaded: 127.0.0.1 does not give out images.gz"
                    + " (it answers with status " + status + "); try again later, or get it elsewhere and put it into " + folder());
        }
    }

    @Test
    void withoutAConnectionAllMirrorsAreNamed() throws Exception {
        Mirror gone = good();
        gone.close();
        URI nowhere = URI.create("http://no-such-host.invalid/");
        assertThat(sentence(download(gone.uri(), nowhere))).isEqualTo("MNIST was not downloaded: 127.0.0.1 and"
                + " no-such-host.invalid cannot be reached; check that this machine is connected to the Internet, and try again");
    }

    @Test
    void theMirrorThatTellsMostIsTheOneThatIsTold() throws Exception {
        Mirror gone = good();
        gone.close();
        Mirror missing = mirror(exchange -> exchange.sendResponseHeaders(404, -1));
        assertThat(sentence(download(missing.uri(), gone.uri()))).contains("status 404");
    }

    @Test
    void redirectionsAreFollowed() throws Exception {
        Mirror mirror = mirror(exchange -> {
            if (Mirror.name(exchange).startsWith("moved/")) {
                Mirror.send(exchange, content(exchange), VERSION);
            } else {
                exchange.getResponseHeaders().set("Location", "/moved/" + Mirror.name(exchange));
                exchange.sendResponseHeaders(302, -1);
            }
        });
        begun(IMAGES, 5000);
        assertThat(download(mirror.uri()).run()).isTrue();
        assertThat(mirror.asked).containsExactly("images.gz bytes=5000-", "moved/images.gz bytes=5000-");
        assertDone();
    }

    @Test
    void redirectionsInACircleAndToOtherPlacesThanTheWebAreNot() throws Exception {
        for (String to : new String[] {"/images.gz", "file:///etc/passwd", "http://a b", "ftp://127.0.0.1/"}) {
            Mirror mirror = mirror(exchange -> {
                exchange.getResponseHeaders().set("Location", to);
                exchange.sendResponseHeaders(301, -1);
            });
            assertThat(sentence(download(mirror.uri()))).contains("does not give out labels.gz (it redirects");
        }
    }

    @Test
    void cancellingEndsAReadThatWaitsAndKeepsWhatHasCome() throws Exception {
        begun(IMAGES, 0);
        RawMirror silent = raw("HTTP/1.1 200 OK\nContent-Length: 300000\n\n", Arrays.copyOf(IMAGES, 1000), false);
        CountDownLatch waiting = new CountDownLatch(1);
        Download download = download(each -> {
            if (each.done() == 1700) {
                waiting.countDown();
            }
        }, Disk.SYSTEM, LONG, silent.uri());
        CompletableFuture<Boolean> result = started(download);
        waiting.await();
        download.cancel();
        assertThat(result.get()).isFalse();
        assertThat(part()).hasSize(1000);
        assertThat(download(good().uri()).run()).as("the folder is free again").isTrue();
    }

    @Test
    void cancellingEndsTheWaitForAnAnswer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Mirror mute = mirror(exchange -> {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        Download download = download(seen::add, Disk.SYSTEM, LONG, mute.uri(), mute.uri());
        CompletableFuture<Boolean> result = started(download);
        asked.await();
        download.cancel();
        assertThat(result.get()).isFalse();
        assertThat(mute.asked).as("the next mirror is left alone").hasSize(1);
    }

    @Test
    void whatWasCancelledBeforeItsStartDoesNothing() throws Exception {
        Download download = download(URI.create("http://no-such-host.invalid/"));
        download.cancel();
        assertThat(download.run()).isFalse();
        assertThat(folder()).doesNotExist();
    }

    private static CompletableFuture<Boolean> started(Download download) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return download.run();
            } catch (DownloadException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void oneFolderHasOneDownloadAtATime() throws Exception {
        Mirror mirror = good();
        List<String> second = new CopyOnWriteArrayList<>();
        Download first = download(each -> {
            if (each.done() > 700 && second.isEmpty()) {
                try {
                    second.add(sentence(download(mirror.uri())));
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        }, Disk.SYSTEM, LONG, mirror.uri());
        assertThat(first.run()).isTrue();
        assertThat(second).containsExactly("MNIST is being downloaded into " + folder()
                + " by another window or command; wait for that one, and try again");
        assertThat(download(mirror.uri()).run()).isTrue();
        assertDone();
    }

    /// As another process would, without this one's own register of what it has locked.
    @Test
    void anotherProcessesLockCounts() throws Exception {
        Files.createDirectories(folder());
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Locker.class.getName(), folder().resolve(".download.lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('!');
            assertThat(sentence(download(good().uri()))).contains("by another window or command");
        } finally {
            other.getOutputStream().close();
            other.waitFor();
        }
        assertThat(download(good().uri()).run()).isTrue();
    }

    /// Locks a file until its standard input ends.
    static final class Locker {
        private Locker() {}

        public static void main(String[] arguments) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                System.out.write('!');
                System.out.flush();
                System.in.read();
            }
        }
    }

    @Test
    void withoutRoomNothingIsBegun() throws Exception {
        Mirror mirror = good();
        begun(IMAGES, 100_000);
        Disk small = disk(199_999, Integer.MAX_VALUE, "");
        assertThat(sentence(download(seen::add, small, LONG, mirror.uri()))).isEqualTo("MNIST needs 0.2 MB more in " + folder()
                + ", and 0.2 MB are free there; make room, and try again");
        assertThat(mirror.asked).isEmpty();
        assertThat(download(seen::add, disk(200_000, Integer.MAX_VALUE, ""), LONG, mirror.uri()).run()).isTrue();
    }

    @Test
    void aDiskThatFillsUpIsToldAndTheDownloadGoesOnOnceThereIsRoom() throws Exception {
        Mirror mirror = good();
        String full = "MNIST was not downloaded: the disk of " + folder() + " is full, and ";
        Download first = download(seen::add, disk(Long.MAX_VALUE, 70_000, "No space left on device"), LONG, mirror.uri());
        assertThat(sentence(first)).startsWith(full).endsWith(" MB more are needed; make room, and try again to go on from there");
        assertThat(mirror.asked).as("no other mirror would help").containsExactly("labels.gz", "images.gz");
        assertThat(folder().resolve("labels.gz")).exists();
        assertThat(download(mirror.uri()).run()).isTrue();
        assertDone();
    }

    @Test
    void aDiskThatTakesNothingForAnotherReasonSaysWhich() throws Exception {
        assertThat(sentence(download(seen::add, disk(Long.MAX_VALUE, 70_000, "Input/output error"), LONG, good().uri())))
                .contains(folder() + " cannot be written to (Input/output error)");
    }

    @Test
    void aFileInThePlaceOfTheFolderIsToldWithTheRemedy() throws Exception {
        Files.writeString(folder(), "");
        assertThat(sentence(download(good().uri()))).startsWith("MNIST was not downloaded: " + folder() + " cannot be written to (")
                .contains("set XDG_CACHE_HOME");
    }

    /// A disk with so much room at first sight, that fails after so many bytes of a file.
    private static Disk disk(long free, int most, String failure) {
        return new Disk() {
            @Override
            public OutputStream append(Path file) throws IOException {
                OutputStream out = Disk.SYSTEM.append(file);
                return new OutputStream() {
                    private int left = most;

                    @Override
                    public void write(int b) throws IOException {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] b, int from, int count) throws IOException {
                        if (count > left) {
                            throw new IOException(failure);
                        }
                        left -= count;
                        out.write(b, from, count);
                    }

                    @Override
                    public void close() throws IOException {
                        out.close();
                    }
                };
            }

            @Override
            public long free(Path folder) {
                return free;
            }
        };
    }

    @Test
    void theListHasBothSetsWithTheirPublishedSizes() {
        RemoteImages mnist = RemoteImages.of(ImageSet.MNIST).orElseThrow();
        assertThat(mnist.name()).isEqualTo("MNIST");
        assertThat(mnist.bytes()).isEqualTo(11_594_722);
        RemoteImages fashion = RemoteImages.of(ImageSet.FASHION_MNIST).orElseThrow();
        assertThat(fashion.bytes()).isEqualTo(30_878_645);
        assertThat(RemoteImages.of(ImageSet.IDX)).isEmpty();
        for (RemoteImages each : List.of(mnist, fashion)) {
            assertThat(each.files()).hasSize(4).allSatisfy(file -> assertThat(file.sha256()).matches("[0-9a-f]{64}"));
            assertThat(each.files().getLast().name()).startsWith("train-images");
            assertThat(each.mirrors()).hasSize(2).allSatisfy(uri -> assertThat(uri.toString()).endsWith("/"));
            assertThat(each.mirrors().getFirst().getScheme()).isEqualTo("https");
        }
    }

    @Test
    void speedFollowsWithoutJumping() {
        SpeedMeter meter = new SpeedMeter(0);
        meter.add(1000, 100_000_000);
        assertThat(meter.perSecond()).isNaN();
        meter.add(1000, 500_000_000);
        assertThat(meter.perSecond()).isEqualTo(4000);
        meter.add(4000, 1_000_000_000);
        assertThat(meter.perSecond()).as("on its way to 8000").isBetween(4500.0, 5500.0);
        for (int i = 1; i <= 20; i++) {
            meter.add(8000, (1 + i) * 1_000_000_000L);
        }
        assertThat(meter.perSecond()).isBetween(7990.0, 8000.0);
    }
}
