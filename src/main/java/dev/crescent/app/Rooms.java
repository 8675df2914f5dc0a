package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.train.Snapshot;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which room is shown. All rooms show what is on the bench; a room that cannot show it gets something else on the bench,
/// and what was there waits until its own room is entered again, with its training and with what was done to it: going to a
/// room is nothing that could be undone. The descent room shows what either of
/// the two others has on the bench, which is left there.
final class Rooms {
    /// The rooms.
    enum Room {
        PLAYGROUND, DIGITS, DESCENT
    }

    private final Workbench bench;
    private final Consumer<Room> show;
    private final Consumer<Consumer<Place>> readDigits;
    private final Consumer<@Nullable Place> keep;
    private final Map<Room, Left> left = new EnumMap<>(Room.class);
    private Room current = Room.PLAYGROUND;
    private Room home = Room.PLAYGROUND; // whose document is on the bench: not the descent room
    private boolean awaited; // whether the room's own document is still to come
    private @Nullable Snapshot seen;

    /// What waits for its room, and what was done to it.
    private record Left(Place place, UndoStack deeds) {}

    /// @param show shows a room
    /// @param readDigits reads the digit room's own document, and gives it out later
    /// @param keep called with what waits from now on, null for none, so that it is not lost
    Rooms(Workbench bench, Consumer<Room> show, Consumer<Consumer<Place>> readDigits, Consumer<@Nullable Place> keep) {
        this.bench = bench;
        this.show = show;
        this.readDigits = readDigits;
        this.keep = keep;
        bench.onChange(this::follow);
    }

    Room current() {
        return current;
    }

    /// Goes to a room, and puts something on the bench that it can show.
    void enter(Room next) {
        if (next == Room.DESCENT || next == home) {
            become(next);
            return;
        }
        Left waiting = left.get(next);
        if (awaited) {
            awaited = false; // the room is left before its document came: what waits here is still on the bench
            left.remove(next);
            become(next);
        } else if (next == Room.DIGITS && suits()) {
            become(next);
        } else if (waiting != null) {
            left.remove(next);
            left.put(home, new Left(bench.here(), bench.deeds()));
            become(next);
            bench.visit(waiting.place, waiting.deeds);
        } else if (next == Room.DIGITS) {
            left.put(home, new Left(bench.here(), bench.deeds()));
            awaited = true;
            become(next);
            readDigits.accept(this::arrived);
        } else {
            become(next);
        }
        keepWaiting();
    }

    private void arrived(Place place) {
        if (awaited) {
            left.put(Room.PLAYGROUND, new Left(bench.here(), bench.deeds()));
            bench.visit(place, new UndoStack());
        }
    }

    /// Lets a document of an earlier day wait for its room, unless something waits already. If it waits for the playground,
    /// it was left for the digit room.
    void await(Place place) {
        Room room = DigitReader.suits(place.document().experiment()) ? Room.DIGITS : Room.PLAYGROUND;
        if (room == Room.PLAYGROUND && suits()) {
            become(Room.DIGITS);
        }
        if (room != home && waiting() == null) {
            left.put(room, new Left(place, new UndoStack()));
        }
    }

    /// Called once a frame: only with its data it is certain that the digit room can show what is on the bench.
    void frame(@Nullable Snapshot newest) {
        if (newest != seen) {
            seen = newest;
            follow();
        }
    }

    private boolean suits() {
        Experiment experiment = bench.experiment();
        Snapshot latest = bench.trainer().latest();
        return latest != null && latest.experiment().equals(experiment) ? DigitReader.suits(latest)
                : DigitReader.suits(experiment);
    }

    private void keepWaiting() {
        keep.accept(waiting());
    }

    /// Shows a room with what is on the bench.
    void become(Room next) {
        home = next == Room.DESCENT ? home : next;
        if (next != current) {
            current = next;
            show.accept(next);
        }
    }

    /// What waits for a room that is not shown; null if nothing does.
    @Nullable Place waiting() {
        Left waiting = left.get(home == Room.DIGITS ? Room.PLAYGROUND : Room.DIGITS);
        return waiting == null ? null : waiting.place;
    }

    /// What was undone or opened may belong to the other room.
    private void follow() {
        boolean suits = suits();
        if (home == Room.DIGITS && !suits && !awaited) {
            Left waiting = left.remove(Room.PLAYGROUND);
            if (waiting != null) {
                bench.follows(waiting.place, waiting.deeds); // its room is taken now
            }
            home = Room.PLAYGROUND;
            if (current == Room.DIGITS) {
                become(Room.PLAYGROUND);
            }
            keepWaiting();
        }
        awaited &= !suits;
    }
}
