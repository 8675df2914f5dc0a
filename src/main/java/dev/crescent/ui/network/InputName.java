package dev.crescent.ui.network;

import dev.crescent.data.Dataset;
import dev.crescent.data.PlaneFeatures;
import dev.crescent.ui.Texts;
import java.util.List;

/// What one of a network's inputs is called: a formula over the plane, a column of a table, or both.
///
/// @param formula such as `x1^2`; empty for a column that no formula reads
/// @param word a column's name as the table has it; empty for a formula
public record InputName(String formula, String word) {
    private static final List<String> VARIABLES = List.of("x1", "x2");

    /// A formula over the plane.
    public static InputName formula(String formula) {
        return new InputName(formula, "");
    }

    /// A name that is no mathematics, whatever it looks like: a column called `2020` is no number.
    public static InputName word(String word) {
        return new InputName("", word);
    }

    /// Formulas over points that are only points.
    public static List<InputName> formulas(List<String> formulas) {
        return formulas.stream().map(InputName::formula).toList();
    }

    /// One name an input of a data set.
    public static List<InputName> of(Dataset data) {
        return of(data, data.inputNames());
    }

    /// One name an input. A table's columns go by their own names; beside formulas, which say x₁ and x₂, those names
    /// say which of the two a column is.
    ///
    /// @param features of the plane, if the data lie in one
    public static List<InputName> of(Dataset data, List<String> features) {
        PlaneFeatures plane = data.plane();
        if (plane == null) {
            return data.inputNames().stream().map(InputName::word).toList();
        }
        if (plane.axes().equals(VARIABLES)) {
            return formulas(features);
        }
        boolean mixed = features.stream().anyMatch(feature -> column(feature) < 0);
        return features.stream().map(feature -> column(feature) < 0 ? formula(feature)
                : new InputName(mixed ? feature.strip() : "", plane.axes().get(column(feature)))).toList();
    }

    /// What stands for an image's pixels.
    public static List<InputName> pixels() {
        return List.of(word(Texts.get("network.pixels")));
    }

    private static int column(String feature) {
        return VARIABLES.indexOf(feature.strip());
    }

    /// In plain text: x₁², "bill length", "x₁ bill length".
    public String text() {
        return (formula.isEmpty() ? "" : MathNames.pretty(formula) + " ").concat(word).strip();
    }
}
