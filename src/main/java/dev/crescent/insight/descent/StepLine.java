package dev.crescent.insight.descent;

/// One line of an optimizer's step: `target <- right`.
///
/// Both sides are written in the grammar of [dev.crescent.experiment.Formula], with `*`, `^` and parentheses, over these
/// names: `w` the weight, `g` its gradient, `t` the step's number, `eta` the learning rate, `epsilon`; `m` and `mhat`
/// mean gradients, `v` a velocity or, beside `m`, mean squares, `vhat`, `a` accumulated squares, `b` those of updates,
/// `c` and `d` what is only of this step; `mu`, `nu` and `M` NAdam's shares of momentum now, next, and their product. Lion
/// has the function `sign`. A name on the right that is also the target means its value before the line.
///
/// @param right with names, the settings as numbers: `0.9*m + 0.1*g`
/// @param numbers the same with the numbers of now, rounded: `0.9*0.0078 + 0.1*(-0.0017)`
/// @param result what the target has after the line
/// @param shown the result as text, with as many digits as its change needs
/// @param caption one plain sentence on what the line is for
public record StepLine(String target, String right, String numbers, double result, String shown, String caption) {
    /// The whole line: `m <- 0.9*m + 0.1*g`.
    public String formula() {
        return target + " <- " + right;
    }
}
