package dev.crescent.ui.hidden;

import dev.crescent.insight.OutputField;
import dev.crescent.insight.hidden.Extent;
import dev.crescent.insight.hidden.HiddenSpace;
import dev.crescent.insight.hidden.Stage;
import dev.crescent.ui.PaintPane;
import dev.crescent.ui.Texts;
import dev.crescent.ui.landscape.Camera;
import dev.crescent.ui.landscape.PixelImage;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.points.FieldImage;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The picture of a hidden space: what the network says to every place, where that can be drawn, below the axes, and above
/// them the sheet, the lines and the samples. Painted at most once a frame.
final class SpacePicture extends Pane {
    /// From where a space is seen at first.
    static final Camera HOME = new Camera(Math.toRadians(-32), Math.toRadians(20), 1);

    /// So near a stage its backdrop and its axes are there.
    private static final double BACKDROP = 0.12;
    private static final double AXES = 0.02;
    private static final double NEAR = 10;

    private final FieldImage backdrop = new FieldImage();
    private final SharpCanvas axes = new SharpCanvas();
    private final PixelImage image = new PixelImage();
    private final PaintPane pane = new PaintPane(this::paint, backdrop, axes, image);
    private final Pane frame = new Pane();
    private final Rectangle clip = new Rectangle();
    private final SpacePainter painter = new SpacePainter();
    private Palette palette = Palette.of(Theme.LIGHT);
    private PointsModel points = PointsModel.none();
    private List<String> inputNames = List.of();
    private @Nullable HiddenSpace space;
    private @Nullable OutputField painted; // what the backdrop shows
    private @Nullable Palette paintedIn;
    private Camera camera = HOME;
    private double t;
    private double grow = 1; // how many times as large marks and lines are
    private int hovered = -1;

    SpacePicture() {
        getStyleClass().add("hidden-picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.get("hidden.picture"));
        setFocusTraversable(true);
        pane.setClip(clip);
        axes.setMouseTransparent(true);
        frame.getStyleClass().add("frame");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        getChildren().setAll(pane, frame);
    }

    void show(HiddenSpace next) {
        space = next;
        pane.repaint();
    }

    void clear() {
        space = null;
        hovered = -1;
        pane.repaint();
    }

    @Nullable HiddenSpace space() {
        return space;
    }

    void setPoints(PointsModel next, List<String> names) {
        points = next;
        inputNames = names;
        hovered = -1;
        pane.repaint();
    }

    PointsModel points() {
        return points;
    }

    List<String> inputNames() {
        return inputNames;
    }

    void setTheme(Palette colors) {
        palette = colors;
        pane.repaint();
    }

    void setPlace(double onTheWay) {
        t = onTheWay;
        pane.repaint();
    }

    /// Leaves out the frame, and draws marks and lines so many times as large: on a stage.
    void setBare(double times) {
        grow = times;
        frame.setVisible(false);
        setFocusTraversable(false);
        setMouseTransparent(true);
        pane.repaint();
    }

    void setReach(double share) {
        painter.viewpoint().setReach(share);
        pane.repaint();
    }

    Camera camera() {
        return camera;
    }

    void setCamera(Camera next) {
        camera = next;
        pane.repaint();
    }

    /// Marks a sample; -1 for none.
    void setHovered(int sample) {
        if (sample != hovered) {
            hovered = sample;
            pane.repaint();
        }
    }

    int hovered() {
        return hovered;
    }

    /// The number of the sample at a pixel; -1 for none.
    int sampleAt(double x, double y) {
        HiddenSpace shown = space;
        if (shown == null) {
            return -1;
        }
        painter.lay(scene(shown), getWidth(), getHeight());
        return painter.sampleAt(shown, x, y, NEAR);
    }

    /// A sample's place on the picture: `{x, y}` in pixels.
    double[] placeOf(int sample) {
        HiddenSpace shown = space;
        if (shown == null) {
            return new double[] {Double.NaN, Double.NaN};
        }
        painter.lay(scene(shown), getWidth(), getHeight());
        return new double[] {painter.x(sample), painter.y(sample)};
    }

    /// Width of the picture in its heights.
    double aspect() {
        return getWidth() >= 1 && getHeight() >= 1 ? getWidth() / getHeight() : 1;
    }

    private SpacePainter.Scene scene(HiddenSpace of) {
        return new SpacePainter.Scene(of, points, palette, camera, Math.min(t, of.end()), hovered);
    }

    private void paint() {
        HiddenSpace shown = space;
        image.setVisible(shown != null);
        backdrop.setVisible(false);
        Pen g = axes.clearedPen();
        if (shown == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        double density = PixelImage.density(this);
        image.resize(getWidth(), getHeight(), density);
        SpacePainter.Scene scene = scene(shown);
        painter.lay(scene, image.pixelWidth(), image.pixelHeight());
        painter.paint(scene, image.pixels(), image.stride(), image.pixelWidth(), image.pixelHeight(), density * grow);
        image.update();
        if (!shown.deep()) {
            paintBackdrop(shown, scene.t());
            paintAxes(g, shown, scene.t());
        }
    }

    private void paintBackdrop(HiddenSpace shown, double at) {
        HiddenSpace.Backdrop behind = shown.backdrop();
        double opacity = behind == null ? 0 : 1 - Math.abs(at - behind.stage()) / BACKDROP;
        if (behind == null || opacity <= 0) {
            return;
        }
        if (painted != behind.field() || paintedIn != palette) {
            painted = behind.field();
            paintedIn = palette;
            backdrop.paint(behind.field(), palette, false, points.valueMin(), points.valueMax());
        }
        Viewpoint view = painter.viewpoint();
        double density = PixelImage.density(this);
        view.put(behind.field().region().x1Min(), behind.field().region().x2Max(), 0);
        double left = view.x / density;
        double top = view.y / density;
        view.put(behind.field().region().x1Max(), behind.field().region().x2Min(), 0);
        backdrop.place(left, top, view.x / density, view.y / density);
        backdrop.setOpacity(opacity);
        backdrop.setVisible(true);
    }

    private void paintAxes(Pen g, HiddenSpace shown, double at) {
        int stage = (int) Math.round(at);
        Stage of = shown.stages().get(stage);
        if (!frame.isVisible() || !of.axes().direct() || Math.abs(at - stage) > AXES) {
            return;
        }
        Extent extent = shown.extent(at);
        double density = PixelImage.density(this);
        double perUnit = painter.viewpoint().reachX() / (image.pixelWidth() / 2.0) * density;
        AxisLines.paint(g, palette, extent, perUnit * getWidth() / 2, perUnit * getHeight() / 2, getWidth(), getHeight(),
                names(of));
    }

    private List<String> names(Stage of) {
        if (of.layer() < 0 && inputNames.size() == of.units()) {
            return inputNames;
        }
        return IntStream.range(0, of.units()).mapToObj(i -> Texts.get("hidden.unit", i + 1)).toList();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        pane.resizeRelocate(0, 0, width, height);
        frame.resizeRelocate(0, 0, width, height);
        clip.setWidth(width);
        clip.setHeight(height);
        clip.setArcWidth(frame.isVisible() ? 16 : 0);
        clip.setArcHeight(frame.isVisible() ? 16 : 0);
        axes.setSize(width, height);
        pane.repaint();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 120;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 120;
    }
}
