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
    private static final double GAP = 8;
    /// Between the words at the left and the caption, at the least; a film's captions become longer by less.
    private static final double BETWEEN = 56;

    private final Label name;
    private final Label subject;
    private final Label caption = new Label();
    private final HBox line;
    private final VBox header;
    private final double across;
    private boolean arranged;

    /// @param of what the picture is of, a few words beside the title
    /// @param view below both
    /// @param width that it is going to have
    PictureFrame(String title, String of, Region view, double width) {
        super(width < ONE_LINE ? 12 : 16);
        across = width;
        getStyleClass().add("picture-frame");
        setPadding(new Insets(width < ONE_LINE ? SMALL_PADDING : PADDING));
        name = new Label(title);
        name.getStyleClass().add("window-title");
        name.setMinWidth(0);
        subject = new Label(of);
        subject.getStyleClass().add("muted");
        subject.setMinWidth(0);
        caption.getStyleClass().add("muted");
        line = new HBox(GAP, name, subject);
        line.setAlignment(Pos.BASELINE_LEFT);
        header = new VBox(2, line, caption);
        VBox.setVgrow(view, Priority.ALWAYS);
        view.setMinSize(0, 0);
        getChildren().setAll(header, view);
    }

    /// Lays everything out, with what was reached; needs the size of the picture.
    void prepare(String reached) {
        caption.setText(reached);
        caption.setManaged(!reached.isEmpty());
        applyCss();
        if (!arranged) {
            arranged = true; // for all moments of a film, so that nothing jumps
            arrange();
        }
        layout();
    }

    /// Moves the caption beside the title, where both have room.
    private void arrange() {
        double words = name.prefWidth(-1) + GAP + subject.prefWidth(-1) + BETWEEN + caption.prefWidth(-1);
        if (across < ONE_LINE || words > across - 2 * PADDING) {
            return;
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        caption.setMinWidth(USE_PREF_SIZE);
        header.getChildren().remove(caption);
        line.getChildren().addAll(space, caption);
    }
}
