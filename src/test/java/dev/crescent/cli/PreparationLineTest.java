package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PreparationLineTest {
    private static String said(boolean terminal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PreparationLine line = new PreparationLine(new PrintStream(out, true, StandardCharsets.UTF_8), terminal);
        for (double share : new double[] {0, 0.004, 0.5, 1}) {
            line.goesOn("Unpacking", share);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void onATerminalItIsDrawnOverAndErased() {
        String erase = ProgressBar.ERASE_LINE;
        assertThat(said(true)).isEqualTo(erase + "Unpacking: 0 %" + erase + "Unpacking: 50 %" + erase);
    }

    @Test
    void elsewhereItIsSaidOnce() {
        assertThat(said(false)).isEqualTo("Unpacking" + System.lineSeparator());
    }
}
