package dev.crescent.ui.network;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.insight.Region;
import dev.crescent.insight.UnitFields;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// A network view in a window with somebody who does what the window would: shows each changed network.
///
/// Parameter number i is i / 100.
final class NetworkBench implements NetworkView.Listener {
    final NetworkView view = new NetworkView();
    final List<String> heard = new ArrayList<>();
    final Stage stage;
    private final List<Integer> inputShape;
    private final List<InputName> inputNames;
    private final List<String> outputNames;
    Experiment experiment;

    NetworkBench(Experiment first) {
        this(first, List.of(2), InputName.formulas(List.of("x1", "x2")), List.of("0", "1"));
    }

    /// With digits coming in, in ten classes.
    static NetworkBench ofDigits(Experiment first) {
        return new NetworkBench(first, List.of(1, 28, 28), InputName.pixels(),
                IntStream.range(0, 10).mapToObj(Integer::toString).toList());
    }

    private NetworkBench(Experiment first, List<Integer> inputShape, List<InputName> inputNames, List<String> outputNames) {
        experiment = first;
        this.inputShape = inputShape;
        this.inputNames = inputNames;
        this.outputNames = outputNames;
        view.setListener(this);
        stage = FxEvents.stage(view, 600, 456);
        showAll();
    }

    void close() {
        view.popover().close();
        view.editors().close();
        stage.hide();
    }

    private void showAll() {
        view.show(experiment, inputShape, inputNames, outputNames, layout());
        float[] parameters = new float[layout().size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = i / 100f;
        }
        view.show(parameters);
        pulse();
    }

    Model.Network network() {
        return (Model.Network) experiment.model();
    }

    ParameterLayout layout() {
        return ParameterLayout.of(network(), inputShape);
    }

    void pulse() {
        FxExtension.pulse(stage.getScene());
    }

    /// The layers as "6 tanh, dropout, 2 softmax".
    String layers() {
        return network().layers().stream().map(layer -> layer instanceof Layer.Weighted w
                ? Structure.units(layer) + " " + w.activation().id() : layer.id()).collect(Collectors.joining(", "));
    }

    Parent picture() {
        return (Parent) view.lookup(".network-picture");
    }

    LayerCard card(int item) {
        return view.cards().card(item);
    }

    /// A point of the view in the picture's coordinates.
    static double down(double y) {
        return y - NetworkLayout.PICTURE_TOP;
    }

    void hover(Links.LinkRef link) {
        Box at = view.handle(link);
        FxEvents.move(picture(), at.x(), down(at.y()));
    }

    Box bias(int column, int unit) {
        return view.networkLayout().biasDot(column, unit);
    }

    Box unit(int column, int unit) {
        return view.networkLayout().columns().get(column).unit(unit);
    }

    static void press(Node node, KeyCode code, boolean alt) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
    }

    /// Every unit a slope along x1.
    static UnitFields slopes(Model.Network network, int side) {
        float[] slope = new float[side * side];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = 2f * (i % side) / (side - 1) - 1;
        }
        float[][][] layers = new float[network.layers().size()][][];
        for (int i = 0; i < layers.length; i++) {
            int units = Math.max(1, Structure.units(network.layers().get(i)));
            layers[i] = IntStream.range(0, units).mapToObj(u -> slope).toArray(float[][]::new);
        }
        return new UnitFields(new Region(-1, 1, -1, 1), side, new float[][] {slope, slope}, layers);
    }

    @Override
    public void networkChanged(Model.Network next, String what, boolean finished) {
        heard.add(finished ? what : "dragging" + what);
        experiment = experiment.withModel(next);
        showAll();
    }

    @Override
    public void parameterChanged(int index, float value) {
        heard.add(String.format(Locale.ROOT, "parameter %d %.4f", index, value));
    }

    @Override
    public void unitHovered(int layer, int unit) {
        heard.add("unit " + layer + " " + unit);
    }

    @Override
    public void unitUnhovered() {
        heard.add("no unit");
    }
}
