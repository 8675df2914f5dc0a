package dev.crescent.cli;

import dev.crescent.data.download.Progress;
import java.io.PrintStream;
import java.util.Locale;

/// How far training or a download is, on one line of a terminal that is drawn over again.
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;
    /// Before that, little is done, and slowly: Java still compiles. An estimate goes by what comes after it.
    private static final double WARM_UP_SECONDS = 2;
    static final String ERASE_LINE = "\r\u001B[K";

    private final PrintStream terminal;
    private final boolean shown;
    private final long start = System.nanoTime();
    private long drawn = start - REDRAW_NANOS;
    private double warmSeconds = Double.NaN;
    private double warmEpochs;

    /// @param shown false for a bar that never draws, where nobody watches
    ProgressBar(PrintStream terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    boolean shown() {
        return shown;
    }

    /// Whether it is time to draw again.
    boolean due() {
        return shown && System.nanoTime() - drawn >= REDRAW_NANOS;
    }

    void draw(double epochs, int total, double loss) {
        draw(text(epochs, total, loss, left(epochs, total, (System.nanoTime() - start) * 1e-9)));
    }

    /// How much of a download is here.
    void draw(Progress progress) {
        draw(text(progress));
    }

    private void draw(String text) {
        drawn = System.nanoTime();
        terminal.print(ERASE_LINE + text);
        terminal.flush();
    }

    void erase() {
        if (shown) {
            terminal.print(ERASE_LINE);
            terminal.flush();
        }
    }

    /// Seconds to the end at the speed since Java was warm; NaN while that is unknown.
    ///
    /// @param epochs done, a fraction within one
    /// @param seconds since the start, more than in the call before
    double left(double epochs, int total, double seconds) {
        if (seconds < WARM_UP_SECONDS) {
            return Double.NaN;
        }
        if (Double.isNaN(warmSeconds)) {
            warmSeconds = seconds;
            warmEpochs = epochs;
        }
        double done = epochs - warmEpochs;
        return done > 0 ? (total - epochs) * (seconds - warmSeconds) / done : Double.NaN;
    }

    /// `[======>       ] 50/100 epochs, loss 0.1234, 12 s left`
    ///
    /// @param epochs done, a fraction within one
    /// @param seconds that are left, NaN if unknown
    static String text(double epochs, int total, double loss, double seconds) {
        return bar(total == 0 ? 1 : epochs / total) + (long) epochs + "/" + total + " epochs, loss " + Numbers.loss(loss) + left(seconds);
    }

    /// `[======>       ] 5.3 of 11.6 MB, 2.1 MB/s, 3 s left`
    static String text(Progress progress) {
        double speed = progress.bytesPerSecond();
        String at = Double.isNaN(speed) ? "" : String.format(Locale.ROOT, ", %.1f MB/s", speed * 1e-6);
        double seconds = speed > 0 ? (progress.total() - progress.done()) / speed : Double.NaN;
        return bar(progress.share()) + String.format(Locale.ROOT, "%.1f of %.1f MB", progress.done() * 1e-6,
                progress.total() * 1e-6) + at + left(seconds);
    }

    private static String bar(double share) {
        int filled = (int) (share * WIDTH);
        return "[" + "=".repeat(filled) + (filled < WIDTH ? ">" + " ".repeat(WIDTH - filled - 1) : "") + "] ";
    }

    private static String left(double seconds) {
        return Double.isNaN(seconds) ? "" : ", " + time(seconds) + " left";
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole % 3600 / 60);
    }
}
