package dev.crescent.engine;

import jdk.incubator.vector.FloatVector;

/// The processor that Java itself runs on.
final class Processor {
    private Processor() {}

    /// How many threads it has for us, and how wide its vectors are: `2 threads, vectors of 512 bits`.
    static String words() {
        int threads = Runtime.getRuntime().availableProcessors();
        return threads + (threads == 1 ? " thread" : " threads") + ", vectors of "
                + FloatVector.SPECIES_PREFERRED.vectorBitSize() + " bits";
    }
}
