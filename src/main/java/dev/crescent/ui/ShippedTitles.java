package dev.crescent.ui;

import java.util.Locale;

/// The titles of the experiments that come with Crescent, in the language of the window; in their files they are English.
public final class ShippedTitles {
    private ShippedTitles() {}

    /// An experiment's title as the window shows it. One that nobody shipped is the user's own and stays as it is.
    public static String local(String title) {
        String key = "shipped." + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return Texts.language() != Language.ENGLISH && Texts.has(key) ? Texts.get(key) : title;
    }
}
