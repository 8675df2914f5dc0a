package dev.crescent.engine.nd4j;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.crescent.engine.Preparation;
import dev.crescent.engine.UnavailableException;

/// Tests that compute with ND4J are left out where it cannot.
final class Natives {
    private Natives() {}

    static void assume() {
        try {
            new Nd4jEngine().prepare(Preparation.QUIET);
        } catch (UnavailableException e) {
            abort(String.valueOf(e.getMessage()));
        }
    }
}
