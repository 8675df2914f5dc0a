package dev.crescent.ui;

import java.util.Locale;

/// A language that the window speaks. The command line and files are always English.
public enum Language {
    ENGLISH("en", "English", Locale.ROOT),
    GERMAN("de", "Deutsch", Locale.GERMAN);

    private final String id;
    private final String ownName;
    private final Locale numbers;

    Language(String id, String ownName, Locale numbers) {
        this.id = id;
        this.ownName = ownName;
        this.numbers = numbers;
    }

    /// As preferences name it: ISO 639's two letters.
    public String id() {
        return id;
    }

    /// What its speakers call it, for a list to choose from.
    public String ownName() {
        return ownName;
    }

    /// What the toolkit's own words are looked up by.
    public Locale locale() {
        return Locale.of(id);
    }

    /// How numbers are written.
    Locale numbers() {
        return numbers;
    }

    /// The language to speak.
    ///
    /// @param wish an id; anything else, as nothing, asks for the system's language
    /// @param system where that is a language nobody translated to, it is English
    public static Language of(String wish, Locale system) {
        for (Language language : values()) {
            if (language.id.equals(wish)) {
                return language;
            }
        }
        for (Language language : values()) {
            if (language.id.equals(system.getLanguage())) {
                return language;
            }
        }
        return ENGLISH;
    }
}
