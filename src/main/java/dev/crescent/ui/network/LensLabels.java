package dev.crescent.ui.network;

import dev.crescent.ui.theme.Fonts;
import java.util.ArrayList;
import java.util.List;
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
        List<Bounds> places = all.size() <= MOST_LINKS ? places(marks, all, links) : List.of();
        boolean whole = !all.isEmpty() && places.size() == all.size();
        List<Links.LinkRef> shown = whole ? all : own;
        List<Bounds> at = whole ? places : places(marks, own, links);
        for (int i = 0; i < Math.min(shown.size(), at.size()); i++) {
            Links.LinkRef link = shown.get(i);
            boolean looked = marks.touches(c, link.to()) && marks.from() == link.from();
            if (at.get(i).getWidth() > 0) {
                add(marks.texts()[c][link.to()][link.from()], at.get(i), looked ? "lens-looked" : "lens-link");
            }
        }
    }

    /// A place for each that overlaps nothing; one without width where there is none, and an empty list where the links are
    /// more than one unit's and one of them has no place.
    private List<Bounds> places(LensMarks marks, List<Links.LinkRef> wanted, Links links) {
        boolean several = wanted.stream().mapToInt(Links.LinkRef::to).distinct().count() > 1;
        List<Bounds> found = new ArrayList<>();
        for (Links.LinkRef link : wanted) {
            Bounds free = null;
            for (int i = 0; i < PLACES.length && free == null; i++) {
                Box on = links.on(link, PLACES[i]);
                Bounds bounds = bounds(marks.texts()[link.column()][link.to()][link.from()], on.x(), on.y());
                boolean clear = taken.stream().noneMatch(bounds::intersects) && found.stream().noneMatch(bounds::intersects);
                free = clear ? bounds : null;
            }
            if (free == null && several) {
                return List.of();
            }
            found.add(free == null ? new BoundingBox(-1, -1, 0, 0) : free);
        }
        return found;
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
