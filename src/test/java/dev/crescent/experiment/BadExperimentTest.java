package dev.crescent.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadExperimentTest {
    private static final String START = "{\"format\":\"crescent-experiment\",\"version\":1,";

    /// A file, in which ' stands for ", and the sentence about it.
    private static Arguments of(String json, String sentence) {
        return Arguments.of(json.replace('\'', '"'), sentence);
    }

    /// What is in the braces after format and version, and the sentence about it.
    private static Arguments with(String keys, String sentence) {
        return of(START + keys + "}", sentence);
    }

    static Stream<Arguments> wrongForms() {
        return Stream.of(
                of("", "the file is empty, the shortest experiment is"
                        + " {\"format\": \"crescent-experiment\", \"version\": 1}"),
                of("[]", "must be an object in braces, is a list"),
                of("3", "must be an object in braces, is 3"),
                of("{\"format\": \"crescent-lesson\"}", "format: is \"crescent-lesson\": this file is a lesson, to be presented"
                        + " in the window; open it there, as with crescent FILE"),
                of("{}", "format: must be \"crescent-experiment\", is missing; this is not an experiment file"),
                of("{'format':'other','version':1}",
                        "format: must be \"crescent-experiment\", is \"other\"; this is not an experiment file"),
                of("{'format':'crescent-experiment'}", "version: must be 1, is missing"),
                of("{'format':'crescent-experiment','version':0}",
                        "version: must be a whole number from 1 to 2147483647, is 0"),
                of("{'format':'crescent-experiment','version':2,'more':1}",
                        "version: this file is of version 2, this Crescent reads up to 1;"
                                + " open it with a newer Crescent"),
                of("{\n  'format': 'crescent-experiment',\n  'version': 1,,\n}",
                        "line 3, column 16: the text is not JSON here; look for a quote, a comma or a brace that is missing or"
                                + " too much just before, or choose a file that Crescent wrote"),
                of("hello", "line 1, column 1: the text is not JSON; choose an experiment file, as Crescent writes them"),
                of("{'format':'crescent-experiment','version':1",
                        "line 1, column 44: the text ends before the JSON is complete"),
                of("{'format':'crescent-experiment','version':1} {}",
                        "line 1, column 46: the JSON is complete, but more text follows; remove it"),
                of("{'format':'crescent-experiment',\n'version':1,'version':1}",
                        "line 2, column 22: the key \"version\" is there twice, keep one"),
                of("[".repeat(100),
                        "is nested deeper than the 32 levels that an experiment may have"));
    }

    static Stream<Arguments> wrongKeysAndTypes() {
        return Stream.of(
                with("'titel':'x'", "titel: is not a key of an experiment; its keys are format, version, title, notes,"
                        + " data, features, model, training, device"),
                with("'a\\nb':'x'", "\"a\\nb\": is not a key of an experiment; its keys are format, version, title,"
                        + " notes, data, features, model, training, device"),
                with("'title':3", "title: must be text in quotes, is 3"),
                with("'title':null", "title: must be text in quotes, is null"),
                with("'data':[]", "data: must be an object in braces, is a list"),
                with("'features':'x1'", "features: must be a list in square brackets, is \"x1\""),
                with("'features':[]", "features: must be 1 to 64 formulas, are 0"),
                with("'features':['x1',2]", "features[1]: must be text in quotes, is 2"),
                with("'features':['x1','x1 +']",
                        "features[1]: ends where a number, a variable or a function should follow; complete it"),
                with("'device':'gpu'", "device: is \"gpu\", must be one of auto, cpu, nd4j, cuda"),
                with("'model':'perceptron'", "model: must be an object in braces, is \"perceptron\""),
                with("'training':{'shuffle':'yes'}", "training.shuffle: must be true or false, is \"yes\""),
                with("'training':{'seed':1.5}", "training.seed: must be a whole number from -9223372036854775808"
                        + " to 9223372036854775807, is 1.5"),
                with("'training':{'seed':9223372036854775808}", "training.seed: must be a whole number from"
                        + " -9223372036854775808 to 9223372036854775807, is 9223372036854775808"),
                with("'training':{'optimizer':{'type':'adam','momentum':0.9}}", "training.optimizer.momentum: is not a"
                        + " key of the optimizer adam; its keys are type, learningRate, beta1, beta2"),
                with("'training':{'optimizer':'adam'}",
                        "training.optimizer: must be an object in braces, is \"adam\""),
                with("'data':{'source':'moons','points':[]}", "data.points: is not a key of the data source moons;"
                        + " its keys are source, samples, noise, seed, testFraction, scaling"),
                with("'model':{'type':'perceptron','k':3}",
                        "model.k: is not a key of the model type perceptron; its keys are type"),
                with("'model':{'layers':[{'type':'dropout','units':3},{'units':2}]}",
                        "model.layers[0].units: is not a key of the layer type dropout; its keys are type, rate"),
                with("'model':{'layers':[{'initializer':{'type':'normal','limit':1}}]}",
                        "model.layers[0].initializer.limit: is not a key of the initializer normal;"
                                + " its keys are type, stddev"),
                with("'training':{'schedule':{'type':'step','decay':1}}", "training.schedule.decay: is not a key of the"
                        + " schedule step; its keys are type, every, factor, warmup"));
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                with("'data':{'source':'moon'}", "data.source: is \"moon\", must be one of moons, crescents, circle,"
                        + " xor, gauss, spiral, blobs, rings, checkerboard, annulus, two-curves, plane,"
                        + " gauss-regression, painted, csv, digits, mnist, fashion-mnist, idx"),
                with("'data':{'samples':1}", "data.samples: must be a whole number from 2 to 1000000, is 1"),
                with("'data':{'source':'digits','samples':100001}",
                        "data.samples: must be a whole number from 10 to 100000, is 100001"),
                with("'data':{'source':'digits','noise':0.1}", "data.noise: is not a key of the data source digits;"
                        + " its keys are source, samples, fresh, seed, testFraction, scaling"),
                with("'data':{'source':'digits','fresh':true,'scaling':'standardize'}", "data.scaling: must be unit or none for"
                        + " fresh digits, which a scaling cannot be fitted to beforehand, is standardize"),
                with("'data':{'noise':-0.5}", "data.noise: must be from 0 to 10, is -0.5"),
                with("'data':{'noise':1e999}", "data.noise: must be a finite number, is Infinity"),
                with("'data':{'testFraction':1}", "data.testFraction: must be from 0 to 0.95, is 1"),
                with("'data':{'source':'csv'}", "data.path: must name a CSV file, is empty"),
                with("'data':{'source':'csv','path':'a.csv','shape':[8,8]}",
                        "data.shape: must be [channels, rows, columns], has 2 numbers"),
                with("'data':{'source':'csv','path':'a.csv','shape':[1,8,0]}",
                        "data.shape[2]: must be a whole number from 1 to 4096, is 0"),
                with("'data':{'source':'csv','path':'a.csv','gaps':'fill'}",
                        "data.gaps: is \"fill\", must be one of refuse, skip"),
                with("'data':{'source':'csv','path':'a.csv','targetUnit':0}",
                        "data.targetUnit: must be from 0.001 to 1000000000, is 0"),
                with("'data':{'source':'csv','path':'a.csv','testPath':''}",
                        "data.testPath: must name a CSV file, or be null to split the test part off, is empty"),
                with("'model':{'layers':[{'type':'dropout'},{'units':1,'activation':'softmax'}]},"
                        + "'training':{'loss':'huber'}", "model.layers[1].units: must be at least 2 for softmax, is 1"),
                with("'training':{'l1':" + "9".repeat(400) + "}", "training.l1: must be a finite number, is Infinity"),
                with("'data':{'source':'idx'}", "data.path: must name the folder with the IDX files"),
                with("'data':{'source':'painted','points':[[1,2]]}",
                        "data.points[0]: must be [x1, x2, class], is a list of 2"),
                with("'data':{'source':'painted','points':[[1,2,0],[1,2,8]]}",
                        "data.points[1][2]: must be a whole number from 0 to 7, is 8"),
                with("'data':{'source':'painted','points':[[1,1e7,0]]}",
                        "data.points[0][1]: must be from -1000000 to 1000000, is 10000000"),
                with("'model':{'type':'svm'}", "model.type: is \"svm\", must be one of network, perceptron,"
                        + " nearest-neighbors, k-means, circle-rule, linear-regression"),
                with("'model':{'type':'circle-rule','center':[1]}",
                        "model.center: must be [x1, x2], is a list of 1"),
                with("'model':{'type':'circle-rule','inner':2}",
                        "model.inner: must be at most outer (0.3), is 2"),
                with("'model':{'layers':[]}", "model.layers: must be 1 to 64 layers, are 0"),
                with("'model':{'layers':[{'type':'dropout'}]}",
                        "model.layers[0].type: must be dense in the last layer, is dropout"),
                with("'model':{'layers':[{'activation':'softmax'},{'units':2}]}",
                        "model.layers[0].activation: must not be softmax except in the last layer"),
                with("'model':{'layers':[{'units':'six'}]}",
                        "model.layers[0].units: must be a whole number from 1 to 65536, is \"six\""),
                with("'model':{'layers':[{'units':2.5}]}",
                        "model.layers[0].units: must be a whole number from 1 to 65536, is 2.5"),
                with("'model':{'layers':[{'type':'conv','padding':'same','stride':2},{'units':2}]}",
                        "model.layers[0].padding: same needs stride 1, is 2"),
                with("'model':{'layers':[{'initializer':'normal'}]}", "model.layers[0].initializer: is \"normal\", must"
                        + " be one of glorot-uniform, glorot-normal, he-uniform, he-normal, lecun-normal, zeros,"
                        + " or an object such as {\"type\": \"normal\", \"stddev\": 0.01}"),
                with("'training':{'optimizer':{'learningRate':-1}}",
                        "training.optimizer.learningRate: must be above 0, is -1"),
                with("'training':{'optimizer':{'learningRate':'fast'}}",
                        "training.optimizer.learningRate: must be a number, is \"fast\""),
                with("'training':{'optimizer':{'type':'sgd','nesterov':true}}",
                        "training.optimizer.nesterov: needs a momentum above 0"),
                with("'training':{'schedule':{'type':'step','factor':0}}",
                        "training.schedule.factor: must be above 0, is 0"),
                with("'training':{'clip':0}", "training.clip: must be above 0, or null for no limit, is 0"),
                with("'training':{'loss':'binary-cross-entropy'}", "training.loss: binary-cross-entropy needs one"
                        + " sigmoid unit in the last layer, it has 2 softmax units"),
                with("'title':{'" + "x".repeat(100) + "':1}", "title: must be text in quotes, is an object"),
                with("'device':'" + "x".repeat(100) + "'", "device: is \"" + "x".repeat(60)
                        + "...\", must be one of auto, cpu, nd4j, cuda"));
    }

    @ParameterizedTest
    @MethodSource({"wrongForms", "wrongKeysAndTypes", "wrongValues"})
    void aBadFileIsRefusedWithOneSentence(String json, String sentence) {
        assertThatThrownBy(() -> ExperimentReader.read(json))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(sentence);
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("none.crescent");
        assertThatFileIsRefused(file, file + ": there is no such file");
    }

    @Test
    void aFolderIsNoExperiment(@TempDir Path folder) {
        assertThatFileIsRefused(folder, folder + ": is a folder, choose an experiment file in it");
    }

    @Test
    void aFileInAnotherEncodingIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("latin.crescent");
        Files.write(file, (START + "\"title\":\"caf\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1));
        assertThatFileIsRefused(file, file + ": is neither an archive nor text in UTF-8; choose another copy of the file, or save it as UTF-8");
    }

    @Test
    void aTooLargeFileIsRefusedWithoutBeingRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.crescent");
        Files.write(file, new byte[(64 << 20) + 1]);
        assertThatFileIsRefused(file, file + ": is larger than the 64 MB that an experiment may have");
    }

    @Test
    void anInvalidSettingInAFileIsReportedWithTheFilesName(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bad.crescent");
        Files.writeString(file, START + "\"training\":{\"epochs\":-1}}");
        assertThatFileIsRefused(file,
                file + ": training.epochs: must be a whole number from 0 to 1000000000, is -1");
    }

    @Test
    void aByteOrderMarkIsSkipped(@TempDir Path folder) throws IOException, ExperimentFileException {
        Path file = folder.resolve("mark.crescent");
        Files.writeString(file, "\uFEFF" + ExperimentWriter.write(Experiment.defaults()));
        assertThat(ExperimentReader.read(file)).isEqualTo(Experiment.defaults());
    }

    private static void assertThatFileIsRefused(Path file, String sentence) {
        assertThatThrownBy(() -> ExperimentReader.read(file))
                .isInstanceOf(ExperimentFileException.class)
                .hasMessage(sentence);
    }
}
