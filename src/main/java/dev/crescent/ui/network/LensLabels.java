package dev.crescent.ui.network;

import dev.crescent.ui.theme.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The numbers of a step at units and on links. Where there is no room for those of all links, only the links of the unit
/// that is looked at have theirs.
final class LensLabels extends Pane {
    private static final double HEIGHT = 16;
    private static final double PADDING = 4;
    /// Units that are closer than this have no room for a number each.
    private static final double LEAST_PITCH = 18;
    /// More numbers on the links into a column are not read any more.
    private static final int MOST_LINKS = 12;
    /// Where on a link a number may stand, the best place first.
    private static final double[] PLACES = {0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.15};

    private final List<Bounds> taken = new ArrayList<>();

    LensLabels() {
        getStyleClass().add("lens-labels");
        setManaged(false);
        setMouseTransparent(true);
    }

    /// @param marks null for none
    void show(@Nullable LensMarks marks, NetworkLayout layout, Links links) {
        getChildren().clear();
        taken.clear();
        if (marks == null) {
            return;
        }
        for (int c = 0; c < layout.columns().size(); c++) {
            NetworkLayout.Column column = layout.columns().get(c);
            for (int u = 0; u < column.shown(); u++) {
                Box box = column.unit(u);
                taken.add(new BoundingBox(box.x(), box.y(), box.width(), box.height()));
            }
        }
        for (int c = 0; c < layout.columns().size(); c++) {
            showUnits(marks, c, layout.columns().get(c));
        }
        for (int c = 1; c < layout.columns().size(); c++) {
            if (marks.texts()[c].length > 0 && Links.linked(links.structure(), layout, c) > 0) {
                showLinks(marks, c, links);
            }
        }
    }

    private void showUnits(LensMarks marks, int c, NetworkLayout.Column column) {
        boolean roomy = column.height() + column.gap() >= LEAST_PITCH;
        for (int u = 0; u < column.shown(); u++) {
            boolean looked = marks.column() == c && marks.unit() == u;
            String text = marks.units()[c][u];
            if (!text.isEmpty() && (roomy || looked)) {
                Box box = column.unit(u);
                double y = column.height() >= 24 ? box.y() + 1 : box.centerY();
                add(text, bounds(text, box.centerX(), y), looked && marks.from() < 0 ? "lens-looked" : "lens-unit");
            }
        }
    }

    private void showLinks(LensMarks marks, int c, Links links) {
        List<Links.LinkRef> all = new ArrayList<>();
        List<Links.LinkRef> own = new ArrayList<>();
        for (int to = 0; to < marks.texts()[c].length; to++) {
            for (int from = 0; from < marks.texts()[c][to].length; from++) {
                if (!marks.texts()[c][to][from].isEmpty()) {
                    Links.LinkRef link = new Links.LinkRef(c, from, to);
                    all.add(link);
                    if (marks.touches(c, to)) {
                        own.add(link);
                    }
                }
            }
        }
        List<Place> places = all.size() <= MOST_LINKS ? places(all, link -> text(marks.texts(), link), links) : List.of();
        if (places.size() < all.size()) {
            places = places(own, link -> text(marks.texts(), link), links);
        }
        if (places.size() < own.size()) {
            places = inBrief(marks, own, links);
        }
        for (Place place : places) {
            boolean looked = marks.touches(c, place.link.to()) && marks.from() == place.link.from();
            add(place.text, place.bounds, looked ? "lens-looked" : "lens-link");
        }
    }

    /// Where there is no room for all of it, only the link that is looked at has its whole text, wherever it lies.
    private List<Place> inBrief(LensMarks marks, List<Links.LinkRef> own, Links links) {
        List<Place> found = new ArrayList<>();
        for (Links.LinkRef link : own) {
            if (link.from() == marks.from()) {
                String text = text(marks.texts(), link);
                Place free = free(link, text, links);
                Box middle = links.on(link, PLACES[0]);
                found.add(free != null ? free : new Place(link, text, bounds(text, middle.x(), middle.y())));
                taken.add(found.getLast().bounds);
            }
        }
        for (Links.LinkRef link : own) {
            Place free = link.from() == marks.from() ? null : free(link, text(marks.brief(), link), links);
            if (free != null) {
                found.add(free);
                taken.add(free.bounds);
            }
        }
        return found;
    }

    private static String text(String[][][] texts, Links.LinkRef link) {
        return texts[link.column()][link.to()][link.from()];
    }

    /// A text on a link.
    private record Place(Links.LinkRef link, String text, Bounds bounds) {}

    /// A place for each, none of which overlaps anything; as many as were found before one had none.
    private List<Place> places(List<Links.LinkRef> wanted, Function<Links.LinkRef, String> text, Links links) {
        List<Place> found = new ArrayList<>();
        int before = taken.size();
        for (Links.LinkRef link : wanted) {
            Place free = free(link, text.apply(link), links);
            if (free == null) {
                break;
            }
            found.add(free);
            taken.add(free.bounds);
        }
        taken.subList(before, taken.size()).clear();
        return found;
    }

    private @Nullable Place free(Links.LinkRef link, String text, Links links) {
        for (double part : PLACES) {
            Box on = links.on(link, part);
            Bounds bounds = bounds(text, on.x(), on.y());
            if (taken.stream().noneMatch(bounds::intersects)) {
                return new Place(link, text, bounds);
            }
        }
        return null;
    }

    private static Bounds bounds(String text, double x, double y) {
        Text measured = new Text(text);
        measured.setFont(Fonts.caption());
        double width = Math.ceil(measured.getLayoutBounds().getWidth()) + 2 * PADDING;
        return new BoundingBox(Math.rint(x - width / 2), Math.rint(y - HEIGHT / 2), width, HEIGHT);
    }

    private void add(String text, Bounds at, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll("lens-value", style);
        label.setAlignment(Pos.CENTER);
        label.setManaged(false);
        label.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        getChildren().add(label);
        taken.add(at);
    }

    /// The numbers as they are written.
    List<String> values() {
        return getChildren().stream().map(node -> ((Label) node).getText()).toList();
    }
}
