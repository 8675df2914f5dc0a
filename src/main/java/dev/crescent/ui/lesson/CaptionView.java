package dev.crescent.ui.lesson;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/// One sentence, large enough for the last row: its key words in full contrast, the rest muted.
public final class CaptionView extends TextFlow {
    /// Of 1080 pixels of height.
    private static final double SIZE = 52.0 / 1080;
    private static final double LEAST = 18;
    private static final double SMALLER = 0.92;

    public CaptionView() {
        getStyleClass().add("caption-view");
        setId("stage.caption");
        setTextAlignment(TextAlignment.CENTER);
        setAccessibleRole(AccessibleRole.TEXT);
        setMouseTransparent(true);
    }

    /// Shows a sentence.
    ///
    /// @param markdown what is strong in it stands out; if nothing is, all of it does
    public void show(String markdown) {
        List<Markdown.Run> runs = Markdown.runs(markdown);
        boolean all = runs.stream().noneMatch(Markdown.Run::strong);
        getChildren().setAll(runs.stream().map(run -> text(run, all || run.strong())).toList());
        setAccessibleText(text());
    }

    private static Text text(Markdown.Run run, boolean key) {
        Text text = new Text(run.text());
        text.getStyleClass().add(key ? "caption-key" : "caption-rest");
        if (run.emphasis() || run.code()) {
            text.getStyleClass().add(run.code() ? "caption-code" : "caption-emphasis");
        }
        return text;
    }

    /// The sentence without its Markdown.
    public String text() {
        return getChildren().stream().map(node -> ((Text) node).getText()).collect(Collectors.joining());
    }

    /// Sets the type for a stage: smaller where the sentence would need more room than there is.
    ///
    /// @param height of the stage in pixels
    /// @param width that the sentence may take
    /// @param room the most height that it may take
    /// @return the height that it takes
    double fit(double height, double width, double room) {
        double size = Math.max(LEAST, Math.rint(SIZE * height));
        double high = set(size, width);
        while (high > room && size > LEAST) {
            size = Math.max(LEAST, Math.floor(SMALLER * size));
            high = set(size, width);
        }
        return high;
    }

    private double set(double size, double width) {
        setStyle("-fx-font-size: " + size + "px;");
        applyCss();
        return prefHeight(width);
    }
}
