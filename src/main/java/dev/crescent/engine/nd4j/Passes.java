package dev.crescent.engine.nd4j;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/// Passes over one network, one for each number of samples. Only those that were used last stay.
final class Passes implements AutoCloseable {
    /// A part has whole mini-batches and one rest; there are two parts.
    private static final int KEPT = 4;

    private final IntFunction<Pass> maker;
    private final Map<Integer, Pass> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    Passes(IntFunction<Pass> maker) {
        this.maker = maker;
    }

    Pass of(int samples) {
        Pass there = kept.get(samples);
        if (there != null) {
            return there;
        }
        if (kept.size() == KEPT) {
            Iterator<Pass> oldest = kept.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
        Pass made = maker.apply(samples);
        kept.put(samples, made);
        return made;
    }

    @Override
    public void close() {
        kept.values().forEach(Pass::close);
        kept.clear();
    }
}
