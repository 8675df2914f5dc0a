package dev.crescent.data.digits;

import static dev.crescent.data.digits.PadStrokes.drawing;
import static dev.crescent.data.digits.PadStrokes.pen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.digits.PadStroke.Tool;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InkRasterTest {
    private static final int SIDE = 97;

    private final InkRaster raster = new InkRaster(SIDE);

    /// Shows a drawing and checks that all of it is there, and that nothing changed outside of what was told.
    private InkRaster.Area show(Drawing next) {
        float[] before = raster.ink().clone();
        InkRaster.Area area = raster.show(next);
        assertThat(raster.ink()).containsExactly(next.render(SIDE));
        for (int i = 0; i < before.length; i++) {
            boolean inside = i % SIDE >= area.left() && i % SIDE < area.right()
                    && i / SIDE >= area.top() && i / SIDE < area.bottom();
            assertThat(inside || before[i] == raster.ink()[i]).as("pixel %d is in %s", i, area).isTrue();
        }
        return area;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDrawingDrawnPointByPointIsTheDrawingDrawnAtOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Drawing drawing = seed == 3 ? Drawing.of(new InkImage(1, 2, new float[] {0.3f, 0.9f})).invert() : Drawing.EMPTY;
        for (int stroke = 0; stroke < 5; stroke++) {
            Tool tool = stroke % 2 == 0 ? Tool.PEN : Tool.ERASER;
            PadStroke whole = PadStrokes.walk(tool, random.nextDouble(0.01, 0.08), 25, random);
            PadStroke part = PadStroke.at(tool, whole.radius(), whole.x(0), whole.y(0));
            drawing = drawing.with(part);
            show(drawing);
            for (int point = 1; point < whole.points(); point++) {
                // A trembling pen, whose last point is taken back again and again.
                part = part.to(whole.x(point) + 0.004, whole.y(point)).to(whole.x(point), whole.y(point));
                drawing = drawing.withLast(part);
                show(drawing);
            }
        }
    }

    @Test
    void aPointMoreTouchesOnlyWhatIsAroundIt() {
        PadStroke stroke = PadStroke.at(Tool.PEN, 0.04, 0.1, 0.5);
        for (int i = 1; i <= 20; i++) {
            stroke = stroke.to(0.1 + 0.04 * i, 0.5);
        }
        show(drawing(stroke));
        InkRaster.Area area = show(drawing(stroke.to(0.94, 0.5)));
        assertThat(area.left()).isGreaterThan(SIDE / 2);
        assertThat(area.bottom() - area.top()).isBetween(7, 12);
    }

    @Test
    void drawingsMayComeInAnyOrder() {
        Drawing one = drawing(pen(0.05, 0.2, 0.2, 0.5, 0.3, 0.8, 0.7, 0.4, 0.9, 0.3, 0.6));
        Drawing two = one.with(pen(0.02, 0.9, 0.1));
        Drawing other = one.withLast(pen(0.05, 0.2, 0.2, 0.5, 0.3, 0.8, 0.2, 0.4, 0.9, 0.3, 0.6));
        Drawing photo = new Drawing(new InkImage(1, 1, new float[] {0.5f}), false, one.strokes());
        Drawing wider = one.withLast(pen(0.06, 0.2, 0.2, 0.5, 0.3, 0.8, 0.7, 0.4, 0.9, 0.3, 0.6, 0.1, 0.1));
        for (Drawing next : new Drawing[] {one, two, one, other, two, Drawing.EMPTY, two.invert(), two, photo, one,
                photo.invert(), photo, wider, one, wider}) {
            show(next);
        }
    }

    @Test
    void theSameDrawingAgainChangesNothing() {
        Drawing one = drawing(pen(0.05, 0.2, 0.2, 0.5, 0.3));
        show(one);
        assertThat(raster.show(one).isEmpty()).isTrue();
    }
}
