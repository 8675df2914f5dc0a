package dev.crescent.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Optimizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonReaderTest {
    private static Lesson lesson(String scenes) {
        return LessonReader.read("{\"format\": \"crescent-lesson\", \"version\": 1, \"title\": \"A talk\", \"scenes\": [" + scenes + "]}");
    }

    private static Beat first(String scene) {
        return lesson(scene).scenes().getFirst().beats().getFirst();
    }

    @Test
    void anEmptySceneIsTheDefaultExperimentToTheEdges() {
        Beat beat = first("{}");

        assertThat(beat.experiment()).isEqualTo(Experiment.defaults().withTitle(""));
        assertThat(beat.camera()).isEqualTo(Camera.USUAL);
        assertThat(beat.pace()).isEqualTo(Pace.USUAL);
        assertThat(beat.caption()).isEmpty();
    }

    @Test
    void aSceneHasAnExperimentsKeysAndItsOwn() {
        Lesson read = lesson("""
                {"title": "One", "caption": "**Look**", "data": {"source": "xor", "samples": 40},
                 "camera": {"readout": true, "views": [{"view": "network", "share": 2}, {"view": "output", "zoom": 1.5}]},
                 "pace": {"stepsPerSecond": 30, "epochs": 7, "autoStart": false}}""");

        assertThat(read.title()).isEqualTo("A talk");
        Scene scene = read.scenes().getFirst();
        assertThat(scene.title()).isEqualTo("One");
        Beat beat = scene.beats().getFirst();
        assertThat(beat.caption()).isEqualTo("**Look**");
        assertThat(beat.pace()).isEqualTo(new Pace(30, 7, false));
        assertThat(beat.camera().readout()).isTrue();
        assertThat(beat.camera().shots()).containsExactly(new Shot(Shot.View.NETWORK, 2, 1, -1, 0),
                new Shot(Shot.View.OUTPUT, 1, 1.5, -1, 0));
        assertThat(beat.experiment().title()).isEqualTo("One");
        assertThat(beat.experiment().data().source()).hasToString(
                first("{\"data\": {\"source\": \"xor\", \"samples\": 40}}").experiment().data().source().toString());
    }

    @Test
    void aSceneChangesOnlyWhatItSaysOfAShippedExperiment() throws Exception {
        Experiment shipped = Builtins.read("xor");

        Beat beat = first("{\"title\": \"Mine\", \"from\": \"builtin:xor\", \"training\": {\"optimizer\": {\"learningRate\": 0.5}}}");

        assertThat(beat.builtin()).isEqualTo("builtin:xor");
        assertThat(beat.experiment().title()).isEqualTo(shipped.title());
        assertThat(beat.experiment().model()).isEqualTo(shipped.model());
        Optimizer.Adam adam = (Optimizer.Adam) beat.experiment().training().optimizer();
        assertThat(adam.learningRate()).isEqualTo(0.5);
        assertThat(beat.experiment().training().loss()).isEqualTo(shipped.training().loss());
    }

    @Test
    void beatsChangeWhatTheBeatBeforeHad() {
        List<Beat> beats = lesson("""
                {"caption": "a", "model": {"layers": [{"type": "dense", "units": 2, "activation": "softmax"}]},
                 "pace": {"epochs": 5},
                 "then": [
                   {"caption": "b", "training": {"l2": 0.1}},
                   {"model": {"layers": [{"type": "dense", "units": 3, "activation": "relu"},
                                         {"type": "dense", "units": 2, "activation": "softmax"}]}, "training": {"l2": null}}
                 ]}""").scenes().getFirst().beats();

        assertThat(beats).extracting(Beat::caption).containsExactly("a", "b", "b");
        assertThat(beats).extracting(beat -> beat.experiment().training().l2()).containsExactly(0.0, 0.1, 0.0);
        assertThat(beats).extracting(beat -> beat.pace().epochs()).containsExactly(5, 5, 5);
        assertThat(((Model.Network) beats.get(2).experiment().model()).layers())
                .containsExactly(new Layer.Dense(3, Activation.RELU), new Layer.Dense(2, Activation.SOFTMAX));
    }

    @Test
    void aTableBesideAShippedExperimentIsFound() throws Exception {
        assertThat(first("{\"from\": \"builtin:linear-regression\"}").experiment().data())
                .isEqualTo(Builtins.read("linear-regression").data());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"training": {"l2": -1}}                        | scenes[0].training.l2: must be from 0 to 1000, is -1
            {"then": [{}, {"data": {"noise": "much"}}]}     | scenes[0].then[1].data.noise: must be a number
            {"then": [3]}                                   | scenes[0].then[0]: must be an object in braces
            {"capton": "x"}                                 | scenes[0].capton: is not a key of a scene
            {"camera": {"views": [{"view": "pixels"}]}}     | scenes[0].camera.views[0].view: "pixels" shows images, and the scene's data are points
            {"from": "builtin:digits"}                      | scenes[0].camera.views[0].view: "output" shows a plane, and the scene's data are images
            {"camera": {"views": [{"view": "hidden", "layer": 3.5}]}} | scenes[0].camera.views[0].layer: must be at most 3, the number of the network's layers, is 3.5
            {"from": "moons"}                               | scenes[0].from: must name a shipped experiment
            {"from": "builtin:nothing"}                     | scenes[0].from: builtin:nothing: there is no such experiment
            {"camera": {"views": []}}                       | scenes[0].camera.views: must be 1 to 3 views, are 0
            {"camera": {"views": [{"view": "moon"}]}}       | scenes[0].camera.views[0].view: is "moon", must be one of output, hidden
            {"camera": {"views": [{"zoom": 99}]}}           | scenes[0].camera.views[0].zoom: must be from 0.1 to 20, is 99
            {"camera": {"views": [{"share": 0}]}}           | scenes[0].camera.views[0].share: must be above 0
            {"pace": {"stepsPerSecond": 0}}                 | scenes[0].pace.stepsPerSecond: must be above 0, is 0
            {"pace": {"epochs": -3}}                        | scenes[0].pace.epochs: must be a whole number from 0
            """)
    void whatIsWrongIsSaidWithItsPlace(String scene, String sentence) {
        assertThatThrownBy(() -> lesson(scene)).isInstanceOf(InvalidSettingException.class).hasMessageStartingWith(sentence);
    }

    @Test
    void aLessonHasAScene() {
        assertThatThrownBy(() -> lesson("{\"capton\": 1}")).hasMessageEndingWith(", from, then");
        assertThatThrownBy(() -> lesson("")).hasMessage("scenes: must be 1 to 99 scenes, are 0");
    }

    @Test
    void aSceneChangesTheKindOfItsData() {
        List<Beat> beats = lesson("""
                {"from": "builtin:xor", "then": [
                  {"data": {"source": "csv", "path": "talk.csv", "samples": null, "noise": null}}]}""").scenes().getFirst().beats();

        assertThat(beats.getLast().experiment().data().source()).isInstanceOf(Source.Csv.class);
        assertThatThrownBy(() -> lesson("""
                {"from": "builtin:xor", "then": [{"data": {"source": "csv", "path": "talk.csv"}}]}"""))
                .hasMessageContaining("scenes[0].then[0].data.samples: ");
    }

    @Test
    void onlyALessonIsOne() {
        assertThat(LessonReader.isLesson("{\"format\": \"crescent-lesson\", \"scenes\": 3}")).isTrue();
        assertThat(LessonReader.isLesson("{\"format\": \"crescent-experiment\"}")).isFalse();
        assertThat(LessonReader.isLesson("PK\u0003\u0004")).isFalse();
        assertThatThrownBy(() -> LessonReader.read("{\"format\": \"crescent-experiment\", \"version\": 1}"))
                .hasMessage("format: must be \"crescent-lesson\"; this is not a lesson");
        assertThatThrownBy(() -> LessonReader.read("{\"format\": \"crescent-lesson\", \"version\": 2, \"scenes\": [{}]}"))
                .hasMessageContaining("open it with a newer Crescent");
    }

    @Test
    void aFilesSentenceNamesTheFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("talk.crescent"), "{\"format\": \"crescent-lesson\", \"scenes\": [{\"x\": 1}]}");

        assertThatThrownBy(() -> LessonReader.read(file)).isInstanceOf(ExperimentFileException.class)
                .hasMessageStartingWith(file + ": scenes[0].x: is not a key of a scene");
    }
}
