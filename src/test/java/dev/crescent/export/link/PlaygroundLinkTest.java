package dev.crescent.export.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentReader;
import dev.crescent.experiment.ExperimentWriter;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Training;
import dev.crescent.export.link.PlaygroundState.DataSet;
import dev.crescent.export.link.PlaygroundState.Regularization;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaygroundLinkTest {
    private static final String START = "https://playground.tensorflow.org/#";
    /// What the Playground's first screen writes into the address line.
    private static final String FIRST = START + "activation=tanh&batchSize=10&dataset=circle&regDataset=reg-plane"
            + "&learningRate=0.03&regularizationRate=0&noise=0&networkShape=4,2&seed=0.12345&showTestData=false"
            + "&discretize=false&percTrainData=50&x=true&y=true&xTimesY=false&xSquared=false&ySquared=false&cosX=false"
            + "&sinX=false&cosY=false&sinY=false&collectStats=false&problem=classification&initZero=false&hideText=false";

    private static Experiment open(String keys) throws LinkException {
        return PlaygroundLink.read(START + keys).experiment();
    }

    private static String text(Experiment experiment) throws LinkException {
        return new PlaygroundLink(experiment, false, false).text();
    }

    private static Model.Network network(Experiment experiment) {
        return (Model.Network) experiment.model();
    }

    private static Source.Points points(Experiment experiment) {
        return (Source.Points) experiment.data().source();
    }

    private static Layer.Dense dense(int units, Activation activation) {
        return new Layer.Dense(units, activation, new Initializer.Uniform(0.5), true, new Initializer.Constant(0.1));
    }

    @Test
    void theFirstScreenIsTheSettingsOfThePlayground() throws Exception {
        Experiment expected = new Experiment("TF Playground: circle", PlaygroundLink.read(FIRST).experiment().notes(),
                new Data(new Source.Points(PointSet.CIRCLE, 500, 0), 12345, 0.5, Scaling.NONE), List.of("x1", "x2"),
                new Model.Network(12345, List.of(dense(4, Activation.TANH), dense(2, Activation.TANH),
                        dense(1, Activation.TANH))),
                new Training(Loss.HALF_SQUARED_ERROR, new Optimizer.Sgd(0.03, 0, false), 10, 100, false, 12345, 0, 0,
                        new Schedule.Constant(0), 0), Device.AUTO);
        assertThat(PlaygroundLink.read(FIRST)).isEqualTo(new PlaygroundLink(expected, false, false));
        assertThat(expected.notes()).contains("playground.tensorflow.org");
        assertThat(text(expected)).isEqualTo(FIRST);
    }

    @Test
    void whatALinkLeavesOutIsAsOnTheFirstScreen() throws Exception {
        assertThat(PlaygroundLink.read("https://playground.tensorflow.org"))
                .isEqualTo(PlaygroundLink.read(FIRST.replace("seed=0.12345", "seed=0.00001")))
                .isEqualTo(PlaygroundLink.read(START + "seed=&batchSize=&activation&nobodyKnows=this&dataset="));
    }

    @Test
    void everyKeyHasItsPlace() throws Exception {
        PlaygroundLink link = PlaygroundLink.read(START + "problem=regression&hideText=true&initZero=true&sinY=true&sinX=1"
                + "&ySquared=true&xSquared=yes&xTimesY=true&y=false&x=true&cosX=true&cosY=true&collectStats=true"
                + "&percTrainData=70&discretize=true&showTestData=true&seed=abc&networkShape=8,%207,1&noise=35"
                + "&regularizationRate=0.003&regularization=L2&learningRate=1e-3&regDataset=reg-gauss&dataset=spiral"
                + "&batchSize=30&activation=relu&tutorial=some&playButton_hide=true&learningRate_hide=false");
        Experiment experiment = link.experiment();
        assertThat(link.showTestData()).isTrue();
        assertThat(link.discretize()).isTrue();
        assertThat(experiment.title()).isEqualTo("TF Playground: gauss-regression");
        assertThat(points(experiment)).isEqualTo(new Source.Points(PointSet.GAUSS_REGRESSION, 1200, 0.35));
        assertThat(experiment.data().testFraction()).isEqualTo(0.3);
        assertThat(experiment.features()).containsExactly("x1", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)");
        assertThat(network(experiment).layers()).containsExactly(
                new Layer.Dense(8, Activation.RELU, Initializer.Standard.ZEROS),
                new Layer.Dense(7, Activation.RELU, Initializer.Standard.ZEROS),
                new Layer.Dense(1, Activation.RELU, Initializer.Standard.ZEROS),
                new Layer.Dense(1, Activation.LINEAR, Initializer.Standard.ZEROS));
        Training training = experiment.training();
        assertThat(training.optimizer()).isEqualTo(new Optimizer.Sgd(0.001, 0, false));
        assertThat(training.l1()).isZero();
        assertThat(training.l2()).isEqualTo(0.003);
        assertThat(training.batchSize()).isEqualTo(30);
        assertThat(training.shuffle()).isFalse();
        assertThat(open("regularization=L1&regularizationRate=10").training()).satisfies(t -> {
            assertThat(t.l1()).isEqualTo(10);
            assertThat(t.l2()).isZero();
        });
    }

    @Test
    void anInputWithAHiddenControlIsNoneAsThere() throws Exception {
        assertThat(open("x_hide=true&sinX=true&sinX_hide=false").features()).containsExactly("x2", "sin(x1)");
    }

    @Test
    void anEmptyShapeHasNoHiddenLayer() throws Exception {
        assertThat(network(open("networkShape=")).layers()).containsExactly(dense(1, Activation.TANH));
    }

    @ParameterizedTest
    @CsvSource({"-3, 0", "55, 0.55", "80, 0.8", "81, 0.5", "1e9, 0.5", "7, 0.07"})
    void noiseIsTakenAsThePlaygroundTakesIt(String noise, double expected) throws Exception {
        assertThat(points(open("noise=" + noise)).noise()).isEqualTo(expected);
    }

    @Test
    void onlyTheSpiralWhosePointsLieInOrderIsShuffled() throws Exception {
        for (DataSet set : DataSet.values()) {
            boolean regression = set.name.startsWith("reg-");
            Experiment experiment = open((regression ? "problem=regression&regDataset=" : "dataset=") + set.name);
            assertThat(points(experiment).set()).isEqualTo(set.set);
            assertThat(points(experiment).samples()).isEqualTo(regression ? 1200 : 500);
            assertThat(experiment.training().shuffle()).isEqualTo(set == DataSet.SPIRAL);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://playground.tensorflow.org/#dataset=xor", "HTTPS://Playground.TensorFlow.org/#dataset=xor",
        "playground.tensorflow.org/#dataset=xor", "https://www.playground.tensorflow.org/index.html#dataset=xor",
        "https://playground.tensorflow.org#dataset=xor", "  <https://playground.tensorflow.org/#dataset=xor>\n",
        "https://playground.tensorflow.org/?utm_source=a#dataset=xor", "https://playground.tensorflow.org/%23dataset%3Dxor",
        "https://playground.tensorflow.org/#batchSize=10&amp;dataset=xor", "https://playground.tensorflow.org:443/#&&dataset=xor&",
        "https://playground.tensorflow.org/#dataset=circle&dataset=xor=gauss", "https://playground.tensorflow.org/#dataset=xor&a=%zz"})
    void aLinkIsKnownHoweverItIsWritten(String link) throws Exception {
        assertThat(PlaygroundLink.isLink(link)).isTrue();
        assertThat(points(PlaygroundLink.read(link).experiment()).set()).isEqualTo(PointSet.XOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/#dataset=xor", "https://playground.tensorflow.org.example.com/",
        "https://playground.tensorflow.org@example.com/#", "http://", "https://playground.tensorflow.org/other#dataset=xor",
        "https://example.com/?https://playground.tensorflow.org/#dataset=xor"})
    void anyOtherLinkIsRefused(String link) {
        assertThat(PlaygroundLink.isLink(link)).isTrue();
        assertThatThrownBy(() -> PlaygroundLink.read(link)).isInstanceOf(LinkException.class)
                .message().startsWith(link.substring(0, Math.min(60, link.length())))
                .endsWith(": is not a link of TensorFlow Playground; those begin with https://playground.tensorflow.org/#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0.03", "moons.crescent", "see https://playground.tensorflow.org/#dataset=xor",
        "playground", "C:\\playground.tensorflow.org", "playground.tensorflow.orgs", "httpsx://a"})
    void otherTextsAreNoLinks(String text) {
        assertThat(PlaygroundLink.isLink(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "learningRate=fast | learningRate: must be a number above 0 and at most 1000, is \"fast\"",
        "learningRate=0 | learningRate: must be a number above 0 and at most 1000, is \"0\"",
        "learningRate=Infinity | learningRate: must be a number above 0 and at most 1000, is \"Infinity\"",
        "learningRate=1e999 | learningRate: must be a number above 0 and at most 1000, is \"1e999\"",
        "batchSize=2.5 | batchSize: must be a whole number above 0, is \"2.5\"",
        "batchSize=0 | batchSize: must be a whole number above 0, is \"0\"",
        "batchSize=251 | batchSize: must be at most the 250 training samples, is \"251\"",
        "percTrainData=10&batchSize=60 | batchSize: must be at most the 50 training samples, is \"60\"",
        "percTrainData=5& batchSize=30 | batchSize: must be at most the 25 training samples, is \"30\"",
        "dataset=moons | dataset: must be circle, xor, gauss or spiral, is \"moons\"",
        "problem=regression&regDataset=plane | regDataset: must be reg-plane or reg-gauss, is \"plane\"",
        "problem=both | problem: must be classification or regression, is \"both\"",
        "activation=gelu | activation: must be relu, tanh, sigmoid or linear, is \"gelu\"",
        "regularization=L3 | regularization: must be none, L1 or L2, is \"L3\"",
        "regularizationRate=-1 | regularizationRate: must be a number from 0 to 1000, is \"-1\"",
        "noise=much | noise: must be a number from 0 to 80, is \"much\"",
        "percTrainData=0 | percTrainData: must be a number from 5 to 100, is \"0\"",
        "percTrainData=101 | percTrainData: must be a number from 5 to 100, is \"101\"",
        "x=false&y=false&cosX=true | x: must be true, or another input must be: the network has none, is \"false\"",
        "networkShape=4,x | networkShape: must be up to 12 whole numbers from 1 to 64 with commas between them, is \"4,x\"",
        "networkShape=4,0 | networkShape: must be up to 12 whole numbers from 1 to 64 with commas between them, is \"4,0\"",
        "networkShape=65 | networkShape: must be up to 12 whole numbers from 1 to 64 with commas between them, is \"65\"",
        "networkShape=4,,2 | networkShape: must be up to 12 whole numbers from 1 to 64 with commas between them, is \"4,,2\"",
        "networkShape=1,1,1,1,1,1,1,1,1,1,1,1,1 | networkShape: must be up to 12 whole numbers from 1 to 64 with commas"
                + " between them, is \"1,1,1,1,1,1,1,1,1,1,1,1,1\""})
    void whatCannotBeIsSaidWithItsKey(String keys, String sentence) {
        assertThatThrownBy(() -> open(keys)).isInstanceOf(LinkException.class)
                .hasMessage("playground.tensorflow.org link: " + sentence);
    }

    @Test
    void aLongLinkAndALongValueAreCutShort() {
        assertThatThrownBy(() -> open("dataset=" + "x".repeat(9000))).message().hasSizeLessThan(200);
        assertThatThrownBy(() -> open("seed=" + "9".repeat(20_000)))
                .hasMessage("playground.tensorflow.org link: must be at most 10000 characters, is 20040");
    }

    @Test
    void aLinkComesBackFromItsExperiment() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            PlaygroundState state = state(random);
            PlaygroundLink link = PlaygroundLink.read(START + shuffled(state.hash(), random));
            assertThat(link.text()).isEqualTo(START + state.hash());
            assertThat(StateReader.read(state.hash())).isEqualTo(state);
            String file = ExperimentWriter.write(link.experiment());
            assertThat(ExperimentReader.read(file)).as("as a file").isEqualTo(link.experiment());
        }
    }

    private static PlaygroundState state(Random random) {
        DataSet set = DataSet.values()[random.nextInt(DataSet.values().length)];
        Set<Input> inputs = EnumSet.of(Input.values()[random.nextInt(Input.values().length)]);
        for (Input input : Input.values()) {
            if (random.nextBoolean()) {
                inputs.add(input);
            }
        }
        List<Integer> shape = random.ints(random.nextInt(13), 1, 65).boxed().toList();
        Activation activation = shape.isEmpty() ? Activation.TANH : PlaygroundState.ACTIVATIONS.get(random.nextInt(4));
        Regularization penalty = Regularization.values()[random.nextInt(3)];
        double[] rates = {0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 1.5e-7, 123.456};
        long[] seeds = {random.nextInt(100_001), random.nextLong(), -1 - random.nextInt(1000), 100_001};
        return new PlaygroundState(set.set, random.nextInt(161) / 2.0, 5 + random.nextInt(96), seeds[random.nextInt(4)],
                inputs, shape, activation, random.nextBoolean(), rates[random.nextInt(rates.length)], 1 + random.nextInt(25),
                penalty, penalty == Regularization.NONE ? 0 : rates[random.nextInt(rates.length)], random.nextBoolean(),
                random.nextBoolean());
    }

    private static String shuffled(String hash, Random random) {
        List<String> keys = new ArrayList<>(List.of(hash.split("&")));
        Collections.shuffle(keys, random);
        return String.join("&", keys);
    }

    @ParameterizedTest
    @CsvSource({"0.12345, 12345", "0.00000, 0", "1.00000, 100000", "100001, 100001", "-7, -7",
        "9223372036854775807, 9223372036854775807"})
    void seedsOfThePlaygroundComeBackAsTheyWere(String text, long seed) {
        assertThat(LinkSeed.of(text)).isEqualTo(seed);
        assertThat(LinkSeed.text(seed)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "42", "0.5", "1.00001", "0.123456", "9223372036854775808", "007", "-0"})
    void anyOtherSeedIsDrawnFromItsText(String text) {
        long seed = LinkSeed.of(text);
        assertThat(seed).isGreaterThan(100_000).isEqualTo(LinkSeed.of(LinkSeed.text(seed)));
        assertThat(seed).isNotEqualTo(LinkSeed.of(text + "a"));
    }

    static List<String> shipped() {
        return Builtins.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedExperimentHasItsLinkOrASentence(String name) throws Exception {
        Experiment experiment = Builtins.read(name);
        if (name.equals("playground")) {
            Experiment back = PlaygroundLink.read(text(experiment)).experiment();
            assertThat(new Experiment(experiment.title(), experiment.notes(), back.data(), back.features(), back.model(),
                    back.training(), back.device())).isEqualTo(experiment);
        } else {
            assertThatThrownBy(() -> text(experiment)).isInstanceOf(LinkException.class)
                    .message().matches("TensorFlow Playground cannot show this experiment: .*\\.");
        }
    }

    private static void refused(UnaryOperator<Experiment> change, String sentence) throws Exception {
        Experiment experiment = change.apply(PlaygroundLink.read(FIRST).experiment());
        assertThatThrownBy(() -> text(experiment)).isInstanceOf(LinkException.class)
                .hasMessage("TensorFlow Playground cannot show this experiment: " + sentence + ".");
    }

    private static UnaryOperator<Experiment> training(UnaryOperator<Training> change) {
        return e -> e.withTraining(change.apply(e.training()));
    }

    private static UnaryOperator<Experiment> layers(Layer... layers) {
        return e -> e.withModel(network(e).withLayers(List.of(layers)));
    }

    @Test
    void whatThePlaygroundDoesNotHaveIsSaid() throws Exception {
        refused(e -> e.withData(e.data().withSource(new Source.Points(PointSet.MOONS, 500, 0))),
                "the data set must be one of circle, xor, gauss, spiral, plane, gauss-regression, is moons");
        refused(e -> e.withData(e.data().withSource(new Source.Points(PointSet.XOR, 400, 0))),
                "xor must have 500 samples, has 400");
        refused(e -> e.withData(e.data().withSource(new Source.Points(PointSet.XOR, 500, 0.9))),
                "the noise must be at most 0.8, is 0.9");
        refused(e -> e.withData(e.data().withScaling(Scaling.STANDARDIZE)),
                "the data must not be scaled, their scaling is standardize");
        refused(e -> e.withFeatures(List.of("x1", "cos(x1)")),
                "the features must be of x1, x2, x1^2, x2^2, x1*x2, sin(x1), sin(x2), one is cos(x1)");
        refused(e -> e.withFeatures(List.of("x1^2", "x1 ^ 2")), "no feature must be there twice, and x1 ^ 2 is");
        refused(e -> e.withModel(new Model.Perceptron()), "the model must be a network, is perceptron");
        refused(training(t -> t.withLoss(Loss.HUBER)), "the loss must be half-squared-error, is huber");
        refused(training(t -> t.withOptimizer(new Optimizer.Adam(0.01, 0.9, 0.999))), "the optimizer must be sgd, is adam");
        refused(training(t -> t.withOptimizer(new Optimizer.Sgd(0.01, 0.9, false))), "sgd must have no momentum, has 0.9");
        refused(training(t -> t.withSchedule(new Schedule.Constant(3))),
                "the learning rate must stay the same, without schedule and warm-up");
        refused(training(t -> t.withClip(1)), "gradients must not be clipped, are at 1.0");
        refused(training(t -> t.withPenalty(0.1, 0.1)), "there must be one penalty at most, are L1 and L2");
        refused(training(t -> t.withBatchSize(251)), "a mini-batch must be at most the 250 training samples, is 251");
        refused(training(t -> new Training(t.loss(), t.optimizer(), t.batchSize(), t.epochs(), true, t.seed(), t.l1(), t.l2(),
                t.schedule(), t.clip())), "the samples must not be shuffled, are in every epoch");
    }

    @Test
    void layersThatThePlaygroundDoesNotHaveAreSaid() throws Exception {
        Layer.Dense output = dense(1, Activation.TANH);
        refused(layers(dense(4, Activation.TANH), new Layer.Dropout(0.2), output), "all layers must be dense, layer 2 is dropout");
        refused(layers(dense(4, Activation.TANH), dense(2, Activation.RELU), output),
                "all hidden layers must have the same activation, layer 1 has tanh, layer 2 relu");
        refused(layers(dense(4, Activation.GELU), output),
                "the activation must be one of relu, tanh, sigmoid, linear, is gelu in layer 1");
        refused(layers(dense(2, Activation.TANH)), "the last layer must be 1 tanh unit, is 2 tanh");
        refused(layers(dense(1, Activation.LINEAR)), "the last layer must be 1 tanh unit, is 1 linear");
        refused(layers(dense(65, Activation.TANH), output), "a hidden layer must have at most 64 units, layer 1 has 65");
        refused(layers(Collections.nCopies(14, output).toArray(Layer[]::new)),
                "there must be at most 12 hidden layers, are 13");
        refused(layers(dense(4, Activation.TANH).withBias(false), output), "all layers must have biases, layer 1 has none");
        refused(layers(dense(4, Activation.TANH), new Layer.Dense(1, Activation.TANH)), "weights must start uniform within 0.5"
                + " and biases at 0.1, or all at 0; those of layer 2 start otherwise");
        refused(layers(new Layer.Dense(4, Activation.TANH, Initializer.Standard.ZEROS), output), "weights must start uniform"
                + " within 0.5 and biases at 0.1, or all at 0; those of layer 2 start otherwise");
    }

    @Test
    void whatALinkDoesNotSayMayBeAnything() throws Exception {
        Experiment first = PlaygroundLink.read(FIRST).experiment();
        Experiment other = first.withTitle("Mine").withFeatures(List.of("x2", "x1")).withDevice(Device.CPU)
                .withModel(network(first).withSeed(7)).withTraining(first.training().withEpochs(3).withSeed(8));
        assertThat(text(other)).isEqualTo(FIRST);
    }
}
