package dev.crescent.ui.landscape;

import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/// Measures what a picture of a loss landscape takes, by one thread: 51 x 51 losses of a small network, four paths.
/// Prints the median of many frames, in 3-D while turning and while only paths grow, and seen from above. Not a test:
/// run it by hand.
final class SurfaceTimes {
    private static final int FRAMES = 900;

    private SurfaceTimes() {}

    public static void main(String[] arguments) {
        Landscape landscape = TinyNetwork.landscape(51, 600);
        int[][] sizes = {{560, 400}, {900, 640}};
        for (int[] size : sizes) {
            for (int samples = 1; samples <= 2; samples++) {
                surface(landscape, size[0], size[1], samples);
            }
        }
        time("heights between the losses", i -> Relief.of(landscape.surface(), landscape.scale()));
        Relief relief = Relief.of(landscape.surface(), landscape.scale());
        time("the four paths laid on the surface", i -> ways(landscape, relief));
        Look look = Look.of(Palette.of(Theme.LIGHT));
        int[] pixels = new int[336 * 336];
        time("colors from above, 336 x 336", i -> MapField.paint(relief, look, pixels, 336, 336, 336, 1));
        time("contour lines from above", i -> MapLines.of(relief, landscape));
    }

    private static List<Way> ways(Landscape landscape, Relief relief) {
        return landscape.tracks().stream().map(track -> Way.of(track, landscape.surface(), relief)).toList();
    }

    private static void surface(Landscape landscape, int width, int height, int samples) {
        Look look = Look.of(Palette.of(Theme.LIGHT));
        Relief relief = Relief.of(landscape.surface(), landscape.scale());
        SurfacePainter painter = new SurfacePainter(look);
        painter.resize(width, height, 1, samples);
        painter.setRelief(relief, landscape.scale(), landscape.finishUnit());
        List<Mark> marks = new ArrayList<>();
        for (Way way : ways(landscape, relief)) {
            marks.add(new Mark(way, look.track(marks.size()), Glyph.NONE, false, false));
        }
        painter.setMarks(marks);
        int[] pixels = new int[width * height];
        String what = String.format(Locale.ROOT, "%d x %d, %d sample%s a pixel: ", width, height, samples * samples,
                samples == 1 ? "" : "s");
        time(what + "turning", i -> {
            painter.setCamera(new Camera(0.02 * i, Math.toRadians(36), 1));
            painter.paint(pixels, width);
        });
        time(what + "paths only", i -> painter.paint(pixels, width));
    }

    private static void time(String what, IntConsumer frame) {
        double[] milliseconds = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            long start = System.nanoTime();
            frame.accept(i);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        // The first frames are the compiler's.
        double[] warm = Arrays.copyOfRange(milliseconds, FRAMES / 3, FRAMES);
        Arrays.sort(warm);
        System.out.printf(Locale.ROOT, "%-56s %7.2f ms (%.2f to %.2f)%n", what, warm[warm.length / 2],
                warm[warm.length / 20], warm[warm.length - 1 - warm.length / 20]);
    }
}
