package dev.crescent.ui.points;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The place that is pinned, if any, and how clicks change that.
final class Pin {
    /// A click this near, in pixels, takes the pin away.
    private static final double REACH = 10;

    private final OutputPicture picture;
    private final Consumer<@Nullable Spot> listener;
    private @Nullable Spot spot;
    private @Nullable Spot beforeClick;

    /// @param listener is told what the user pins, and null when the user takes the pin away
    Pin(OutputPicture picture, Consumer<@Nullable Spot> listener) {
        this.picture = picture;
        this.listener = listener;
    }

    /// What is pinned.
    @Nullable Spot spot() {
        return spot;
    }

    /// Pins a place, or none, without telling the listener.
    void show(@Nullable Spot now) {
        spot = now;
        picture.setPin(now);
    }

    /// The user pins a place.
    void put(Spot next) {
        show(next);
        listener.accept(next);
    }

    /// The user takes the pin away; false if there was none.
    boolean remove() {
        if (spot == null) {
            return false;
        }
        show(null);
        listener.accept(null);
        return true;
    }

    /// Pins what lies at a pixel, or takes the pin away from there.
    void click(double x, double y) {
        beforeClick = spot;
        Plane plane = picture.plane();
        if (spot != null && Math.hypot(plane.px(spot.x1()) - x, plane.py(spot.x2()) - y) <= REACH) {
            remove();
        } else {
            put(new Spot(plane.x1(x), plane.x2(y)));
        }
    }

    /// Takes back what the last click did, which was the first of two.
    void undoClick() {
        if (beforeClick != null) {
            put(beforeClick);
        } else {
            remove();
        }
    }
}
