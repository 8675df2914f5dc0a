package dev.crescent.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class SurfacePainterTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 240;
    private static final int STRIDE = 320;
    private static final int GREY = 0xff808080;
    private static final int PLATE = 0xff112233;
    private static final int HATCH = 0xff445566;
    private static final int LINE = 0xffff0000;
    private static final int FINISH = 0xff00ff00;
    private static final int RED_BALL = 0xffe02020;
    private static final Camera FRONT = new Camera(0, Math.toRadians(35), 1);
    private static final Camera ABOVE = new Camera(0, Math.toRadians(88), 1);
    private static final DoubleBinaryOperator LEVEL = (x, y) -> 1;

    private final Projection projection = new Projection();

    /// One gray for all heights, no shadow, no casing: what is left is light, lines and marks.
    private static Look plain(int line, int finish) {
        int[] ramp = new int[16];
        Arrays.fill(ramp, GREY);
        return new Look(ramp, 0xff404040, PLATE, HATCH, 0, line, line, finish, 0, 0xffffffff, 0xff000000,
                new int[] {RED_BALL, 0xff2020e0});
    }

    private static List<Mark> marks(Landscape landscape, Relief relief, int selected) {
        List<Mark> marks = new ArrayList<>();
        for (Track track : landscape.tracks()) {
            boolean out = marks.size() == selected;
            marks.add(new Mark(Way.of(track, landscape.surface(), relief), plain(0, 0).track(track.color()), Glyph.NONE,
                    out, selected >= 0 && !out));
        }
        return marks;
    }

    private static SurfacePainter painter(Look look, Landscape landscape, Camera camera, int samples) {
        SurfacePainter painter = new SurfacePainter(look);
        Relief relief = Relief.of(landscape.surface(), landscape.scale());
        painter.resize(WIDTH, HEIGHT, 1, samples);
        painter.setCamera(camera);
        painter.setRelief(relief, landscape.scale(), landscape.finishUnit());
        painter.setMarks(marks(landscape, relief, -1));
        return painter;
    }

    private static int[] paint(SurfacePainter painter) {
        int[] pixels = new int[STRIDE * HEIGHT];
        painter.paint(pixels, STRIDE);
        return pixels;
    }

    private static int[] paint(Look look, DoubleBinaryOperator loss, Camera camera, Track... tracks) {
        return paint(painter(look, Shapes.landscape(loss, tracks), camera, 1));
    }

    /// The pixel where a place of the surface is seen if nothing is in front of it.
    private int at(int[] pixels, Camera camera, double across, double up, double height) {
        return pixels[index(camera, across, up, height)];
    }

    private int index(Camera camera, double across, double up, double height) {
        projection.set(camera, WIDTH, HEIGHT);
        double y = height * Projection.HEIGHT;
        double depth = projection.depth(across - 0.5, y, up - 0.5);
        int column = (int) projection.pixelX(across - 0.5, up - 0.5, depth);
        int row = (int) projection.pixelY(across - 0.5, y, up - 0.5, depth);
        return row * STRIDE + column;
    }

    private static long count(int[] pixels, int argb) {
        return Arrays.stream(pixels).filter(pixel -> pixel == argb).count();
    }

    private static int red(int argb) {
        return argb >> 16 & 0xff;
    }

    private static int blue(int argb) {
        return argb & 0xff;
    }

    @Test
    void aLevelSurfaceIsShadedEvenly() {
        int[] pixels = paint(plain(LINE, FINISH), LEVEL, FRONT);
        int middle = at(pixels, FRONT, 0.5, 0.5, 0);
        assertThat(red(middle)).isBetween(0x60, 0x80);
        for (double across = 0.05; across < 1; across += 0.1) {
            for (double up = 0.05; up < 1; up += 0.1) {
                assertThat(at(pixels, FRONT, across, up, 0)).isEqualTo(middle);
            }
        }
    }

    @Test
    void theShadowFadesAwayBeforeThePicturesEdges() {
        Look plain = plain(0, 0);
        Look look = new Look(plain.ramp(), plain.wall(), plain.plate(), plain.hatch(), 0x80000000, 0, 0, 0, 0, 0, 0, plain.tracks());
        int[] pixels = paint(look, LEVEL, new Camera(Math.toRadians(30), Math.toRadians(35), 1.1));
        int near = 0;
        for (int row = 0; row < HEIGHT; row++) {
            assertThat(shadow(pixels[row * STRIDE])).isZero();
            assertThat(shadow(pixels[row * STRIDE + WIDTH - 1])).isZero();
            near = Math.max(near, Math.max(shadow(pixels[row * STRIDE + 15]), shadow(pixels[row * STRIDE + WIDTH - 16])));
        }
        for (int column = 0; column < WIDTH; column++) {
            assertThat(shadow(pixels[(HEIGHT - 1) * STRIDE + column])).isLessThan(8);
        }
        assertThat(near).as("there is one").isGreaterThan(16);
    }

    /// How opaque the shadow is, up to 255; 0 where the block stands.
    private static int shadow(int argb) {
        int alpha = argb >>> 24;
        return alpha == 0xff ? 0 : alpha;
    }

    @Test
    void anInclinedPlaneIsShadedEvenlyToo() {
        int[] pixels = paint(plain(0, 0), (x, y) -> Math.exp(x), FRONT);
        int middle = at(pixels, FRONT, 0.5, 0.5, 0.5);
        for (double across = 0.1; across < 0.95; across += 0.1) {
            assertThat(red(at(pixels, FRONT, across, 0.5, across))).isCloseTo(red(middle), within(1));
        }
    }

    @Test
    void lightComesFromTheLeftWhereverTheEyeIs() {
        DoubleBinaryOperator ridge = (x, y) -> Math.exp(-4 * Math.abs(x - 0.5));
        int[] pixels = paint(plain(0, 0), ridge, FRONT);
        assertThat(red(at(pixels, FRONT, 0.3, 0.5, 0.6))).isGreaterThan(red(at(pixels, FRONT, 0.7, 0.5, 0.6)) + 15);
        Camera behind = FRONT.turned(Math.PI, 0);
        int[] back = paint(plain(0, 0), ridge, behind);
        assertThat(red(at(back, behind, 0.7, 0.5, 0.6))).isGreaterThan(red(at(back, behind, 0.3, 0.5, 0.6)) + 15);
    }

    @Test
    void theSurfaceHasTheRampsColorsByLogarithm() {
        int[] ramp = {0xff000000, 0xff0000ff};
        Look look = new Look(ramp, 0xff404040, PLATE, HATCH, 0, 0, 0, 0, 0, 0, 0, new int[] {0});
        int[] pixels = paint(look, (x, y) -> x < 0.5 ? 0.01 : 100, ABOVE);
        assertThat(at(pixels, ABOVE, 0.2, 0.5, 0)).isEqualTo(0xff000000);
        assertThat(blue(at(pixels, ABOVE, 0.8, 0.5, 1))).isGreaterThan(180);
    }

    @Test
    void aNearHillHidesWhatIsBehindIt() {
        Camera low = new Camera(0, Math.toRadians(15), 1);
        DoubleBinaryOperator wall = (x, y) -> Math.abs(y - 0.3) < 0.1 ? 10 : 1;
        int[] ramp = {0xff000000, 0xff0000ff, 0xff0000ff, 0xff0000ff, 0xff0000ff, 0xff0000ff, 0xff0000ff, 0xff0000ff};
        Look look = new Look(ramp, 0xff404040, PLATE, HATCH, 0, 0, 0, 0, 0, 0, 0, new int[] {0});
        // The plain behind the hill is black where it is seen, and the hill is blue.
        assertThat(blue(at(paint(look, wall, low), low, 0.5, 0.6, 0))).isGreaterThan(60);
        assertThat(blue(at(paint(look, wall, low.turned(Math.PI, 0)), low.turned(Math.PI, 0), 0.5, 0.6, 0))).isZero();
        // The plain before it hides nothing.
        assertThat(blue(at(paint(look, wall, low), low, 0.5, 0.1, 0))).isZero();
    }

    @Test
    void aBallBehindAHillIsHidden() {
        Camera low = new Camera(0, Math.toRadians(15), 1);
        DoubleBinaryOperator hill = (x, y) -> Math.abs(y - 0.3) < 0.1 ? 10 : 1;
        SurfacePainter seen = painter(plain(0, 0), Shapes.landscape(hill, Shapes.track("S", 0, 0.5, 0.05)), low, 1);
        SurfacePainter hidden = painter(plain(0, 0), Shapes.landscape(hill, Shapes.track("S", 0, 0.5, 0.7)), low, 1);
        assertThat(count(paint(seen), 0xffffffff)).as("its white ring").isGreaterThan(40);
        int[] pixels = paint(hidden);
        assertThat(count(pixels, 0xffffffff)).isZero();
        assertThat(hits(seen, 0)).isGreaterThan(200);
        assertThat(hits(hidden, 0)).isZero();
        int faint = at(pixels, low, 0.5, 0.7, 0);
        assertThat(red(faint) - blue(faint)).as("it shines through").isBetween(10, 70);
    }

    @Test
    void aPathBehindAHillIsFaint() {
        Camera low = new Camera(0, Math.toRadians(15), 1);
        Track track = Shapes.track("", 0, 0.2, 0.6, 0.8, 0.6);
        int[] open = paint(plain(0, 0), LEVEL, low, track);
        int[] behind = paint(plain(0, 0), (x, y) -> Math.abs(y - 0.3) < 0.1 ? 10 : 1, low, track);
        int clear = at(open, low, 0.4, 0.6, 0);
        int faint = at(behind, low, 0.4, 0.6, 0);
        assertThat(clear).isEqualTo(RED_BALL);
        assertThat(red(faint) - blue(faint)).isBetween(10, 80);
    }

    @Test
    void aPathLiesOnTheSlopesThatItCrosses() {
        Track track = Shapes.track("", 0, 0.1, 0.5, 0.9, 0.5);
        DoubleBinaryOperator waves = (x, y) -> Math.exp(Math.sin(6 * x) + Math.sin(5 * y));
        Landscape landscape = Shapes.landscape(waves, track);
        Relief relief = Relief.of(landscape.surface(), landscape.scale());
        Camera high = new Camera(0.4, Math.toRadians(55), 1);
        int[] pixels = paint(painter(plain(0, 0), landscape, high, 1));
        for (double across = 0.15; across < 0.75; across += 0.05) {
            assertThat(at(pixels, high, across, 0.5, relief.at(across, 0.5))).as("at %s", across).isEqualTo(RED_BALL);
        }
    }

    @Test
    void cellsWithoutALossAreHolesInTheBlock() {
        for (double nothing : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            DoubleBinaryOperator hole = (x, y) -> Math.abs(x - 0.5) < 0.15 && Math.abs(y - 0.5) < 0.15 ? nothing : 1;
            int[] pixels = paint(plain(0, 0), hole, ABOVE, Shapes.track("", 0, 0.1, 0.5, 0.9, 0.5));
            assertThat(at(pixels, ABOVE, 0.5, 0.5, 0)).isIn(PLATE, HATCH);
            assertThat(at(pixels, ABOVE, 0.45, 0.5, 0)).as("no path where there is no surface").isIn(PLATE, HATCH);
            assertThat(count(pixels, PLATE)).isGreaterThan(500);
            assertThat(count(pixels, HATCH)).isGreaterThan(100);
            assertThat(at(pixels, ABOVE, 0.2, 0.8, 0)).isNotIn(PLATE, HATCH, 0);
            for (int row = 0; row < HEIGHT; row++) {
                assertThat(pixels[row * STRIDE + 10]).as("beside the block, row %s", row).isZero();
            }
        }
    }

    @Test
    void withoutAnyLossThereIsOnlyTheFloor() {
        int[] pixels = paint(plain(0, 0), (x, y) -> Double.NaN, FRONT, Shapes.track("S", 0, 0.5, 0.5));
        assertThat(Arrays.stream(pixels).distinct().boxed()).containsExactlyInAnyOrder(0, PLATE, HATCH);
    }

    @Test
    void aWholeBlockHasNoHoles() {
        int[] pixels = paint(plain(0, 0), (x, y) -> Math.exp(3 * Math.sin(9 * x) * Math.cos(7 * y)), FRONT);
        assertThat(count(pixels, PLATE) + count(pixels, HATCH)).isZero();
        for (int row = 0; row < HEIGHT; row++) {
            int first = STRIDE;
            int last = -1;
            for (int column = 0; column < WIDTH; column++) {
                if (pixels[row * STRIDE + column] != 0) {
                    first = Math.min(first, column);
                    last = column;
                }
            }
            // Hills part the skyline; below it nothing of the ground may shine through.
            for (int column = first; row > HEIGHT / 2 && column <= last; column++) {
                assertThat(pixels[row * STRIDE + column]).isNotZero();
            }
        }
    }

    @Test
    void contourLinesLieWhereTheLossIsRound() {
        // From 0.1 to 10: two powers of ten, a line every fifth of one.
        Landscape landscape = Shapes.landscape((x, y) -> Math.pow(10, 2 * x - 1));
        assertThat(landscape.scale().contourStep()).isCloseTo(0.2, within(1e-9));
        int[] pixels = paint(painter(plain(LINE, FINISH), landscape, ABOVE, 1));
        for (int line = 1; line < 10; line++) {
            double across = line / 10.0;
            int i = index(ABOVE, across, 0.5, across);
            assertThat(Math.max(red(pixels[i]), Math.max(red(pixels[i - 1]), red(pixels[i + 1])))).as("line %s", line)
                    .isGreaterThan(0xb0);
            assertThat(red(at(pixels, ABOVE, across + 0.05, 0.5, across + 0.05))).isLessThan(0x81);
        }
    }

    @Test
    void theBoldLineLiesAtTheFinish() {
        Surface surface = Shapes.surface((x, y) -> Math.pow(10, 2 * x - 1));
        int[] pixels = paint(painter(plain(0, FINISH), Landscape.of(surface, List.of(), 1), ABOVE, 1));
        assertThat(at(pixels, ABOVE, 0.5, 0.3, 0.5)).isEqualTo(FINISH);
        assertThat(at(pixels, ABOVE, 0.55, 0.3, 0.55)).isNotEqualTo(FINISH);
        int[] none = paint(painter(plain(0, FINISH), Landscape.of(surface, List.of(), 0.001), ABOVE, 1));
        assertThat(count(none, FINISH)).isZero();
    }

    @Test
    void theCameraTurnsTheBlock() {
        Track track = Shapes.track("S", 0, 0.1, 0.5);
        double[] front = ball(FRONT, track);
        double[] quarter = ball(FRONT.turned(Math.PI / 2, 0), track);
        double[] half = ball(FRONT.turned(Math.PI, 0), track);
        assertThat(front[0]).isLessThan(WIDTH / 2.0 - 40);
        assertThat(half[0]).isGreaterThan(WIDTH / 2.0 + 40);
        assertThat(quarter[0]).isCloseTo(WIDTH / 2.0, within(2.0));
        assertThat(quarter[1]).as("the left edge is in front now").isGreaterThan(front[1] + 20);
        double[] near = ball(FRONT.zoomed(2), track);
        assertThat(WIDTH / 2.0 - near[0]).isCloseTo(2 * (WIDTH / 2.0 - front[0]), within(3.0));
        double[] behind = ball(FRONT, Shapes.track("S", 0, 0.5, 0.9));
        double[] before = ball(FRONT, Shapes.track("S", 0, 0.5, 0.1));
        assertThat(behind[1]).isLessThan(before[1] - 40);
    }

    /// The middle of the only ball.
    private static double[] ball(Camera camera, Track track) {
        SurfacePainter painter = painter(plain(0, 0), Shapes.landscape(LEVEL, track), camera, 1);
        paint(painter);
        double x = 0;
        double y = 0;
        int count = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if (painter.ballAt(i % WIDTH + 0.5, i / WIDTH + 0.5) == 0) {
                x += i % WIDTH + 0.5;
                y += i / WIDTH + 0.5;
                count++;
            }
        }
        return new double[] {x / count, y / count};
    }

    private static long hits(SurfacePainter painter, int ball) {
        long hits = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            hits += painter.ballAt(i % WIDTH + 0.5, i / WIDTH + 0.5) == ball ? 1 : 0;
        }
        return hits;
    }

    @Test
    void ballsAtOnePlaceAreAllSeen() {
        Track[] tracks = {Shapes.track("A", 0, 0.5, 0.5), Shapes.track("B", 1, 0.5, 0.5),
            Shapes.track("C", 0, 0.5, 0.5)};
        SurfacePainter painter = painter(plain(0, 0), Shapes.landscape(LEVEL, tracks), FRONT, 1);
        paint(painter);
        for (int ball = 0; ball < 3; ball++) {
            assertThat(hits(painter, ball)).as("ball %s", ball).isGreaterThan(200);
        }
    }

    @Test
    void theSelectedTrackIsWiderAndItsBallLarger() {
        Landscape landscape = Shapes.landscape(LEVEL, Shapes.track("A", 0, 0.2, 0.3, 0.8, 0.3));
        SurfacePainter painter = painter(plain(0, 0), landscape, FRONT, 1);
        long before = count(paint(painter), RED_BALL);
        painter.setMarks(marks(landscape, Relief.of(landscape.surface(), landscape.scale()), 0));
        assertThat(count(paint(painter), RED_BALL)).isGreaterThan(before + 50);
    }

    @Test
    void marksLeaveNothingBehindOnTheGround() {
        Landscape landscape = Shapes.landscape(LEVEL, Shapes.track("A", 0, 0.2, 0.3, 0.8, 0.3));
        SurfacePainter painter = painter(plain(LINE, FINISH), landscape, FRONT, 2);
        int[] marked = paint(painter);
        assertThat(paint(painter)).isEqualTo(marked);
        painter.setMarks(List.of());
        int[] bare = paint(painter);
        assertThat(bare).isNotEqualTo(marked)
                .isEqualTo(paint(painter(plain(LINE, FINISH), Shapes.landscape(LEVEL), FRONT, 2)));
    }

    @Test
    void whateverChangesIsPaintedAnew() {
        Landscape hills = Shapes.landscape((x, y) -> Math.exp(Math.sin(5 * x + 2 * y)));
        Landscape slope = Shapes.landscape((x, y) -> Math.exp(x));
        SurfacePainter painter = painter(plain(LINE, FINISH), hills, FRONT, 1);
        paint(painter);
        painter.setCamera(Camera.HOME);
        assertThat(paint(painter)).isEqualTo(paint(painter(plain(LINE, FINISH), hills, Camera.HOME, 1)));
        painter.setLook(plain(FINISH, LINE));
        assertThat(paint(painter)).isEqualTo(paint(painter(plain(FINISH, LINE), hills, Camera.HOME, 1)));
        painter.setRelief(Relief.of(slope.surface(), slope.scale()), slope.scale(), Double.NaN);
        assertThat(paint(painter)).isEqualTo(paint(painter(plain(FINISH, LINE), slope, Camera.HOME, 1)));
        painter.resize(WIDTH, HEIGHT, 1, 2);
        assertThat(paint(painter)).isEqualTo(paint(painter(plain(FINISH, LINE), slope, Camera.HOME, 2)));
    }

    @Test
    void fourPixelsForEachSmoothTheEdges() {
        Landscape landscape = Shapes.landscape((x, y) -> 1 + x * y);
        int[] rough = paint(painter(plain(0, 0), landscape, Camera.HOME, 1));
        int[] smooth = paint(painter(plain(0, 0), landscape, Camera.HOME, 2));
        assertThat(Arrays.stream(rough).map(pixel -> pixel >>> 24).distinct().boxed())
                .containsExactlyInAnyOrder(0, 255);
        assertThat(Arrays.stream(smooth).map(pixel -> pixel >>> 24).distinct().count()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void theGroundIsDarkestBesideTheBlock() {
        Look look = new Look(new int[] {GREY}, 0xff404040, PLATE, HATCH, 0x80000000, 0, 0, 0, 0, 0, 0, new int[] {0});
        int[] pixels = paint(look, LEVEL, FRONT);
        Camera camera = FRONT;
        double floor = Projection.FLOOR / Projection.HEIGHT;
        int beside = at(pixels, camera, 1.04, 0.5, floor) >>> 24;
        int farther = at(pixels, camera, 1.15, 0.5, floor) >>> 24;
        int away = at(pixels, camera, 1.33, 0.5, floor) >>> 24;
        assertThat(beside).isGreaterThan(farther);
        assertThat(farther).isGreaterThan(away);
        assertThat(away).isZero();
    }

    @Test
    void nothingIsWrittenBesideThePicture() {
        int[] pixels = paint(plain(LINE, FINISH), LEVEL, FRONT.zoomed(5), Shapes.track("A", 0, 0.2, 0.3, 0.8, 0.3));
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = WIDTH; column < STRIDE; column++) {
                assertThat(pixels[row * STRIDE + column]).isZero();
            }
        }
    }
}
