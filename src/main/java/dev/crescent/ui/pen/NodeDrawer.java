package dev.crescent.ui.pen;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextLineInfo;
import javafx.scene.transform.Transform;

/// Draws nodes of a laid out scene with a pen, as JavaFX does on the screen: what draws itself does so, texts are texts,
/// regions their backgrounds and borders. Effects are left out; nothing in pictures has any.
public final class NodeDrawer {
    private static final Comparator<Node> BACK_TO_FRONT = Comparator.comparingDouble(Node::getViewOrder).reversed();

    private static final String OUTLINED = NodeDrawer.class.getName();

    private final Pen pen;
    private boolean outlined; // whether texts are, where the pen is

    public NodeDrawer(Pen pen) {
        this.pen = pen;
    }

    /// Has all texts in a node drawn as outlines from now on: as those of formulas, whose many small parts would lie on each
    /// other in the font of a reader who has not theirs.
    public static void outline(Node node) {
        node.getProperties().put(OUTLINED, true);
    }

    /// Draws a node and all that it holds, placed as in its parent.
    public void draw(Node node) {
        if (!node.isVisible() || !(node.getOpacity() > 0)) {
            return;
        }
        boolean before = outlined;
        outlined |= node.hasProperties() && node.getProperties().containsKey(OUTLINED);
        place(node);
        outlined = before;
    }

    private void place(Node node) {
        pen.save();
        Transform place = node.getLocalToParentTransform();
        pen.transform(place.getMxx(), place.getMyx(), place.getMxy(), place.getMyy(), place.getTx(), place.getTy());
        if (node.getOpacity() < 1) {
            pen.fade(node.getOpacity());
        }
        clip(node.getClip());
        switch (node) {
            case Drawn drawn -> drawn.draw(pen);
            case Canvas canvas -> pen.drawImage(image(canvas), 0, 0, canvas.getWidth(), canvas.getHeight());
            case ImageView view -> image(view);
            case Text text when outlined || isIcon(text) -> new ShapeDrawer(pen).draw(text);
            case Text text -> text(text);
            case Shape shape -> new ShapeDrawer(pen).draw(shape);
            case Region region -> {
                new RegionDrawer(pen).draw(region);
                children(region);
            }
            case Parent parent -> children(parent);
            default -> { } // nothing to be seen
        }
        pen.restore();
    }

    /// Draws what a node holds, not the node itself.
    public void children(Parent parent) {
        List<Node> children = parent.getChildrenUnmodifiable();
        children.stream().sorted(BACK_TO_FRONT).forEach(this::draw);
    }

    private void clip(Node clip) {
        if (clip instanceof Rectangle round) {
            pen.clip(round.getX() + round.getLayoutX(), round.getY() + round.getLayoutY(), round.getWidth(),
                    round.getHeight(), round.getArcWidth());
        } else if (clip != null) {
            Bounds box = clip.getBoundsInParent();
            pen.clip(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), 0);
        }
    }

    private static Image image(Canvas canvas) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return canvas.snapshot(clear, null);
    }

    private void image(ImageView view) {
        Image image = view.getImage();
        if (image == null) {
            return;
        }
        Rectangle2D part = view.getViewport();
        Bounds at = view.getLayoutBounds();
        pen.drawImage(part == null ? image : cut(image, part), at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
    }

    private static Image cut(Image image, Rectangle2D part) {
        int width = (int) Math.max(1, part.getWidth());
        int height = (int) Math.max(1, part.getHeight());
        if (image.getPixelReader() == null) {
            return image;
        }
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels((int) part.getMinX(), (int) part.getMinY(), width, height,
                PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        WritableImage cut = new WritableImage(width, height);
        cut.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        return cut;
    }

    /// Whether its letters are those of an icon font, which no reader of the file has.
    private static boolean isIcon(Text text) {
        return text.getText().codePoints().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE);
    }

    private void text(Text text) {
        if (text.getText().isBlank() || !ShapeDrawer.isSeen(text.getFill())) {
            return;
        }
        pen.setFont(text.getFont());
        pen.setFill(text.getFill());
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.TOP);
        List<TextLineInfo> lines = text.getLayoutInfo().getTextLines(false);
        double top = text.getLayoutBounds().getMinY();
        for (TextLineInfo line : lines) {
            // The lines' own places begin at the first one's baseline, wherever the text's origin is.
            double down = line.bounds().getMinY() - lines.getFirst().bounds().getMinY();
            pen.fillText(text.getText().substring(line.start(), line.end()).stripTrailing(), line.bounds().getMinX(), top + down);
        }
    }
}
