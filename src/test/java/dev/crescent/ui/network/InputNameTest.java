package dev.crescent.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputNameTest {
    @TempDir
    private Path folder;

    private Dataset table(String text, List<String> features) throws Exception {
        Files.writeString(folder.resolve("penguins.csv"), text);
        Source.Csv source = new Source.Csv("penguins.csv", "", Task.CLASSIFICATION, List.of(), List.of(), null);
        return Datasets.load(Experiment.defaults().data().withSource(source), features, folder);
    }

    private static List<String> texts(Dataset data) {
        return InputName.of(data).stream().map(InputName::text).toList();
    }

    @Test
    void theTwoColumnsOfATableGoByTheirNames() throws Exception {
        assertThat(texts(table("bill_length,bill_depth,y\n1,2,a\n2,3,b\n", List.of("x1", "x2"))))
                .containsExactly("bill_length", "bill_depth");
    }

    @Test
    void besideFormulasAColumnSaysWhichVariableItIs() throws Exception {
        assertThat(texts(table("bill_length,bill_depth,y\n1,2,a\n2,3,b\n", List.of("x1", "x1^2", "x2"))))
                .containsExactly("x\u2081 bill_length", "x\u2081\u00b2", "x\u2082 bill_depth");
    }

    @Test
    void columnsThatLookLikeFormulasAreNone() throws Exception {
        assertThat(texts(table("2020-1,x2,x1*x2,y\n1,2,3,a\n2,3,4,b\n", List.of("x1", "x2"))))
                .containsExactly("2020-1", "x2", "x1*x2");
    }

    @Test
    void pointsThatAreOnlyPointsKeepTheirVariables() throws Exception {
        Dataset moons = Datasets.load(Experiment.defaults().data(), List.of("x1", "x1*x2"), folder);
        assertThat(texts(moons)).containsExactly("x\u2081", "x\u2081x\u2082");
    }
}
