package dev.crescent.ui.network;

import dev.crescent.ui.theme.Palette;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Everything that names or edits one weight or bias: the tip beside it and its card.
final class ValueEditors {
    private final Region owner;
    private final ValueTip tip = new ValueTip();
    private final ParameterHistory history = new ParameterHistory();
    private final ValueCard card;
    private @Nullable Shown shown;
    private @Nullable NetworkLayout layout;
    private @Nullable Links links;
    private float[] parameters = new float[0];
    private float[] start = new float[0];
    private Links.@Nullable LinkRef link;
    private @Nullable UnitRef bias;

    /// @param onClosed called when the card has gone, however it was closed
    ValueEditors(Region owner, ValueCard.Setter setter, Runnable onClosed) {
        this.owner = owner;
        card = new ValueCard(setter, history, onClosed);
        tip.setViewOrder(-2);
    }

    ValueTip tip() {
        return tip;
    }

    ValueCard card() {
        return card;
    }

    void setTheme(Palette palette) {
        card.setTheme(palette);
    }

    /// Takes over a new structure or size; a value that is being edited may have gone, so editing ends.
    void show(Shown next, NetworkLayout placed, Links newLinks) {
        if (shown != null && !shown.structure().equals(next.structure())) {
            close();
        }
        shown = next;
        layout = placed;
        links = newLinks;
    }

    void close() {
        card.close();
        tip.hide();
    }

    /// @param values those of the network shown, or none
    /// @param newest whether they are the newest, which the history goes on with
    void setParameters(float[] values, boolean newest) {
        parameters = values;
        if (newest) {
            history.add(values);
        }
        point(link, bias);
        card.follow(values);
    }

    void setStart(float[] values) {
        start = values;
        history.restart(values);
    }

    ParameterHistory history() {
        return history;
    }

    /// Where a link's weight lies among the parameters, or -1.
    int index(Links.LinkRef of) {
        return links == null ? -1 : links.index(of);
    }

    private int biasIndex(UnitRef of) {
        boolean has = shown != null && of.column() < shown.structure().columns().size()
                && shown.structure().columns().get(of.column()).hasBiases();
        return has && shown != null ? shown.structure().biasIndex(of.column(), of.unit()) : -1;
    }

    /// A weight or bias with the place where it is pointed at.
    private record Found(ValueCard.Subject subject, Box at) {}

    private @Nullable Found find(Links.@Nullable LinkRef ofLink, @Nullable UnitRef ofBias) {
        if (shown == null || layout == null || links == null) {
            return null;
        }
        int index = ofLink != null ? index(ofLink) : ofBias != null ? biasIndex(ofBias) : -1;
        if (index < 0 || index >= parameters.length) {
            return null;
        }
        if (ofLink != null) {
            return new Found(new ValueCard.Subject(ValueCard.Kind.WEIGHT, index, shown.linkName(ofLink)),
                    links.handle(ofLink));
        }
        return ofBias == null ? null
                : new Found(new ValueCard.Subject(ValueCard.Kind.BIAS, index, shown.unitName(ofBias.column(), ofBias.unit())),
                        layout.biasDot(ofBias.column(), ofBias.unit()));
    }

    /// Shows the value of what is pointed at, or nothing.
    void point(Links.@Nullable LinkRef newLink, @Nullable UnitRef newBias) {
        link = newLink;
        bias = newBias;
        Found found = card.isShowing() ? null : find(newLink, newBias);
        if (found == null) {
            tip.hide();
            return;
        }
        tip.show(found.subject().kind().symbol, parameters[found.subject().index()], found.subject().what());
        tip.place(found.at().centerX(), found.at().centerY(), owner.getWidth(), owner.getHeight());
    }

    /// Opens the card of a link's weight; false if there is none.
    boolean openWeight(Links.LinkRef of) {
        return open(find(of, null));
    }

    /// Opens the card of a unit's bias; false if there is none.
    boolean openBias(UnitRef of) {
        return open(find(null, of));
    }

    private boolean open(@Nullable Found found) {
        if (shown == null || found == null) {
            return false;
        }
        int index = found.subject().index();
        tip.hide();
        card.open(owner, found.subject(), parameters[index], shown.fits(start) ? start[index] : Float.NaN,
                found.at().centerX(), found.at().centerY());
        return true;
    }

    void stepBias(UnitRef of, double by) {
        step(biasIndex(of), by);
    }

    void stepLink(Links.LinkRef of, double by) {
        step(index(of), by);
    }

    private void step(int index, double by) {
        if (index >= 0 && index < parameters.length) {
            card.setter().set(index, rounded(parameters[index] + by));
        }
    }

    /// To four digits, as values are shown.
    static float rounded(double value) {
        return Math.round(value * 1e4) / 1e4f;
    }
}
