package dev.crescent.export.code;

import dev.crescent.export.WholeFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A program as text, and the file with its arrays that has to lie beside it.
///
/// @param companion the name of that file; null if the program holds all of its numbers itself
/// @param companionContent what that file is to hold
public record Program(String text, @Nullable String companion, WholeFile.Content companionContent) {
    /// The program's own file, in UTF-8.
    public WholeFile.Content content() {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
