package dev.crescent.experiment;

/// Says a formula in another language, from its innermost parts outwards. Asked by [Formula#translate].
///
/// @param <T> what a part becomes
public interface FormulaTranslator<T> {
    /// A number, 0 or above; pi is [Math#PI].
    T number(double value);

    /// @param index among the formula's variables
    T variable(int index);

    /// @param operator one of `+ - * / ^`
    T operation(char operator, T left, T right);

    T negative(T of);

    /// @param function one of `sin cos tan exp log sqrt abs tanh`
    T call(String function, T argument);
}
