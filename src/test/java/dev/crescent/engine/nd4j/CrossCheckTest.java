package dev.crescent.engine.nd4j;

import dev.crescent.engine.CrossCheck;
import dev.crescent.engine.Engine;
import org.junit.jupiter.api.BeforeAll;

class CrossCheckTest extends CrossCheck {
    private static final Nd4jEngine ENGINE = new Nd4jEngine();

    @BeforeAll
    static void natives() {
        Natives.assume();
    }

    @Override
    protected Engine engine() {
        return ENGINE;
    }
}
