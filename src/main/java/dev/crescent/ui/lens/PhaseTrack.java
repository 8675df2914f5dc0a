package dev.crescent.ui.lens;

import dev.crescent.insight.step.Phase;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// The parts of a step in a row, the one that is shown set off; a click goes there. Of a deep network those around it.
final class PhaseTrack extends HBox {
    private static final int MOST = 13;

    private final IntConsumer choose;
    private List<Phase> phases = List.of();
    private int first = -1;
    private final List<ToggleButton> tags = new ArrayList<>();

    /// @param choose told the number of a part
    PhaseTrack(IntConsumer choose) {
        this.choose = choose;
        getStyleClass().addAll("segmented", "phase-track");
        setMaxWidth(USE_PREF_SIZE);
    }

    void show(List<Phase> newest, int current) {
        int from = Math.clamp(current - MOST / 2, 0, Math.max(0, newest.size() - MOST));
        if (!newest.equals(phases) || from != first) {
            phases = newest;
            first = from;
            tags.clear();
            for (int i = from; i < Math.min(newest.size(), from + MOST); i++) {
                tags.add(tag(newest.get(i), i));
            }
            getChildren().setAll(tags);
        }
        for (int i = 0; i < tags.size(); i++) {
            tags.get(i).setSelected(first + i == current);
        }
    }

    private ToggleButton tag(Phase phase, int number) {
        ToggleButton tag = new ToggleButton(word(phase));
        tag.setId("step.phase." + number);
        tag.getStyleClass().add("small-control");
        tag.setAccessibleText(name(phase));
        Hint.give(tag, name(phase));
        tag.setFocusTraversable(false); // the arrow keys go from one to the other
        tag.setOnAction(e -> {
            tag.setSelected(true);
            choose.accept(number);
        });
        return tag;
    }

    private static String word(Phase phase) {
        return switch (phase) {
            case Phase.Sample _ -> Texts.get("step.sample");
            case Phase.Forward forward -> "\u2192\u2009" + (forward.layer() + 1);
            case Phase.Loss _ -> Texts.get("step.loss");
            case Phase.Backward backward -> "\u2190\u2009" + (backward.layer() + 1);
            case Phase.Update _ -> Texts.get("step.update");
        };
    }

    /// What a part is called in full.
    static String name(Phase phase) {
        return switch (phase) {
            case Phase.Sample _ -> Texts.get("step.name.sample");
            case Phase.Forward forward -> Texts.get("step.name.forward", forward.layer() + 1);
            case Phase.Loss _ -> Texts.get("step.name.loss");
            case Phase.Backward backward -> Texts.get("step.name.backward", backward.layer() + 1);
            case Phase.Update _ -> Texts.get("step.name.update");
        };
    }
}
