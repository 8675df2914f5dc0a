package dev.crescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @ParameterizedTest
    @ValueSource(strings = {"a.crescent", "a b/MOONS.CRESCENT", "builtin:moons", "builtin:none",
        "https://playground.tensorflow.org/#dataset=xor", "https://example.com"})
    void oneExperimentOpensTheWindow(String argument) {
        assertThat(Main.opensWindow(argument)).isTrue();
        assertThat(Main.opensWindow("train", argument)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "--help", "a.csv", "crescent", ""})
    void anythingElseIsACommand(String argument) {
        assertThat(Main.opensWindow(argument)).isFalse();
    }

    @Test
    void aTableThatIsThereOpensTheWindow(@TempDir Path folder) throws Exception {
        Path table = Files.writeString(folder.resolve("Flowers.CSV"), "a,b\n1,2\n");
        assertThat(Main.opensWindow(table.toString())).isTrue();
        assertThat(Main.opensWindow(Files.writeString(folder.resolve("B.TXT"), "a\tb\n1\t2\n").toString())).isTrue();
        assertThat(Main.opensWindow(folder.resolve("gone.csv").toString())).isFalse();
        assertThat(Main.opensWindow("\0.csv")).isFalse();
    }

    @Test
    void nothingOpensTheWindow() {
        assertThat(Main.opensWindow()).isTrue();
    }
}
