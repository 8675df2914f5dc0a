package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.start.Thumbnail;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// The gallery of the start screen with pictures of one color each.
final class StartShelf implements AutoCloseable {
    static final Path FILE = Path.of("/somewhere/a talk.crescent");
    private static final int SECONDS = 90;

    final StartGallery gallery;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    StartShelf() {
        gallery = new StartGallery(failure::set);
        gallery.setSeen(true);
    }

    /// @param side of a file's picture in pixels
    static StartGallery.Look look(int side) {
        return new StartGallery.Look(Palette.of(Theme.LIGHT), 4, 4, side, 1);
    }

    /// A file's state.
    ///
    /// @param second when it was written
    static StartGallery.OfFile state(Path file, long second) {
        return new StartGallery.OfFile(new RecentFacts(file, Instant.ofEpochSecond(second), 100));
    }

    /// A picture of one color.
    static Thumbnail plain(int argb) {
        return new Thumbnail() {
            @Override
            public int moments() {
                return 1;
            }

            @Override
            public int[] paint(int moment, Palette palette, int width, int height, double density) {
                int[] pixels = new int[width * height];
                Arrays.fill(pixels, argb);
                return pixels;
            }
        };
    }

    /// Has the gallery's thread wait.
    ///
    /// @return lets it go on
    CountDownLatch hold() {
        CountDownLatch goOn = new CountDownLatch(1);
        gallery.run(() -> await(goOn));
        return goOn;
    }

    /// Waits until the gallery has done all that it was given.
    void settle() {
        CountDownLatch done = new CountDownLatch(1);
        gallery.run(done::countDown);
        await(done);
    }

    /// All that was painted since the last call.
    List<StartGallery.Painted> painted() {
        List<StartGallery.Painted> all = new ArrayList<>();
        for (StartGallery.Painted next = gallery.take(); next != null; next = gallery.take()) {
            all.add(next);
        }
        return all;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Not in " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the gallery is closed
        }
    }

    @Override
    public void close() {
        gallery.close();
        assertThat(failure.get()).isNull();
    }
}
