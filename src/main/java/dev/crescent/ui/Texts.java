package dev.crescent.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Properties;

/// The views' words, in the language of the user: `views.properties` is English, `views_de.properties` German. What another
/// language lacks is English.
///
/// They are read as they are, and not as resource bundles, for which English would be a fallback behind the language of
/// the machine. Until a language is chosen it is English, as for the command line and for tests.
public final class Texts {
    private static final Properties ENGLISH = read(Language.ENGLISH);
    private static volatile Words words = new Words(Language.ENGLISH, ENGLISH);

    private Texts() {}

    private record Words(Language language, Properties texts) {}

    /// Speaks a language from now on. What is shown already stays as it is: this is chosen before the first view is made.
    public static void use(Language language) {
        words = new Words(language, language == Language.ENGLISH ? ENGLISH : read(language));
    }

    /// The language that is spoken.
    public static Language language() {
        return words.language();
    }

    /// All that can be chosen.
    public static List<Language> languages() {
        return List.of(Language.values());
    }

    /// The text of a key, with `{0}`, `{1}`, ... replaced.
    ///
    /// @throws MissingResourceException if no language has the key
    public static String get(String key, Object... arguments) {
        Words now = words;
        String text = now.texts().getProperty(key, ENGLISH.getProperty(key));
        if (text == null) {
            throw new MissingResourceException("There is no text " + key, Texts.class.getName(), key);
        }
        return arguments.length == 0 ? text : new MessageFormat(text, now.language().numbers()).format(arguments);
    }

    /// Whether there is a text of a key.
    public static boolean has(String key) {
        return ENGLISH.containsKey(key);
    }

    private static Properties read(Language language) {
        String name = language == Language.ENGLISH ? "views.properties" : "views_" + language.id() + ".properties";
        Properties texts = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("Missing from the program: " + name);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
