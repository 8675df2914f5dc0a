package dev.crescent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
    void nothingOpensTheWindow() {
        assertThat(Main.opensWindow()).isTrue();
    }
}
