package dev.crescent.data;

import java.util.SplittableRandom;

/// The independent random streams that one seed gives, one a purpose: so the points stay where they are when only the
/// noise grows, and the split does not depend on how many numbers a generator drew.
enum Streams {
    POSITION(0), NOISE(1), SPLIT(2);

    /// How many streams are split off before this one.
    private final int before;

    Streams(int before) {
        this.before = before;
    }

    SplittableRandom of(long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        SplittableRandom stream = root.split();
        for (int i = 0; i < before; i++) {
            stream = root.split();
        }
        return stream;
    }
}
