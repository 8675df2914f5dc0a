package dev.crescent.ui.digits;

import dev.crescent.ui.FxExtension;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/// What a user sees of a window: its pixels and its words.
final class Shot {
    private final WritableImage image;
    private final PixelReader pixels;

    private Shot(WritableImage image) {
        this.image = image;
        pixels = image.getPixelReader();
    }

    static Shot of(Stage stage) {
        FxExtension.pulse(stage.getScene());
        return new Shot(stage.getScene().snapshot(null));
    }

    int at(double x, double y) {
        return pixels.getArgb((int) x, (int) y);
    }

    /// How many pixels of a color a part of the window has.
    int count(int argb, double x0, double y0, double x1, double y1) {
        int count = 0;
        for (int y = (int) Math.max(0, y0); y < Math.min(image.getHeight(), y1); y++) {
            for (int x = (int) Math.max(0, x0); x < Math.min(image.getWidth(), x1); x++) {
                count += pixels.getArgb(x, y) == argb ? 1 : 0;
            }
        }
        return count;
    }

    int count(int argb) {
        return count(argb, 0, 0, image.getWidth(), image.getHeight());
    }

    /// All words that are shown below a node.
    static String words(Node root) {
        return root.lookupAll("*").stream().filter(Shot::isShown).filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText()).filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining("|"));
    }

    /// Labels that are shown with an ellipsis, or reach out of the window.
    static List<String> cut(Stage stage) {
        return stage.getScene().getRoot().lookupAll(".label").stream().filter(Shot::isShown)
                .filter(Label.class::isInstance).map(Label.class::cast)
                .filter(label -> label.isTextTruncated() || label.localToScene(label.getBoundsInLocal()).getMaxX()
                        > stage.getScene().getWidth() + 1)
                .map(Labeled::getText).toList();
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible() || each.getOpacity() == 0) {
                return false;
            }
        }
        return true;
    }
}
