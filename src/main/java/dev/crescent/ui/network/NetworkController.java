package dev.crescent.ui.network;

import dev.crescent.experiment.Model;
import dev.crescent.ui.Texts;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Turns what the user does in any part of the view into changed networks and parameters for the view's listener.
final class NetworkController implements NetworkActions, LayerPopover.Host, PictureInput.Target {
    private final NetworkView view;
    private @Nullable UnitRef hovered;
    private boolean gesture; // whether the listener waits for the end of a drag

    NetworkController(NetworkView view) {
        this.view = view;
    }

    private Shown shown() {
        return Objects.requireNonNull(view.shown(), "Nothing is shown that could be changed");
    }

    @Override
    public Model.Network network() {
        return shown().network();
    }

    @Override
    public boolean change(Model.Network next, String what, boolean finished) {
        Optional<String> refusal = refusal(next);
        refusal.ifPresentOrElse(view::refuse, view::refuseNothing);
        boolean changed = !next.equals(network()) && refusal.isEmpty();
        if (changed || finished && gesture) {
            gesture = !finished;
            view.listener().networkChanged(changed ? next : network(), finished ? what : "", finished);
        }
        return refusal.isEmpty();
    }

    private void change(Model.Network next, String what) {
        change(next, what, true);
    }

    @Override
    public Optional<String> refusal(Model.Network next) {
        return shown().refusal(next);
    }

    @Override
    public boolean seesImages() {
        return shown().structure().seesImages();
    }

    @Override
    public int parameters(int layer) {
        return shown().parameters(layer);
    }

    @Override
    public String title(int layer) {
        return shown().cards().stream().filter(card -> card.layer() == layer).findFirst().map(CardModel::title).orElse("");
    }

    @Override
    public Box card(int layer) {
        int item = 0;
        for (int i = 0; i < shown().structure().items().size(); i++) {
            item = shown().structure().items().get(i).layer() == layer ? i : item;
        }
        return view.networkLayout().cards().get(item);
    }

    @Override
    public void opened(int layer) {
        view.cards().setOpen(layer);
        if (gesture && view.shown() == null) {
            gesture = false;
        } else if (gesture) {
            change(network(), "");
        }
    }

    @Override
    public void setUnits(int layer, int units) {
        int next = Math.clamp(units, 1, NetworkEdits.mostUnits(network().layers().get(layer)));
        change(NetworkEdits.withUnits(network(), layer, next), Texts.get("network.units", next));
    }

    @Override
    public void insert(Node plus, int before) {
        String what = Texts.get("network.did.inserted");
        if (seesImages()) {
            view.insertMenu().show(plus, network(), before, this::refusal, next -> change(next, what));
        } else {
            change(NetworkEdits.inserted(network(), before), what);
        }
    }

    @Override
    public void remove(int layer) {
        change(NetworkEdits.removed(network(), layer), Texts.get("network.did.removed"));
    }

    @Override
    public void move(int layer, int before) {
        change(NetworkEdits.moved(network(), layer, before), Texts.get("network.did.moved"));
    }

    @Override
    public void moveLeft(int layer) {
        moveAndFocus(layer, NetworkEdits.beforeLeft(network(), layer));
    }

    @Override
    public void moveRight(int layer) {
        moveAndFocus(layer, NetworkEdits.beforeRight(network(), layer));
    }

    private void moveAndFocus(int layer, int before) {
        if (before < 0) {
            return;
        }
        int to = NetworkEdits.movedTo(network(), layer, before);
        move(layer, before);
        LayerCard card = view.cards().cardOf(to);
        if (card != null) {
            card.requestFocus();
        }
    }

    void oneMore() {
        change(NetworkEdits.withOneMore(network()), Texts.get("network.did.inserted"));
    }

    void oneLess() {
        change(NetworkEdits.withOneLess(network()), Texts.get("network.did.removed"));
    }

    @Override
    public void open(int layer) {
        view.popover().open(view, layer);
    }

    @Override
    public boolean canInsert() {
        return NetworkEdits.hasRoom(network());
    }

    @Override
    public void focusUnits(int layer) {
        view.input().focusColumn(Math.max(0, shown().structure().columnOf(layer)));
    }

    @Override
    public void focusCard(int column) {
        LayerCard card = view.cards().cardOf(shown().structure().columns().get(column).layer());
        if (card != null) {
            card.requestFocus();
        }
    }

    @Override
    public void changeUnits(int column, int by) {
        int layer = shown().structure().columns().get(column).layer();
        if (layer >= 0) {
            setUnits(layer, shown().structure().columns().get(column).units() + by);
        }
    }

    @Override
    public void pointed(@Nullable UnitRef unit, Links.@Nullable LinkRef link, @Nullable UnitRef bias) {
        view.editors().point(link, bias);
        String card = view.showUnit(link != null || bias != null ? null : unit);
        view.describe(link != null || bias != null ? view.editors().tip().said() : unit == null ? ""
                : card.isEmpty() ? shown().unitName(unit.column(), unit.unit()) : card);
        if (!Objects.equals(unit, hovered)) {
            hovered = unit;
            if (unit == null) {
                view.listener().unitUnhovered();
            } else {
                view.listener().unitHovered(shown().structure().columns().get(unit.column()).layer(), unit.unit());
            }
        }
    }

    @Override
    public void press(UnitRef unit) {
        if (view.isUnderLens()) {
            view.listener().lensPicked(unit.column(), unit.unit(), -1);
        }
    }

    @Override
    public void openLink(Links.LinkRef link) {
        if (view.isUnderLens()) {
            view.listener().lensPicked(link.column(), link.to(), link.from());
            return;
        }
        if (view.editors().openWeight(link)) {
            view.input().hold(link, null);
        }
    }

    @Override
    public void openBias(UnitRef unit) {
        if (view.isUnderLens()) {
            view.listener().lensPicked(unit.column(), unit.unit(), -2);
            return;
        }
        if (view.editors().openBias(unit)) {
            view.input().hold(null, unit);
        }
    }

    @Override
    public void stepLink(Links.LinkRef link, double by) {
        view.editors().stepLink(link, by);
    }

    @Override
    public void stepBias(UnitRef unit, double by) {
        view.editors().stepBias(unit, by);
    }

    void setParameter(int index, float value) {
        float[] parameters = view.parameters();
        if (index >= 0 && index < parameters.length && parameters[index] != value) {
            float[] changed = parameters.clone();
            changed[index] = value;
            view.listener().parameterChanged(index, value);
            view.showEdited(changed);
        }
    }

    void valueClosed() {
        view.input().hold(null, null);
    }
}
