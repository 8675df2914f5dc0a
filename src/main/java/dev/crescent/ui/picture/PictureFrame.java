package dev.crescent.ui.picture;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A picture's whole: the experiment's title, what is shown and what was reached, and below them the view.
final class PictureFrame extends VBox {
    private static final double PADDING = 24;
    private static final double SMALL_PADDING = 16;
    /// Narrower pictures have smaller margins, and the caption on a line of its own.
    private static final double ONE_LINE = 760;

    private final Label caption = new Label();

    /// @param of what the picture is of, a few words beside the title
    /// @param view below both
    PictureFrame(String title, String of, Region view, double width) {
        super(width < ONE_LINE ? 12 : 16);
        getStyleClass().add("picture-frame");
        setPadding(new Insets(width < ONE_LINE ? SMALL_PADDING : PADDING));
        Label name = new Label(title);
        name.getStyleClass().add("window-title");
        name.setMinWidth(0);
        Label subject = new Label(of);
        subject.getStyleClass().add("muted");
        subject.setMinWidth(0);
        caption.getStyleClass().add("muted");
        VBox.setVgrow(view, Priority.ALWAYS);
        view.setMinSize(0, 0);
        getChildren().setAll(header(name, subject, width), view);
    }

    private Region header(Label name, Label subject, double width) {
        HBox line = new HBox(8, name, subject);
        line.setAlignment(Pos.BASELINE_LEFT);
        if (width < ONE_LINE) {
            return new VBox(2, line, caption);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        caption.setMinWidth(USE_PREF_SIZE);
        line.getChildren().addAll(space, caption);
        return line;
    }

    /// Lays everything out, with what was reached; needs the size of the picture.
    void prepare(String reached) {
        caption.setText(reached);
        caption.setManaged(!reached.isEmpty());
        applyCss();
        layout();
    }
}
