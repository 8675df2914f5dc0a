package dev.crescent.app;

import dev.crescent.ui.start.StartView;
import dev.crescent.ui.theme.Motion;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the pictures that were painted into the start screen, and plays one of them once, unless nothing is to move. All
/// methods run on the JavaFX thread.
final class StartPlayer {
    /// All moments take this time.
    private static final double WHOLE_NANOS = 2.8e9;
    /// A frame that comes later than this holds the film up, instead of cutting from it.
    private static final long LONGEST_FRAME_NANOS = 100_000_000;

    private final StartView view;
    private final StartGallery gallery;
    private final Map<StartGallery.Subject, StartGallery.Painted> stills = new HashMap<>();
    private Set<StartGallery.OfFile> listed = Set.of();
    private StartGallery.@Nullable OfCard playing;
    private long before; // the last frame's time; 0 before the first frame of it
    private long played; // nanoseconds of it
    private int asked; // the moment that was asked for last
    private int shown; // the moment that was painted last

    StartPlayer(StartView view, StartGallery gallery) {
        this.view = view;
        this.gallery = gallery;
    }

    /// Plays a card's picture from the start.
    void play(int card) {
        stop();
        if (!Motion.isReduced()) {
            playing = new StartGallery.OfCard(card);
            before = 0;
            played = 0;
            asked = -1;
            shown = -1;
        }
    }

    /// Shows the picture that stays where one plays.
    void stop() {
        StartGallery.OfCard card = playing;
        playing = null;
        StartGallery.Painted still = card == null ? null : stills.get(card);
        if (still != null) {
            show(still);
        }
    }

    /// These files are in the list from now on, as they are now: their pictures are shown, those that were painted before
    /// at once. What was painted of other files, or of another state of these, is forgotten.
    void showFiles(Collection<StartGallery.OfFile> files) {
        listed = Set.copyOf(files);
        stills.keySet().removeIf(subject -> !isSeen(subject));
        for (StartGallery.OfFile file : files) {
            StartGallery.Painted still = stills.get(file);
            if (still != null) {
                show(still);
            }
        }
    }

    private boolean isSeen(StartGallery.Subject subject) {
        return !(subject instanceof StartGallery.OfFile file) || listed.contains(file);
    }

    /// @param look how pictures are painted by now; null before anybody knows
    void frame(StartGallery.@Nullable Look look, long now) {
        for (StartGallery.Painted next = gallery.take(); next != null; next = gallery.take()) {
            if (!isSeen(next.subject())) {
                continue; // a picture of a file as it was before, which would take the place of the newer one
            }
            if (next.look().equals(look)) {
                take(next);
            } else if (next.subject().equals(playing)) {
                asked = -1; // it is painted again as things look now
            }
        }
        StartGallery.OfCard card = playing;
        if (card != null) {
            goOn(card, now);
        }
    }

    private void take(StartGallery.Painted next) {
        boolean plays = next.subject().equals(playing);
        if (next.isLast()) {
            stills.put(next.subject(), next);
        }
        // While one plays, what stays waits for its turn. What is painted may be some moments behind.
        if (plays && asked >= 0 ? next.moment() <= asked : next.isLast()) {
            shown = plays ? next.moment() : shown;
            show(next);
        }
    }

    private void goOn(StartGallery.OfCard card, long now) {
        int last = gallery.moments(card) - 1;
        if (last == 0) {
            return; // it is not made yet, and plays when it is
        }
        if (before != 0 && (shown == asked || asked < 0)) { // what is not painted yet is waited for
            played += Math.min(now - before, LONGEST_FRAME_NANOS);
        }
        before = now;
        int moment = (int) Math.min(last, played / WHOLE_NANOS * last);
        if (moment != asked) {
            asked = moment;
            gallery.play(card, moment);
        }
    }

    private void show(StartGallery.Painted picture) {
        switch (picture.subject()) {
            case StartGallery.OfCard(int number) ->
                    view.showPicture(number, picture.argb(), picture.width(), picture.height());
            case StartGallery.OfFile(RecentFacts file) ->
                    view.showPicture(file.path(), picture.argb(), picture.width(), picture.height());
        }
    }
}
