package dev.crescent.ui.race;

import dev.crescent.insight.OutputField;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.points.FieldPainter;
import dev.crescent.ui.theme.Palette;
import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A lane's small decision field: what the network says over the plane by now. As high as the lane allows.
final class LaneField extends Pane {
    private static final double MOST = 44;
    private static final double LEAST = 20;
    private static final double AROUND = 6;
    private static final double CORNER = 6;

    private final ImageView view = new ImageView();
    private final Rectangle clip = new Rectangle();
    private int[] pixels = {};
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable OutputField painted;
    private @Nullable Palette paintedIn;

    LaneField() {
        getStyleClass().add("lane-field");
        clip.setArcWidth(CORNER);
        clip.setArcHeight(CORNER);
        view.setClip(clip);
        view.setSmooth(true);
        view.setManaged(false);
        setMouseTransparent(true);
        setMinSize(MOST, LEAST);
        setPrefSize(MOST, MOST);
        setMaxSize(MOST, Double.MAX_VALUE);
        getChildren().setAll(view);
    }

    void show(OutputField field, ValueRange range, Palette palette) {
        if (field == painted && palette == paintedIn) {
            return;
        }
        painted = field;
        paintedIn = palette;
        PixelBuffer<IntBuffer> known = buffer;
        if (known == null || known.getWidth() != field.width() || known.getHeight() != field.height()) {
            pixels = new int[field.width() * field.height()];
            known = new PixelBuffer<>(field.width(), field.height(), IntBuffer.wrap(pixels),
                    PixelFormat.getIntArgbPreInstance());
            buffer = known;
            view.setImage(new WritableImage(known));
        }
        FieldPainter.paint(field, palette, false, range.low(), range.high(), pixels);
        known.updateBuffer(whole -> null);
    }

    @Override
    protected void layoutChildren() {
        double side = Math.clamp(Math.floor(getHeight() - AROUND), LEAST, MOST);
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.relocate(Math.round((getWidth() - side) / 2), Math.round((getHeight() - side) / 2));
        clip.setWidth(side);
        clip.setHeight(side);
    }
}
