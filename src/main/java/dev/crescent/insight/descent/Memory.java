package dev.crescent.insight.descent;

import dev.crescent.engine.OptimizerState;
import dev.crescent.experiment.Optimizer;

/// What an optimizer remembers of one weight; 0 where it remembers no such thing.
///
/// @param momentum the velocity v of momentum, the mean gradient m of Adam and its kin
/// @param squares the accumulated squares of the gradient: a of RMSprop, Adagrad and Adadelta, v of Adam and its kin
/// @param updates the accumulated squares of Adadelta's updates, b
public record Memory(double momentum, double squares, double updates) {
    /// Nothing yet.
    public static final Memory EMPTY = new Memory(0, 0, 0);

    /// What an engine's optimizer remembers of one parameter.
    ///
    /// @param parameter its number in the engine's flat layout
    public static Memory of(Optimizer optimizer, OptimizerState state, int parameter) {
        if (state.vectors().isEmpty()) {
            return EMPTY;
        }
        double first = state.vectors().getFirst()[parameter];
        double second = state.vectors().getLast()[parameter];
        return switch (optimizer) {
            case Optimizer.Sgd _, Optimizer.Lion _ -> new Memory(first, 0, 0);
            case Optimizer.RmsProp _, Optimizer.AdaGrad _ -> new Memory(0, first, 0);
            case Optimizer.AdaDelta _ -> new Memory(0, first, second);
            case Optimizer.Adam _, Optimizer.AdamW _, Optimizer.NAdam _ -> new Memory(first, second, 0);
        };
    }
}
