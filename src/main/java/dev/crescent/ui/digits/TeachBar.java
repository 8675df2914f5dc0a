package dev.crescent.ui.digits;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where the user says what the drawing is, and has the network learn it.
public final class TeachBar extends HBox {
    /// What the user does.
    public interface Listener {
        /// The drawing is of this class: it should be kept and learned.
        void taught(int classIndex);

        /// The drawings of earlier days should be learned by this network, too.
        void againWanted();

        /// The user wants to see the drawings that are kept.
        void ownDrawingsWanted();
    }

    private final Label title = new Label(Texts.get("digits.teach"));
    private final HBox classes = new HBox(8);
    private final ToggleGroup group = new ToggleGroup();
    private final Button add = new Button(Texts.get("digits.addAndLearn"), new FontIcon(Feather.PLUS));
    private final Label lessonTitle = muted(Texts.get("digits.lastLesson"));
    private final Label lessonTime = new Label();
    private final Label lessonResult = muted("");
    private final HBox lesson = new HBox(lessonTitle, lessonTime, lessonResult);
    private final Region line = new Region();
    private final Button own = new Button("", new FontIcon(Feather.FOLDER));
    private final Button again = new Button(Texts.get("digits.learnOwn"));
    private final List<ToggleButton> buttons = new ArrayList<>();
    private List<String> classNames = List.of();
    private boolean drawn;
    private String refusal = ""; // why nothing can be taught
    private @Nullable Listener listener;

    public TeachBar() {
        super(8);
        getStyleClass().add("teach-bar");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("value");
        title.setMinWidth(USE_PREF_SIZE);
        title.setId("teach-title");
        add.setId("teach-add");
        add.setMinWidth(USE_PREF_SIZE);
        Hint.give(add, Texts.get("digits.addHint"));
        add.setOnAction(e -> teach());
        own.setId("teach-own");
        own.getStyleClass().add("quiet");
        own.setMinWidth(USE_PREF_SIZE);
        Hint.give(own, Texts.get("digits.ownHint"));
        own.setOnAction(e -> {
            if (listener != null) {
                listener.ownDrawingsWanted();
            }
        });
        again.setId("teach-again");
        again.setMinWidth(USE_PREF_SIZE);
        Hint.give(again, Texts.get("digits.learnOwnHint"));
        again.managedProperty().bind(again.visibleProperty());
        again.setVisible(false);
        again.setOnAction(e -> {
            if (listener != null) {
                listener.againWanted();
            }
        });
        classes.setAlignment(Pos.CENTER_LEFT);
        lessonTime.getStyleClass().add("value");
        lesson.setId("teach-lesson");
        lesson.setAlignment(Pos.CENTER_LEFT);
        lessonTitle.setText(Texts.get("digits.lastLesson") + " ");
        lesson.setVisible(false);
        lesson.setMinWidth(0);
        line.getStyleClass().add("bar-line");
        line.visibleProperty().bind(lesson.visibleProperty().and(lesson.opacityProperty().greaterThan(0)));
        group.selectedToggleProperty().subscribe(now -> update());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setMargin(add, new Insets(0, 0, 0, 8));
        HBox.setMargin(classes, new Insets(0, 0, 0, 4));
        getChildren().setAll(title, classes, add, space, lesson, line, own, again);
        setOwnDrawings(0);
        update();
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    public void setListener(Listener now) {
        listener = now;
    }

    /// Names the classes; none is chosen afterwards.
    public void setClassNames(List<String> names) {
        if (names.equals(classNames)) {
            return;
        }
        classNames = List.copyOf(names);
        group.selectToggle(null);
        buttons.clear();
        for (int k = 0; k < names.size(); k++) {
            ToggleButton button = new ToggleButton(names.get(k));
            button.getStyleClass().add("class-button");
            button.setId("teach-" + k);
            button.setMnemonicParsing(false);
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setTooltip(new Tooltip(k < 10 ? Texts.get("digits.teachHint", names.get(k), k)
                    : Texts.get("digits.teachHintNoKey", names.get(k))));
            buttons.add(button);
        }
        classes.getChildren().setAll(buttons);
        update();
    }

    /// Whether there is a drawing that could be taught; without one all but the user's own drawings is disabled, and no
    /// class is chosen.
    public void setDrawn(boolean now) {
        drawn = now;
        if (!now) {
            group.selectToggle(null);
        }
        update();
    }

    /// Says why nothing can be taught, in a sentence; empty if it can.
    public void setRefusal(String sentence) {
        if (!sentence.equals(refusal)) {
            refusal = sentence;
            update();
        }
    }

    /// Chooses a class, as its key does.
    public void choose(int classIndex) {
        if (drawn && refusal.isEmpty() && classIndex < buttons.size()) {
            group.selectToggle(buttons.get(classIndex));
        }
    }

    /// Takes the keys 0 to 9 of a node, such as the whole room; what its text fields have taken does not come here.
    public void listenTo(Node room) {
        room.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            boolean plain = !e.isShortcutDown() && !e.isAltDown() && !e.isControlDown() && !e.isMetaDown();
            if (plain && e.getCode().isDigitKey() && drawn) {
                String name = e.getCode().getName();
                choose(name.charAt(name.length() - 1) - '0');
                e.consume();
            }
        });
    }

    /// Says what the last lesson did.
    ///
    /// @param seconds it took
    /// @param before what was read before it
    /// @param after what is read since
    public void showLesson(double seconds, String before, String after) {
        lessonTime.setText(Texts.get("digits.lesson", Numbers.fixed(seconds, 1)));
        lessonResult.setText(before.equals(after) ? Texts.get("digits.lessonSame", after)
                : Texts.get("digits.lessonChanged", before, after));
        lesson.setVisible(true);
    }

    /// Says what a lesson of all the user's drawings did.
    ///
    /// @param seconds it took
    /// @param before how many were read right before it
    /// @param after how many are since
    public void showLessonOfAll(double seconds, int before, int after, int count) {
        lessonTime.setText(Texts.get("digits.lesson", Numbers.fixed(seconds, 1)));
        lessonResult.setText(Texts.get("digits.lessonAll", before, after, count));
        lesson.setVisible(true);
    }

    /// A lesson has begun.
    public void showLearning() {
        lessonTime.setText("");
        lessonResult.setText(Texts.get("digits.learning"));
        lesson.setVisible(true);
    }

    /// There is no lesson to speak of.
    public void clearLesson() {
        lesson.setVisible(false);
    }

    /// Whether there are drawings that the network on the bench has not been taught.
    public void setUntaught(boolean some) {
        again.setVisible(some);
    }

    /// Says how many drawings the user has kept.
    public void setOwnDrawings(int count) {
        own.setText(Texts.get("digits.own", count));
    }

    /// What was learned last is shown whole or not at all.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        lesson.setOpacity(lesson.getWidth() + 1 < lesson.prefWidth(-1) ? 0 : 1);
    }

    private void teach() {
        int chosen = chosen();
        if (listener != null && chosen >= 0 && drawn && refusal.isEmpty()) {
            listener.taught(chosen);
            group.selectToggle(null); // the next drawing is another one
        }
    }

    private int chosen() {
        for (int k = 0; k < buttons.size(); k++) {
            if (buttons.get(k).isSelected()) {
                return k;
            }
        }
        return -1;
    }

    private void update() {
        boolean open = refusal.isEmpty();
        title.setText(open ? Texts.get("digits.teach") : refusal);
        for (Node node : List.of(classes, add)) {
            node.setVisible(open);
            node.setManaged(open);
        }
        classes.setDisable(!drawn);
        add.setDisable(!drawn || chosen() < 0);
    }
}
