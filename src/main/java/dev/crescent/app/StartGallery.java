package dev.crescent.app;

import dev.crescent.ui.start.Thumbnail;
import dev.crescent.ui.theme.Palette;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Has the pictures of the start screen made and painted in the background while it is seen, each once a session.
///
/// What was painted comes out of [#take]. All methods run on the JavaFX thread.
final class StartGallery implements AutoCloseable {
    /// How pictures are painted.
    ///
    /// @param width of a card's picture in pixels
    /// @param height of it in pixels
    /// @param side of a file's picture in pixels
    /// @param density pixels for each that the user sees
    record Look(Palette palette, int width, int height, int side, double density) {}

    /// What a picture is of: a card by its number, or one state of a file.
    sealed interface Subject {}

    record OfCard(int number) implements Subject {}

    record OfFile(RecentFacts facts) implements Subject {}

    /// A painted picture.
    ///
    /// @param moment which of its moments
    /// @param isLast whether it is the one that stays
    /// @param argb `[height * width]` premultiplied
    record Painted(Subject subject, Look look, int moment, boolean isLast, int[] argb, int width, int height) {}

    /// A moment of a picture that is to be painted at once.
    private record Wish(OfCard card, Thumbnail picture, int moment, Look look) {}

    private final Map<Subject, Thumbnail> made = new ConcurrentHashMap<>();
    private final Set<Subject> whole = new HashSet<>(); // the thread's own: those that were made to their end
    private final Queue<Painted> painted = new ConcurrentLinkedQueue<>();
    private final Consumer<Throwable> onFailure;
    private final ExecutorService thread;
    private final NewestServer<Wish> player;
    private volatile @Nullable Look look;
    private volatile boolean seen;

    /// @param onFailure told of errors in the program itself
    @SuppressWarnings("ThreadPriorityCheck") // only a wish: the window goes first where it is heard
    StartGallery(Consumer<Throwable> onFailure) {
        this.onFailure = onFailure;
        thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("crescent-start-pictures").daemon(true)
                .priority(Thread.MIN_PRIORITY).factory());
        player = new NewestServer<>("crescent-start-player", this::play, onFailure);
    }

    /// Whether the start screen is seen: only then is something made.
    void setSeen(boolean now) {
        seen = now;
    }

    /// Paints everything that is made in this look, and what is made later. A newer look replaces an older one: while a
    /// window is resized, what was made waits for the last size.
    void setLook(Look next) {
        look = next;
        run(() -> {
            for (Map.Entry<Subject, Thumbnail> each : made.entrySet()) {
                if (next != look) {
                    return; // a newer look's turn comes
                }
                paint(each.getKey(), each.getValue());
            }
        });
    }

    /// Forgets the pictures of all files but these, and with them what they were made from.
    void keepFiles(Collection<OfFile> kept) {
        Set<OfFile> listed = Set.copyOf(kept);
        run(() -> {
            Predicate<Subject> forgotten = subject -> subject instanceof OfFile file && !listed.contains(file);
            made.keySet().removeIf(forgotten);
            whole.removeIf(forgotten);
        });
    }

    /// Makes a picture, unless it is made already.
    ///
    /// @param make gets whether to give up, when it may throw a [CancellationException]; null if there is no such picture
    /// @param last whether no better one is to come
    void make(Subject subject, Function<BooleanSupplier, @Nullable Thumbnail> make, boolean last) {
        run(() -> {
            if (!seen || whole.contains(subject) || !last && made.containsKey(subject)) {
                return;
            }
            try {
                Thumbnail picture = make.apply(() -> !seen);
                if (last) {
                    whole.add(subject);
                }
                if (picture != null) {
                    made.put(subject, picture);
                    paint(subject, picture);
                }
            } catch (CancellationException e) {
                // It is begun again when the start screen is seen again.
            }
        });
    }

    /// Does something else in the background, between the pictures.
    void run(Runnable task) {
        if (!thread.isShutdown()) {
            thread.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException | OutOfMemoryError e) {
                    onFailure.accept(e);
                }
            });
        }
    }

    /// How many moments a card's picture has; 1 as long as it is not made.
    int moments(OfCard card) {
        Thumbnail picture = made.get(card);
        return picture == null ? 1 : picture.moments();
    }

    /// Paints a moment of a card's picture, if it is made. A newer wish replaces an older one.
    void play(OfCard card, int moment) {
        Thumbnail picture = made.get(card);
        Look now = look;
        if (picture != null && now != null && moment < picture.moments()) {
            player.ask(new Wish(card, picture, moment, now));
        }
    }

    /// A picture that was painted since the last call, the oldest first; null for none.
    @Nullable Painted take() {
        return painted.poll();
    }

    private void play(Wish wish) {
        paint(wish.card(), wish.picture(), wish.moment(), wish.look());
    }

    private void paint(Subject subject, Thumbnail picture) {
        Look now = look;
        if (now != null) {
            paint(subject, picture, picture.moments() - 1, now);
        }
    }

    private void paint(Subject subject, Thumbnail picture, int moment, Look in) {
        int width = subject instanceof OfCard ? in.width() : in.side();
        int height = subject instanceof OfCard ? in.height() : in.side();
        int[] argb = picture.paint(moment, in.palette(), width, height, in.density());
        painted.add(new Painted(subject, in, moment, moment == picture.moments() - 1, argb, width, height));
    }

    @Override
    public void close() {
        seen = false;
        thread.shutdownNow();
        player.close();
    }
}
