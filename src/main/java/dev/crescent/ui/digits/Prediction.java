package dev.crescent.ui.digits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a network says about one drawing.
///
/// @param classNames 2 to 10 of them
/// @param probabilities one a class, from 0 to 1; views copy them
/// @param asDrawn the same of the drawing as it lies on the pad, not centered; null if it is not known
/// @param state whether there is an answer
public record Prediction(List<String> classNames, float[] probabilities, float @Nullable [] asDrawn, State state) {
    /// Whether there is an answer.
    public enum State {
        /// Nothing is drawn.
        EMPTY,
        /// The largest probability is below the threshold.
        UNSURE,
        /// The drawing is like nothing that the network was trained on, whatever the probabilities are.
        UNFAMILIAR,
        /// The class with the largest probability is the answer.
        SURE
    }

    /// @throws IllegalArgumentException if names and probabilities differ in number
    public Prediction {
        classNames = List.copyOf(classNames);
        if (probabilities.length != classNames.size() || asDrawn != null && asDrawn.length != classNames.size()) {
            throw new IllegalArgumentException("A prediction needs one probability for each of its "
                    + classNames.size() + " classes, not " + probabilities.length);
        }
    }

    /// Of a drawing that is not known without centering.
    public Prediction(List<String> classNames, float[] probabilities, State state) {
        this(classNames, probabilities, null, state);
    }

    /// Nothing is drawn.
    public static Prediction empty(List<String> classNames) {
        return new Prediction(classNames, new float[classNames.size()], State.EMPTY);
    }
}
