package dev.crescent.ui.start;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The lessons, which of them are done, and how many; not there without any.
final class LessonSection extends VBox {
    private static final double HEIGHT = 40;
    private static final double GAP = 8;
    /// From this width on there are four a row.
    private static final double WIDE = 640;

    private final IntConsumer wanted;
    private final Label done = new Label();
    private final Columns grid = new Columns(GAP, width -> width >= WIDE ? 4 : 2, width -> HEIGHT);

    /// @param wanted told the number of a lesson that the user wants to begin
    LessonSection(IntConsumer wanted) {
        super(GAP);
        this.wanted = wanted;
        done.setId("start.lessonsDone");
        done.getStyleClass().add("muted");
        HBox title = new HBox(GAP, StartView.title("start.lessons"), done);
        getChildren().setAll(title, grid);
        show(List.of());
    }

    void show(List<Lesson> lessons) {
        List<Button> buttons = new ArrayList<>();
        for (int i = 0; i < lessons.size(); i++) {
            buttons.add(button(lessons.get(i), i));
        }
        grid.show(buttons);
        done.setText(Texts.get("start.lessonsDone", lessons.stream().filter(Lesson::done).count(), lessons.size()));
        setVisible(!lessons.isEmpty());
        setManaged(!lessons.isEmpty());
    }

    private Button button(Lesson lesson, int number) {
        Region mark = lesson.done() ? new StackPane(new FontIcon(Feather.CHECK))
                : new StackPane(new Label(String.valueOf(number + 1)));
        mark.getStyleClass().add(lesson.done() ? "lesson-done" : "lesson-number");
        Button button = new Button(lesson.title(), mark);
        button.setId("start.lesson." + number);
        button.getStyleClass().setAll("start-lesson");
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setMinSize(0, 0);
        Hint.give(button, Texts.get(lesson.done() ? "start.lessonAgain" : "start.lessonHint", lesson.title()));
        button.setAccessibleText(Texts.get(lesson.done() ? "start.lessonSaidDone" : "start.lessonSaid", number + 1,
                lesson.title()));
        button.setOnAction(e -> wanted.accept(number));
        return button;
    }
}
