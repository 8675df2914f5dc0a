package dev.crescent.ui.network;

import java.util.Objects;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// What mouse and keyboard do to the units and links: knows what is pointed at, and tells the view.
final class PictureInput {
    private final NetworkPicture picture;
    private final Target target;
    private @Nullable NetworkLayout layout;
    private @Nullable Structure structure;
    private @Nullable Links links;
    private @Nullable UnitRef unit;
    private @Nullable UnitRef bias;
    private Links.@Nullable LinkRef link;
    private Links.@Nullable LinkRef heldLink;
    private @Nullable UnitRef heldBias;
    private @Nullable UnitRef focused;
    private boolean byKeys;
    private double mouseX = Double.NaN;
    private double mouseY;
    private double scrolled;

    /// What the view does when the user points at, steps or opens something.
    interface Target {
        /// Something else is pointed at, or nothing.
        void pointed(@Nullable UnitRef unit, Links.@Nullable LinkRef link, @Nullable UnitRef bias);

        void openLink(Links.LinkRef link);

        void openBias(UnitRef unit);

        /// A unit was pressed, beside its bias.
        void press(UnitRef unit);

        /// Adds to the value of a weight.
        void stepLink(Links.LinkRef link, double by);

        void stepBias(UnitRef unit, double by);

        /// The keyboard leaves the units upwards, to the card of a column.
        void focusCard(int column);

        /// Adds to the number of units of a column.
        void changeUnits(int column, int by);
    }

    PictureInput(NetworkPicture picture, Target target) {
        this.picture = picture;
        this.target = target;
        picture.setFocusTraversable(true);
        picture.setOnMouseMoved(e -> move(e.getX(), e.getY() + NetworkLayout.PICTURE_TOP));
        picture.setOnMouseExited(e -> leave());
        picture.setOnMousePressed(this::press);
        picture.setOnScroll(this::scroll);
        picture.setOnKeyPressed(this::key);
        picture.focusedProperty().addListener((p, was, is) -> focusChanged(is));
    }

    /// Takes over what can be pointed at now; what was pointed at is found anew.
    void show(Structure newStructure, NetworkLayout newLayout, Links newLinks) {
        structure = newStructure;
        layout = newLayout;
        links = newLinks;
        if (focused != null) {
            focused = clamped(focused);
        }
        if (link != null && newLinks.index(link) < 0) {
            link = null;
        }
        if (Double.isNaN(mouseX)) {
            tell();
        } else {
            move(mouseX, mouseY);
        }
    }

    /// Keeps a link or a bias marked while its card is open; both null to let go.
    void hold(Links.@Nullable LinkRef openLink, @Nullable UnitRef openBias) {
        heldLink = openLink;
        heldBias = openBias;
        tell();
    }

    private void move(double x, double y) {
        NetworkLayout l = layout;
        if (l == null || links == null) {
            return;
        }
        mouseX = x;
        mouseY = y;
        bias = biasAt(x, y);
        unit = bias != null ? null : l.unitAt(x, y);
        link = bias != null || unit != null ? null : links.at(x, y);
        picture.setCursor(bias != null || link != null ? Cursor.HAND : Cursor.DEFAULT);
        tell();
    }

    private void leave() {
        mouseX = Double.NaN;
        unit = null;
        bias = null;
        link = null;
        tell();
    }

    private @Nullable UnitRef biasAt(double x, double y) {
        NetworkLayout l = layout;
        Structure s = structure;
        if (l == null || s == null) {
            return null;
        }
        for (int c = 1; c < l.columns().size(); c++) {
            for (int u = 0; s.columns().get(c).hasBiases() && u < l.columns().get(c).shown(); u++) {
                if (l.isBias(c, u, x, y)) {
                    return new UnitRef(c, u);
                }
            }
        }
        return null;
    }

    private void tell() {
        UnitRef ringed = byKeys && picture.isFocused() ? focused : null;
        UnitRef shownUnit = unit == null && link == null && bias == null ? ringed : unit;
        picture.point(new NetworkPainter.Pointed(unit, link != null ? link : heldLink,
                bias != null ? bias : heldBias, ringed));
        target.pointed(shownUnit, link, bias);
    }

    private void press(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        move(e.getX(), e.getY() + NetworkLayout.PICTURE_TOP);
        byKeys = false;
        if (unit != null || bias != null) {
            focused = unit != null ? unit : bias;
        }
        picture.requestFocus();
        if (bias != null) {
            target.openBias(bias);
        } else if (link != null) {
            target.openLink(link);
        } else if (unit != null) {
            target.press(unit);
        }
        tell();
    }

    private void scroll(ScrollEvent e) {
        double delta = e.getDeltaY() != 0 ? e.getDeltaY() : e.getDeltaX();
        if (link == null && bias == null || delta == 0) {
            return;
        }
        scrolled += delta;
        int notches = (int) (scrolled / 40);
        scrolled -= notches * 40.0;
        double by = notches * (e.isShiftDown() ? ValueField.FINE : ValueField.STEP);
        if (notches != 0 && bias != null) {
            target.stepBias(bias, by);
        } else if (notches != 0 && link != null) {
            target.stepLink(link, by);
        }
        e.consume();
    }

    /// Gives the keyboard to a column's units.
    void focusColumn(int column) {
        focused = clamped(new UnitRef(column, 0));
        byKeys = true;
        picture.requestFocus();
        tell();
    }

    private void focusChanged(boolean has) {
        byKeys = byKeys || picture.isFocusVisible();
        if (has && focused == null) {
            focused = clamped(new UnitRef(Math.min(1, columns() - 1), 0));
        }
        if (!has && Double.isNaN(mouseX)) {
            link = null;
        }
        tell();
    }

    private int columns() {
        return layout == null ? 1 : layout.columns().size();
    }

    private UnitRef clamped(UnitRef ref) {
        int c = Math.clamp(ref.column(), 0, columns() - 1);
        int most = layout == null ? 0 : layout.columns().get(c).shown() - 1;
        return new UnitRef(c, Math.clamp(ref.unit(), 0, most));
    }

    private void key(KeyEvent e) {
        UnitRef at = focused;
        if (at == null || structure == null || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        byKeys = true;
        switch (e.getCode()) {
            case LEFT -> go(sideways(at, -1));
            case RIGHT -> go(sideways(at, 1));
            case UP -> up(at);
            case DOWN -> go(new UnitRef(at.column(), at.unit() + 1));
            case PAGE_UP -> stepThroughLinks(at, -1);
            case PAGE_DOWN -> stepThroughLinks(at, 1);
            case PLUS, ADD, EQUALS -> step(at, 1, e);
            case MINUS, SUBTRACT -> step(at, -1, e);
            case ENTER -> enter(at);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void step(UnitRef at, int by, KeyEvent e) {
        if (link != null && Double.isNaN(mouseX)) {
            target.stepLink(link, by * (e.isShiftDown() ? ValueField.FINE : ValueField.STEP));
        } else {
            target.changeUnits(at.column(), by);
        }
    }

    private void enter(UnitRef at) {
        if (link != null) {
            target.openLink(link);
        } else if (Objects.requireNonNull(structure).columns().get(at.column()).hasBiases()) {
            target.openBias(at);
        }
    }

    private void up(UnitRef at) {
        if (at.unit() == 0) {
            target.focusCard(at.column());
        } else {
            go(new UnitRef(at.column(), at.unit() - 1));
        }
    }

    private void go(UnitRef next) {
        focused = clamped(next);
        link = null;
        tell();
    }

    /// To the unit of the next column that lies at about the same height.
    private UnitRef sideways(UnitRef at, int by) {
        NetworkLayout l = Objects.requireNonNull(layout);
        int column = Math.clamp(at.column() + by, 0, columns() - 1);
        double y = l.columns().get(at.column()).portY(at.unit());
        NetworkLayout.Column to = l.columns().get(column);
        int best = 0;
        for (int u = 1; u < to.shown(); u++) {
            best = Math.abs(to.portY(u) - y) < Math.abs(to.portY(best) - y) ? u : best;
        }
        return column == at.column() ? at : new UnitRef(column, best);
    }

    /// Marks one link after the other that leads into the focused unit.
    private void stepThroughLinks(UnitRef at, int by) {
        if (at.column() == 0 || links == null) {
            return;
        }
        int inputs = links.inputs(at);
        if (inputs == 0) {
            return;
        }
        boolean into = link != null && link.column() == at.column() && link.to() == at.unit();
        int from = into ? Math.floorMod(Objects.requireNonNull(link).from() + by, inputs) : by > 0 ? 0 : inputs - 1;
        unit = null;
        bias = null;
        mouseX = Double.NaN;
        link = new Links.LinkRef(at.column(), from, at.unit());
        tell();
    }
}
