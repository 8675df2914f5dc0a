package dev.crescent.lesson;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The lessons that come with Crescent.
public final class Lessons {
    private static final String FILE = "/dev/crescent/lessons/tour.crescent";

    private Lessons() {}

    /// Eight scenes from one neuron to a drawing that is read. Reads files; not on the JavaFX thread.
    public static Lesson tour() {
        try (InputStream in = Lessons.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new FileNotFoundException(FILE);
            }
            return LessonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Crescent's installation is damaged, install it again", e);
        }
    }
}
