package dev.crescent.ui.network;

import dev.crescent.ui.theme.Palette;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Everything that names or edits one weight or bias: the tip beside it, the field over a bias, the card of a weight.
final class ValueEditors {
    private final Region owner;
    private final ValueTip tip = new ValueTip();
    private final BiasField biasField;
    private final WeightCard weightCard;
    private @Nullable Shown shown;
    private @Nullable NetworkLayout layout;
    private @Nullable Links links;
    private float[] parameters = new float[0];
    private float[] start = new float[0];
    private Links.@Nullable LinkRef link;
    private @Nullable UnitRef bias;

    /// @param onBiasClosed gives the keyboard back to the units
    ValueEditors(Region owner, WeightCard.Setter setter, Runnable onBiasClosed, Runnable onWeightClosed) {
        this.owner = owner;
        biasField = new BiasField(setter, onBiasClosed);
        weightCard = new WeightCard(setter, onWeightClosed);
        biasField.setViewOrder(-1);
        tip.setViewOrder(-2);
    }

    ValueTip tip() {
        return tip;
    }

    BiasField biasField() {
        return biasField;
    }

    WeightCard weightCard() {
        return weightCard;
    }

    void setTheme(Palette palette) {
        weightCard.setTheme(palette);
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
        weightCard.close();
        biasField.setVisible(false);
        tip.hide();
    }

    /// @param values those of the network shown, or none
    void setParameters(float[] values) {
        parameters = values;
        point(link, bias);
        weightCard.follow(values);
    }

    void setStart(float[] values) {
        start = values;
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

    /// Shows the value of what is pointed at, or nothing.
    void point(Links.@Nullable LinkRef newLink, @Nullable UnitRef newBias) {
        link = newLink;
        bias = newBias;
        int index = newLink != null ? index(newLink) : newBias != null ? biasIndex(newBias) : -1;
        Box at = newLink != null && links != null ? links.handle(newLink)
                : newBias != null && layout != null ? layout.biasDot(newBias.column(), newBias.unit()) : null;
        if (at == null || index < 0 || index >= parameters.length || biasField.isVisible() || weightCard.isShowing()) {
            tip.hide();
            return;
        }
        tip.show(newLink != null ? "w" : "b", parameters[index]);
        tip.place(at.centerX(), at.centerY(), owner.getWidth(), owner.getHeight());
    }

    /// Opens the card of a link's weight; false if there is none.
    boolean openWeight(Links.LinkRef of) {
        int index = index(of);
        if (shown == null || links == null || index < 0 || index >= parameters.length) {
            return false;
        }
        Box at = links.handle(of);
        String what = shown.unitName(of.column() - 1, of.from()) + " \u2192 " + shown.unitName(of.column(), of.to());
        tip.hide();
        weightCard.open(owner, index, parameters[index], what, shown.fits(start) ? start[index] : Float.NaN, at.x(), at.y());
        return true;
    }

    void openBias(UnitRef of) {
        int index = biasIndex(of);
        if (layout == null || index < 0 || index >= parameters.length) {
            return;
        }
        Box dot = layout.biasDot(of.column(), of.unit());
        tip.hide();
        biasField.open(index, parameters[index], dot.centerX(), dot.centerY(), owner.getWidth(), owner.getHeight());
    }

    void stepBias(UnitRef of, double by) {
        step(biasIndex(of), by);
    }

    void stepLink(Links.LinkRef of, double by) {
        step(index(of), by);
    }

    private void step(int index, double by) {
        if (index >= 0 && index < parameters.length) {
            weightCard.setter().set(index, rounded(parameters[index] + by));
        }
    }

    /// To four digits, as values are shown.
    static float rounded(double value) {
        return Math.round(value * 1e4) / 1e4f;
    }
}
