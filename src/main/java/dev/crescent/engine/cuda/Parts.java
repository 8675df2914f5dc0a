package dev.crescent.engine.cuda;

import dev.crescent.engine.Samples;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Samples that were copied to the device, the last few of them, until the memory is given back that they are within.
final class Parts {
    /// Training and test part, and what is glanced at of each.
    private static final int MOST = 4;

    /// Where they are, as [Samples] has them; `labels` 0 without classes.
    record Copy(Arena arena, long inputs, long targets, long labels) {}

    private final Device device;
    private final Arena arena;
    private final Map<Samples, Copy> copies = new LinkedHashMap<>(MOST, 0.75f, true);

    Parts(Device device, Arena arena) {
        this.device = device;
        this.arena = arena;
    }

    Copy of(Samples samples) {
        Copy there = copies.get(samples);
        if (there != null) {
            return there;
        }
        if (copies.size() == MOST) {
            Iterator<Copy> oldest = copies.values().iterator();
            arena.giveBack(oldest.next().arena);
            oldest.remove();
        }
        Copy copy = copy(samples);
        copies.put(samples, copy);
        return copy;
    }

    private Copy copy(Samples samples) {
        Arena own = arena.within();
        try {
            return copy(samples, own);
        } catch (CudaException e) {
            own.closeAfter(e);
            throw e;
        }
    }

    private Copy copy(Samples samples, Arena own) {
        int[] classes = samples.labels();
        Copy copy = new Copy(own, own.floats((long) samples.count() * samples.width()),
                own.floats((long) samples.count() * samples.outputs()), classes == null ? 0 : own.floats(samples.count()));
        device.upload(samples.inputs(), 0, samples.count() * samples.width(), copy.inputs);
        device.upload(samples.targets(), 0, samples.count() * samples.outputs(), copy.targets);
        if (classes != null) {
            device.upload(classes, 0, samples.count(), copy.labels);
        }
        return copy;
    }
}
