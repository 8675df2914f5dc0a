package dev.crescent.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltinsTest {
    static List<String> names() {
        return Builtins.names();
    }

    @Test
    void theFirstIsTheDefault() throws ExperimentFileException {
        assertThat(Builtins.read(Builtins.names().getFirst())).isEqualTo(Experiment.defaults());
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachIsInTheFormThatIsWritten(String name) throws ExperimentFileException, IOException {
        try (InputStream in = Objects.requireNonNull(
                Builtins.class.getResourceAsStream("/dev/crescent/experiments/" + name + ".crescent"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(ExperimentWriter.write(Builtins.read(name))).isEqualTo(text);
        }
    }

    @Test
    void titlesDiffer() throws ExperimentFileException {
        for (String name : names()) {
            assertThat(Builtins.names().stream().filter(other -> title(other).equals(title(name))))
                    .containsExactly(name);
        }
    }

    @Test
    void thePrefixMayBeThere() throws ExperimentFileException {
        assertThat(Builtins.read("builtin:xor")).isEqualTo(Builtins.read("xor"));
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Builtins.read("builtin:moon"))
                .isInstanceOf(ExperimentFileException.class)
                .hasMessage("builtin:moon: there is no such experiment, must be one of "
                        + String.join(", ", Builtins.names()));
    }

    private static String title(String name) {
        try {
            return Builtins.read(name).title();
        } catch (ExperimentFileException e) {
            throw new AssertionError(e);
        }
    }
}
