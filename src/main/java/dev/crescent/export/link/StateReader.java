package dev.crescent.export.link;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Named;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Task;
import dev.crescent.export.link.PlaygroundState.DataSet;
import dev.crescent.export.link.PlaygroundState.Regularization;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what stands after the `#` of a link as TensorFlow Playground does (`State.deserializeState`): the last value of a
/// key counts, a key that is missing or empty has its default, unknown keys are ignored, and whatever is not `false` is
/// true. Where it would go on with a value that makes no sense, or take its default in silence, this says so.
final class StateReader {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    /// What the Playground goes back to if the noise is above [PlaygroundState#MOST_NOISE].
    private static final double USUAL_MOST_NOISE = 50;
    private static final double MOST_RATE = 1000;
    private static final double LEAST_TRAINING = 5;
    private static final int LONGEST_SHOWN = 40;

    private final Map<String, String> values = new HashMap<>();

    private StateReader(String hash) {
        for (String pair : hash.split("&", -1)) {
            String[] parts = pair.split("=", -1);
            values.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
        }
    }

    /// @param hash what stands after the `#`, with percent signs decoded
    /// @throws LinkException if a key has a value that it cannot have
    static PlaygroundState read(String hash) throws LinkException {
        return new StateReader(hash).state();
    }

    private PlaygroundState state() throws LinkException {
        double rate = number("regularizationRate", 0, 0, MOST_RATE, "must be a number from 0 to 1000");
        Regularization named = switch (choice("regularization", "none", List.of("none", "L1", "L2"))) {
            case "L1" -> Regularization.L1;
            case "L2" -> Regularization.L2;
            default -> Regularization.NONE;
        };
        Regularization penalty = rate == 0 ? Regularization.NONE : named;
        PlaygroundState state = new PlaygroundState(set(), noise(),
                number("percTrainData", 50, LEAST_TRAINING, 100, "must be a number from 5 to 100"), seed(), inputs(), shape(),
                activation(), flag("initZero", false),
                number("learningRate", 0.03, Double.MIN_VALUE, MOST_RATE, "must be a number above 0 and at most 1000"),
                batchSize(), penalty, penalty == Regularization.NONE ? 0 : rate, flag("showTestData", false),
                flag("discretize", false));
        // The Playground counts samples anew in every epoch, and takes a step at each multiple of the batch size.
        require(state.batchSize() <= state.trainingSamples(), "batchSize",
                "must be at most the " + state.trainingSamples() + " training samples");
        return state;
    }

    private PointSet set() throws LinkException {
        boolean regression = "regression".equals(choice("problem", "classification",
                List.of("classification", "regression")));
        List<DataSet> sets = DataSet.of(regression ? Task.REGRESSION : Task.CLASSIFICATION);
        String name = choice(regression ? "regDataset" : "dataset", sets.getFirst().name,
                sets.stream().map(one -> one.name).toList());
        return sets.stream().filter(one -> one.name.equals(name)).findFirst().orElseThrow().set;
    }

    private Activation activation() throws LinkException {
        String name = choice("activation", Activation.TANH.id(),
                PlaygroundState.ACTIVATIONS.stream().map(Named::id).toList());
        return Named.find(Activation.class, name).orElseThrow();
    }

    /// The Playground takes what is out of its slider's range as one of the range's ends.
    private double noise() throws LinkException {
        double value = number("noise", 0, -Double.MAX_VALUE, Double.MAX_VALUE, "must be a number from 0 to 80");
        return value > PlaygroundState.MOST_NOISE ? USUAL_MOST_NOISE : Math.max(0, value) + 0.0; // never -0
    }

    private long seed() {
        String text = text("seed");
        return text.isEmpty() ? LinkSeed.DEFAULT : LinkSeed.of(text);
    }

    /// An input whose control is hidden is none.
    private Set<Input> inputs() throws LinkException {
        Set<Input> on = EnumSet.noneOf(Input.class);
        for (Input input : Input.values()) {
            if (flag(input.key, input.isOnByDefault()) && !"true".equals(text(input.key + "_hide"))) {
                on.add(input);
            }
        }
        require(!on.isEmpty(), "x", "must be true, or another input must be: the network has none");
        return on;
    }

    private List<Integer> shape() throws LinkException {
        String must = "must be up to " + PlaygroundState.MOST_LAYERS + " whole numbers from 1 to "
                + PlaygroundState.MOST_UNITS + " with commas between them";
        String text = values.getOrDefault("networkShape", "4,2");
        List<Integer> shape = new ArrayList<>();
        for (String units : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            double value = value(units.strip());
            require(value == Math.rint(value) && value >= 1 && value <= PlaygroundState.MOST_UNITS
                    && shape.size() < PlaygroundState.MOST_LAYERS, "networkShape", must);
            shape.add((int) value);
        }
        return shape;
    }

    private int batchSize() throws LinkException {
        String must = "must be a whole number above 0";
        double value = number("batchSize", 10, 1, Integer.MAX_VALUE, must);
        require(value == Math.rint(value), "batchSize", must);
        return (int) value;
    }

    private double number(String key, double otherwise, double least, double most, String must) throws LinkException {
        if (text(key).isEmpty()) {
            return otherwise;
        }
        double value = value(text(key));
        require(value >= least && value <= most, key, must);
        return value;
    }

    /// NaN for what is no number, and for one with too many digits to be meant.
    private static double value(String text) {
        return text.length() <= LONGEST_SHOWN && NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    private String choice(String key, String otherwise, List<String> names) throws LinkException {
        String text = text(key);
        require(text.isEmpty() || names.contains(text), key, "must be "
                + String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast());
        return text.isEmpty() ? otherwise : text;
    }

    private boolean flag(String key, boolean otherwise) {
        return text(key).isEmpty() ? otherwise : !"false".equals(text(key));
    }

    private String text(String key) {
        return values.getOrDefault(key, "");
    }

    private void require(boolean condition, String key, String must) throws LinkException {
        if (!condition) {
            throw new LinkException(PlaygroundLink.NAME + ": " + key + ": " + must + shown(text(key)));
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "" : ", is \"" + PlaygroundLink.cut(value, LONGEST_SHOWN) + "\"";
    }
}
