package dev.crescent.cli;

import dev.crescent.experiment.Named;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads an option that is the name of a constant. An option names a class for it, hence one for each type.
abstract class NamedReader<E extends Enum<E> & Named> implements ITypeConverter<E> {
    private final Class<E> type;

    NamedReader(Class<E> type) {
        this.type = type;
    }

    /// @throws TypeConversionException with what is wrong, as the program's sentence about the option ends
    @Override
    public final E convert(String value) {
        return Named.find(type, value).orElseThrow(() -> {
            List<String> names = Arrays.stream(type.getEnumConstants()).map(Named::id).toList();
            String all = String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
            return new TypeConversionException("must be " + (names.size() > 2 ? "one of " : "") + all + ", and is \"" + value
                    + "\"");
        });
    }
}
