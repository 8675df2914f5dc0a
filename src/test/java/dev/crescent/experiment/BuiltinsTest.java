package dev.crescent.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
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
    void theFirstIsTheDefaultWithNotes() throws ExperimentFileException {
        Experiment first = Builtins.read(Builtins.names().getFirst());
        Experiment defaults = Experiment.defaults();
        assertThat(first).isEqualTo(new Experiment(defaults.title(), first.notes(), defaults.data(), defaults.features(),
                defaults.model(), defaults.training(), defaults.device()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachIsInTheFormThatIsWritten(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                Builtins.class.getResourceAsStream("/dev/crescent/experiments/" + name + ".crescent"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(ExperimentWriter.write(ExperimentReader.read(text))).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachHasATitleAndSaysInTwoToFourSentencesWhatToWatch(String name) throws ExperimentFileException {
        Experiment experiment = Builtins.read(name);
        assertThat(experiment.title()).isNotBlank().hasSizeLessThan(40);
        assertThat(experiment.notes().split("[.?!](?= |$)")).hasSizeBetween(2, 4);
    }

    @Test
    void aTableBesideAnExperimentIsFoundWhereverItIsSaved() throws Exception {
        Source source = Builtins.read("linear-regression").data().source();
        assertThat(source).isInstanceOfSatisfying(Source.Csv.class, csv -> {
            assertThat(csv.path()).isEqualTo("builtin:linear-regression.csv");
            assertThat(Builtins.isShipped(csv.path())).isTrue();
        });
        try (InputStream in = Builtins.table("builtin:linear-regression.csv")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()).hasSize(102);
        }
        for (String other : List.of("builtin:none.csv", "builtin:moons.crescent", "builtin:../ui/views.csv", "builtin:")) {
            assertThatThrownBy(() -> Builtins.table(other)).isInstanceOf(FileNotFoundException.class);
        }
    }

    @Test
    void weightsBesideAnExperimentAreFoundByItsName() throws IOException {
        for (String name : List.of("weights-of-a-test", "builtin:weights-of-a-test")) {
            try (InputStream in = Builtins.weights(name).orElseThrow()) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("not read as weights here\n");
            }
        }
        assertThat(Builtins.weights("builtin:moons")).isEmpty();
        assertThat(Builtins.weights("builtin:../experiments/weights-of-a-test")).isEmpty();
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
