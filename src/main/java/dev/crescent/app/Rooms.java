package dev.crescent.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which room is shown. All rooms show what is on the bench; a room that cannot show it gets something else on the bench,
/// and what was there waits until its own room is entered again, with its training.
final class Rooms {
    /// The rooms.
    enum Room {
        PLAYGROUND, DIGITS
    }

    private final Workbench bench;
    private final Consumer<Room> show;
    private final Runnable openDigits;
    private final Consumer<@Nullable Document> keep;
    private final Map<Room, Place> left = new EnumMap<>(Room.class);
    private Room current = Room.PLAYGROUND;
    private boolean awaited; // whether the room's own document is still to come

    /// @param show shows a room
    /// @param openDigits puts digits on the bench
    /// @param keep called with the document that waits from now on, null for none, so that it is not lost
    Rooms(Workbench bench, Consumer<Room> show, Runnable openDigits, Consumer<@Nullable Document> keep) {
        this.bench = bench;
        this.show = show;
        this.openDigits = openDigits;
        this.keep = keep;
        bench.onChange(this::follow);
    }

    Room current() {
        return current;
    }

    /// Goes to a room, and puts something on the bench that it can show.
    void enter(Room next) {
        if (next == current) {
            return;
        }
        Place waiting = left.remove(next);
        if (next == Room.DIGITS && DigitReader.suits(bench.experiment())) {
            become(next);
        } else if (waiting != null) {
            left.put(current, bench.here());
            become(next);
            bench.open(waiting);
        } else if (next == Room.DIGITS) {
            left.put(current, bench.here());
            awaited = true;
            become(next);
            openDigits.run();
        } else {
            become(next);
        }
        keepWaiting();
    }

    /// Lets a document of an earlier day wait for its room, unless something waits already.
    void await(Document document) {
        Room room = DigitReader.suits(document.experiment()) ? Room.DIGITS : Room.PLAYGROUND;
        if (room != current && waiting() == null) {
            left.put(room, Place.start(document));
        }
    }

    private void keepWaiting() {
        Place place = waiting();
        keep.accept(place == null ? null : place.document());
    }

    /// Shows a room with what is on the bench.
    void become(Room next) {
        if (next != current) {
            current = next;
            show.accept(next);
        }
    }

    /// What waits for a room that is not shown; null if nothing does.
    @Nullable Place waiting() {
        return left.get(current == Room.DIGITS ? Room.PLAYGROUND : Room.DIGITS);
    }

    /// What was undone or opened may belong to the other room.
    private void follow() {
        boolean suits = DigitReader.suits(bench.experiment());
        if (current == Room.DIGITS && !suits && !awaited) {
            left.remove(Room.PLAYGROUND);
            become(Room.PLAYGROUND);
            keepWaiting();
        }
        awaited &= !suits;
    }
}
