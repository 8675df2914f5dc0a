package dev.crescent.experiment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A constant that has a name in experiment files, such as `leaky-relu`.
public interface Named {
    /// The name in files, on the command line and in the window.
    String id();

    /// The constant of that name, if there is one.
    static <E extends Enum<E> & Named> Optional<E> find(Class<E> type, String id) {
        return Arrays.stream(type.getEnumConstants()).filter(e -> e.id().equals(id)).findFirst();
    }

    /// All names of a type, for a sentence: `none, standardize, min-max, unit`.
    static <E extends Enum<E> & Named> String list(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Named::id).collect(Collectors.joining(", "));
    }

    /// `LEAKY_RELU` becomes `leaky-relu`.
    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
