package dev.crescent.lesson;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// The lessons that come with Crescent.
public final class Lessons {
    private static final String FOLDER = "/dev/crescent/lessons/";

    private Lessons() {}

    /// Eight scenes from one neuron to a drawing that is read. Reads files; not on the JavaFX thread.
    ///
    /// @param language such as `de`; what has no words in it is English
    public static Lesson tour(String language) {
        Lesson english = LessonReader.read(text(FOLDER + "tour.crescent"));
        Properties words = words(FOLDER + "tour_" + language + ".properties");
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < english.scenes().size(); i++) {
            Scene scene = english.scenes().get(i);
            List<Beat> beats = new ArrayList<>();
            for (int b = 0; b < scene.beats().size(); b++) {
                Beat beat = scene.beats().get(b);
                beats.add(beat.withCaption(words.getProperty(i + ".caption." + b, beat.caption())));
            }
            scenes.add(new Scene(words.getProperty(i + ".title", scene.title()), beats));
        }
        return new Lesson(english.title(), scenes);
    }

    private static Properties words(String file) {
        Properties words = new Properties();
        if (Lessons.class.getResource(file) != null) {
            try (StringReader in = new StringReader(text(file))) {
                words.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return words;
    }

    private static String text(String file) {
        try (InputStream in = Lessons.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Crescent's installation is damaged, install it again", e);
        }
    }
}
