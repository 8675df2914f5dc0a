package dev.crescent.engine.cpu;

/// One worker's part of a step: which panels are its own, and which of any other pieces it is cut into.
final class Share {
    /// From 0.
    final int worker;
    final int workers;
    /// The first of its panels, and the one behind its last.
    int first;
    int end;
    /// Samples in all panels, everybody's.
    int count;

    Share(int worker, int workers) {
        this.worker = worker;
        this.workers = workers;
    }

    /// All of it, for one worker.
    static Share whole() {
        return new Share(0, 1);
    }

    /// Takes its part of so many samples.
    void take(int samples) {
        int panels = Panels.count(samples);
        count = samples;
        first = from(panels);
        end = to(panels);
    }

    /// Becomes some panels of another share of the same worker.
    ///
    /// @param panel the first of them; the share's own first where it has none
    /// @param most how many at most
    void narrow(Share share, int panel, int most) {
        count = share.count;
        first = panel;
        end = Math.min(panel + most, share.end);
    }

    /// Where its part of so many pieces begins; without a division, which is dear, where there is nothing to share.
    int from(int pieces) {
        return workers == 1 ? 0 : pieces * worker / workers;
    }

    /// Where its part of so many pieces ends.
    int to(int pieces) {
        return workers == 1 ? pieces : pieces * (worker + 1) / workers;
    }

    /// Samples in a panel.
    int live(int panel) {
        return Panels.live(panel, count);
    }
}
