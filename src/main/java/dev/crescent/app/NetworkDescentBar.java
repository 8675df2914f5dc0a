package dev.crescent.app;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.insight.landscape.PlaneChoice;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Switch;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.SettingButton.Choice;
import dev.crescent.ui.bars.SettingButton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What of the landscape is shown: its plane, the loss of which part, the gradients of mini-batches.
final class NetworkDescentBar extends HBox {
    private enum Kind {
        PATH, RANDOM, PARAMETERS;

        String text() {
            return Texts.get("descent.plane." + ordinal());
        }
    }

    private final Supplier<List<PathPoint>> path;
    private final SettingButton plane = new SettingButton(Texts.get("descent.plane"), Texts.get("descent.planeHint"));
    private final Button anew = new Button(Texts.get("descent.anew"), new FontIcon(Feather.SHUFFLE));
    private final SettingButton across = new SettingButton(Texts.get("descent.across"), Texts.get("descent.acrossHint"));
    private final SettingButton up = new SettingButton(Texts.get("descent.up"), Texts.get("descent.upHint"));
    private final SettingButton loss = new SettingButton(Texts.get("descent.loss"), Texts.get("descent.lossHint"));
    private final Switch gradients = new Switch();
    private Kind kind = Kind.PATH;
    private long seed = 1;
    private int first;
    private int second = 1;
    private Part part = Part.TRAINING;
    private @Nullable ParameterLayout layout;

    /// @param path of the run so far
    NetworkDescentBar(Supplier<List<PathPoint>> path) {
        super(8);
        this.path = path;
        setAlignment(Pos.CENTER_LEFT);
        plane.setId("descent.plane");
        across.setId("descent.across");
        up.setId("descent.up");
        loss.setId("descent.loss");
        anew.setId("descent.anew");
        gradients.setId("descent.gradients");
        anew.setMinWidth(Region.USE_PREF_SIZE);
        Hint.give(anew, Texts.get("descent.anewHint"));
        anew.setOnAction(e -> seed++);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(plane, anew, across, up, loss, space, gradientSwitch());
        across.setOnShowing(e -> showParameters());
        up.setOnShowing(e -> showParameters());
        refresh();
    }

    private HBox gradientSwitch() {
        Tooltip hint = new Tooltip(Texts.get("descent.gradientsHint"));
        gradients.setTooltip(hint);
        gradients.setAccessibleText(Texts.get("descent.gradients"));
        Label label = new Label(Texts.get("descent.gradients"));
        label.getStyleClass().add("muted");
        label.setLabelFor(gradients);
        label.setTooltip(hint);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setOnMouseClicked(e -> gradients.setSelected(!gradients.isSelected()));
        HBox row = new HBox(8, gradients, label);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Says whose parameters there are to choose from.
    ///
    /// @param of the network's; null where it has none
    void setParameters(@Nullable ParameterLayout of) {
        boolean same = of != null && of.equals(layout);
        layout = of;
        if (!same) {
            if (of == null || of.size() < 2) {
                kind = kind == Kind.PARAMETERS ? Kind.PATH : kind;
            } else {
                chooseMoved(of);
            }
            refresh();
        }
    }

    /// Two that show much; before any has moved, the first two.
    private void chooseMoved(ParameterLayout of) {
        List<PathPoint> points = path.get();
        if (!points.isEmpty()) {
            List<Integer> pair = ParameterNames.pair(of, points);
            first = pair.getFirst();
            second = pair.getLast();
        }
    }

    PlaneChoice plane() {
        return switch (kind) {
            case PATH -> new PlaneChoice.Path();
            case RANDOM -> new PlaneChoice.Random(seed);
            case PARAMETERS -> new PlaneChoice.Parameters(first, second);
        };
    }

    Part part() {
        return part;
    }

    boolean gradients() {
        return gradients.isSelected();
    }

    /// The name of a parameter.
    String name(int parameter) {
        return layout == null ? "" : ParameterNames.of(layout, parameter);
    }

    private void refresh() {
        boolean pairs = layout != null && layout.size() >= 2;
        plane.show(kind.text(), kind.text(), Arrays.stream(Kind.values()).filter(k -> pairs || k != Kind.PARAMETERS)
                .map(k -> new Choice(k.text(), () -> choose(k))).toList());
        String now = Texts.get("descent.loss." + part.name());
        loss.show(now, now, Arrays.stream(Part.values())
                .map(p -> new Choice(Texts.get("descent.loss." + p.name()), () -> choose(p))).toList());
        appear(anew, kind == Kind.RANDOM);
        appear(across, kind == Kind.PARAMETERS);
        appear(up, kind == Kind.PARAMETERS);
        if (pairs) {
            showParameters();
        }
    }

    private void choose(Kind next) {
        ParameterLayout of = layout;
        if (next == Kind.PARAMETERS && kind != next && of != null) {
            chooseMoved(of);
        }
        kind = next;
        refresh();
    }

    private void choose(Part next) {
        part = next;
        refresh();
    }

    private void showParameters() {
        ParameterLayout of = layout;
        List<PathPoint> points = path.get();
        if (of == null || points.isEmpty()) {
            return;
        }
        List<Integer> offered = ParameterNames.offered(of, points.getFirst().parameters(), points.getLast().parameters());
        show(across, of, offered, first, second, chosen -> first = chosen);
        show(up, of, offered, second, first, chosen -> second = chosen);
    }

    private void show(SettingButton menu, ParameterLayout of, List<Integer> offered, int now, int other, IntConsumer choose) {
        List<Choice> choices = new ArrayList<>();
        for (int parameter : offered) {
            if (parameter != other) {
                choices.add(new Choice(ParameterNames.of(of, parameter), () -> {
                    choose.accept(parameter);
                    refresh();
                }));
            }
        }
        String name = ParameterNames.of(of, now);
        menu.show(name, name, choices);
    }

    private static void appear(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
