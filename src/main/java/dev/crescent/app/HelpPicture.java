package dev.crescent.app;

import dev.crescent.ui.Language;
import dev.crescent.ui.Texts;
import java.net.URL;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A picture of a view for the help, in a frame that has its size before the file has been read. The files come with the
/// program, one for light and one for dark themes, with twice as many pixels a side as the frame, so that they stay sharp
/// up to 200 %; the program `HelpPictures` beside the tests makes them.
///
/// It says nothing to a screen reader: it shows what the text beside it says.
final class HelpPicture extends StackPane {
    /// Of the frame, in the layout's pixels.
    static final double WIDTH = 224;
    /// Likewise.
    static final double HEIGHT = 140;
    private static final double ROUNDING = 16; // twice the radius

    /// @param name of a picture that is there
    HelpPicture(String name, boolean dark) {
        ImageView view = new ImageView();
        view.setFitWidth(WIDTH);
        view.setFitHeight(HEIGHT);
        Rectangle corners = new Rectangle(WIDTH, HEIGHT);
        corners.setArcWidth(ROUNDING);
        corners.setArcHeight(ROUNDING);
        view.setClip(corners);
        URL file = file(name, dark, Texts.language());
        if (file != null) {
            view.setImage(new Image(file.toExternalForm(), true)); // in the background: the sheet opens at once
        }
        Region edge = new Region();
        edge.getStyleClass().add("help-picture-edge");
        getChildren().setAll(view, edge);
        getStyleClass().add("help-picture");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
    }

    /// Where a picture is; null if there is none of this name. One with words in it has a file for each language; what no
    /// word is in is the same in all, which is the English one.
    static @Nullable URL file(String name, boolean dark, Language language) {
        String base = "help/" + name + (dark ? "-dark" : "-light");
        return Stream.of(base + "_" + language.id() + ".png", base + ".png").map(HelpPicture.class::getResource)
                .filter(url -> url != null).findFirst().orElse(null);
    }
}
