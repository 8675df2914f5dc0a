package dev.crescent.ui.landscape;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line below a picture: a sentence with its numbers set off on the left, a hint on the right where there is room for it.
public final class CaptionLine extends HBox {
    private final HBox sentence = new HBox();
    private final Label hint = new Label();

    public CaptionLine() {
        super(4);
        getStyleClass().add("caption-line");
        setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        sentence.setAlignment(Pos.CENTER_LEFT);
        sentence.setMinWidth(0);
        hint.getStyleClass().add("caption");
        hint.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(sentence, space, hint);
    }

    /// A hint can be missed, a number that is cut cannot.
    @Override
    protected void layoutChildren() {
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
        boolean fits = sentence.getChildren().isEmpty() || sentence.prefWidth(-1) + 2 * getSpacing() + hint.prefWidth(-1) <= room;
        hint.setVisible(fits);
        hint.setManaged(fits);
        super.layoutChildren();
    }

    /// Shows a sentence.
    ///
    /// @param parts words and numbers in turn: the second, the fourth and so on are set off
    public void show(String... parts) {
        if (parts.length != sentence.getChildren().size()) {
            sentence.getChildren().setAll(IntStream.range(0, parts.length).mapToObj(CaptionLine::part).toList());
        }
        // Labels that stay cost no styling, however often their words change.
        for (int i = 0; i < parts.length; i++) {
            ((Label) sentence.getChildren().get(i)).setText(parts[i]);
        }
    }

    /// The sentence that is shown; empty for none.
    public String text() {
        return sentence.getChildren().stream().map(part -> ((Label) part).getText()).collect(Collectors.joining());
    }

    /// The hint that is shown; empty for none.
    public String hint() {
        return hint.getText();
    }

    private static Label part(int number) {
        Label label = new Label();
        label.getStyleClass().add("caption");
        if (number % 2 == 1) {
            label.getStyleClass().add("value");
        }
        if (number < 2) {
            label.setMinWidth(USE_PREF_SIZE); // where it is narrow, the end of the sentence is cut
        }
        return label;
    }

    /// Shows a hint.
    public void showHint(String text) {
        hint.setText(text);
    }
}
