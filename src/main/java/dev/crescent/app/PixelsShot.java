package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.lesson.PixelsView;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One training image as numbers, to the edges.
final class PixelsShot implements StageShot {
    private static final double MIDDLE = 0.41;
    private static final double TAKES = 0.76;

    private final PixelsView view;
    private final int sample;
    private final boolean alone;
    private @Nullable Dataset data;

    /// @param sample its number; the last one if there are fewer
    PixelsShot(double zoom, int sample, boolean alone) {
        this.sample = sample;
        this.alone = alone;
        view = new PixelsView(alone ? MIDDLE : 0.5, alone ? TAKES : 1, zoom);
    }

    @Override
    public Region content() {
        return view;
    }

    @Override
    public boolean bleeds() {
        return alone;
    }

    @Override
    public void setTheme(Theme theme) {
        view.setTheme(Palette.of(theme));
    }

    @Override
    public void frame(@Nullable Snapshot newest, long now) {
        if (newest == null || newest.dataset() == data || !newest.dataset().hasImages() || newest.dataset().train().count() == 0) {
            return;
        }
        data = newest.dataset();
        List<Integer> shape = newest.dataset().inputShape();
        int rows = shape.get(1);
        int columns = shape.get(2);
        float[] raw = newest.dataset().train().raw();
        int from = Math.min(sample, newest.dataset().train().count() - 1) * newest.dataset().inputWidth();
        float most = 0;
        float[] ink = new float[rows * columns];
        for (int i = 0; i < ink.length; i++) {
            most = Math.max(most, raw[from + i]);
        }
        for (int i = 0; i < ink.length; i++) {
            ink[i] = most > 0 ? raw[from + i] / Math.max(most, most > 1 ? 255 : 1) : 0;
        }
        view.show(ink, rows, columns);
    }

    @Override
    public void close() {
        // It has nothing that goes on.
    }
}
