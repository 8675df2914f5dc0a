package dev.crescent.ui.points;

import dev.crescent.insight.OutputField;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The place that the mouse or the arrow keys point at: beside it a label with the outputs there, and where it is the
/// keys that point, a ring on it.
final class Probe {
    private final OutputPicture picture;
    private final Consumer<@Nullable Spot> listener;
    private final ProbeLabel label = new ProbeLabel();
    private @Nullable Spot spot;
    /// Where the mouse is in the picture; NaN where there is none, as while the arrow keys point.
    private double mouseX = Double.NaN;
    private double mouseY = Double.NaN;

    /// @param listener is told every new place, and null when nothing is pointed at any more
    Probe(OutputPicture picture, Consumer<@Nullable Spot> listener) {
        this.picture = picture;
        this.listener = listener;
    }

    ProbeLabel label() {
        return label;
    }

    /// What is pointed at.
    @Nullable Spot spot() {
        return spot;
    }

    /// Whether it is the keys that point, not the mouse.
    boolean isByKeys() {
        return spot != null && Double.isNaN(mouseX);
    }

    /// The mouse points at a pixel.
    void hover(double x, double y) {
        picture.marks().hideProbe();
        mouseX = x;
        mouseY = y;
        pointAt(new Spot(picture.plane().x1(x), picture.plane().x2(y)));
    }

    /// The keys point so far from where they or the mouse did, or from the pin, or from the middle.
    ///
    /// @param dx to the right, as a share of the picture's side
    /// @param dy downwards, likewise
    void step(double dx, double dy, @Nullable Spot pin) {
        Plane plane = picture.plane();
        double size = picture.size();
        Spot from = spot != null ? spot : pin != null ? pin : new Spot(plane.x1(size / 2), plane.x2(size / 2));
        double x = Math.clamp(plane.px(from.x1()) + dx * size, 0, size);
        double y = Math.clamp(plane.py(from.x2()) + dy * size, 0, size);
        picture.marks().showProbe(x, y);
        mouseX = mouseY = Double.NaN;
        pointAt(new Spot(plane.x1(x), plane.x2(y)));
    }

    /// The mouse moves by so many pixels and takes the plane with it, which [#follow] is told of next.
    void drag(double dx, double dy) {
        mouseX += dx;
        mouseY += dy;
    }

    /// After the region has moved: the mouse points at another place now; what the keys point at may be out of sight.
    void follow() {
        if (spot == null) {
            return;
        }
        Plane plane = picture.plane();
        if (Double.isFinite(mouseX)) {
            pointAt(new Spot(plane.x1(mouseX), plane.x2(mouseY)));
        } else if (picture.region().contains(spot.x1(), spot.x2())) {
            picture.marks().showProbe(plane.px(spot.x1()), plane.py(spot.x2()));
            refresh();
        } else {
            end();
        }
    }

    /// Nothing is pointed at any more.
    void end() {
        mouseX = mouseY = Double.NaN;
        picture.marks().hideProbe();
        if (spot != null) {
            spot = null;
            listener.accept(null);
        }
        refresh();
    }

    private void pointAt(Spot next) {
        spot = next;
        refresh();
        listener.accept(next);
    }

    /// Writes what the picture's field says at the place; the label goes where there is none.
    void refresh() {
        OutputField field = picture.field();
        double size = picture.size();
        if (spot == null || field == null || size <= 0) {
            label.setVisible(false);
            return;
        }
        label.showPlace(picture.axes(), picture.region(), spot);
        label.show(field.outputsAt(spot.x1(), spot.x2()), field.task(), picture.points().classNames(), picture.palette());
        label.place(picture.plane().px(spot.x1()), picture.plane().py(spot.x2()), size, size);
    }
}
