package dev.crescent.ui.lens;

import dev.crescent.insight.step.Phase;
import dev.crescent.ui.Hint;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// The parts of a step in a row, the one that is shown set off; a click goes there. Where it is narrow, the tags come closer;
/// of a deep network, or where even that does not help, there are those around the one that is shown.
final class PhaseTrack extends HBox {
    private static final int MOST = 13;
    /// On each side of a word, beyond what it has where it is narrow.
    private static final double SPARE = 5;
    /// What a tag has beside its word where it is narrow.
    private static final double NARROW = 10;

    private final IntConsumer choose;
    private List<Phase> phases = List.of();
    private int current;
    private int first = -1;
    private double room = Double.MAX_VALUE;
    private final List<Tag> tags = new ArrayList<>();

    /// @param choose told the number of a part
    PhaseTrack(IntConsumer choose) {
        this.choose = choose;
        getStyleClass().addAll("segmented", "phase-track");
        setMaxWidth(USE_PREF_SIZE);
    }

    void show(List<Phase> newest, int shown) {
        phases = newest;
        current = shown;
        refresh();
    }

    /// Says how wide it may be.
    void setRoom(double width) {
        if (width != room) {
            room = width;
            refresh();
        }
    }

    private void refresh() {
        List<Phase> seen = seen(Math.min(MOST, phases.size()));
        for (int count = seen.size() - 1; count > 0 && width(seen) > room; count--) {
            seen = seen(count);
        }
        int count = seen.size();
        int from = from(count);
        if (from != first || !seen.equals(tags.stream().map(tag -> tag.phase).toList())) {
            first = from;
            tags.clear();
            for (int i = 0; i < count; i++) {
                tags.add(new Tag(seen.get(i), from + i));
            }
            getChildren().setAll(tags);
        }
        for (int i = 0; i < tags.size(); i++) {
            tags.get(i).setSelected(from + i == current);
        }
    }

    /// The number of the first of so many parts around the one that is shown.
    private int from(int count) {
        return Math.clamp(current - count / 2, 0, phases.size() - count);
    }

    private List<Phase> seen(int count) {
        return phases.subList(from(count), from(count) + count);
    }

    private static double width(List<Phase> seen) {
        return seen.stream().mapToDouble(phase -> Math.ceil(TextFit.width(word(phase), Fonts.sans(13))) + NARROW).sum();
    }

    /// A part of the step, whose word is never cut.
    private final class Tag extends ToggleButton {
        private final Phase phase;

        Tag(Phase phase, int number) {
            super(word(phase));
            this.phase = phase;
            setId("step.phase." + number);
            getStyleClass().add("small-control");
            setAccessibleText(name(phase));
            Hint.give(this, name(phase));
            setFocusTraversable(false); // the arrow keys go from one to the other
            setOnAction(e -> {
                setSelected(true);
                choose.accept(number);
            });
        }

        @Override
        protected double computeMinWidth(double height) {
            return super.computePrefWidth(height);
        }

        @Override
        protected double computePrefWidth(double height) {
            return super.computePrefWidth(height) + 2 * SPARE;
        }
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
