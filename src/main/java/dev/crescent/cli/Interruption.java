package dev.crescent.cli;

import dev.crescent.host.Signals;
import dev.crescent.host.Signals.Signal;
import org.jspecify.annotations.Nullable;

/// Somebody's wish that a long training end: Ctrl+C, or `kill`. Heard once, it waits until what was reached is written; who
/// wishes it twice does not want to wait. Nothing is done in the thread that hears it, nor in a hook of Java's end, which
/// would have to wait for the training and could keep the program from ending at all.
final class Interruption implements AutoCloseable {
    private final @Nullable Signals signals;
    private volatile @Nullable Signal heard;

    private Interruption(boolean listen) {
        signals = listen ? Signals.listen(this::hear, Signal.INT, Signal.TERM) : null;
    }

    static Interruption listen() {
        return new Interruption(true);
    }

    /// Java ends the program at once, as where there is nothing to write.
    static Interruption none() {
        return new Interruption(false);
    }

    private void hear(Signal signal) {
        if (heard != null) {
            System.exit(signal.status());
        }
        heard = signal;
    }

    /// Whether training is to stop after its step.
    boolean isWished() {
        return heard != null;
    }

    /// The program's exit status.
    int status() {
        Signal signal = heard;
        return signal == null ? Commands.DONE : signal.status();
    }

    @Override
    public void close() {
        if (signals != null) {
            signals.close();
        }
    }
}
