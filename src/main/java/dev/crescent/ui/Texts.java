package dev.crescent.ui;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// The views' words, in the language of the user.
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.crescent.ui.views");

    private Texts() {}

    /// The text of a key, with `{0}`, `{1}`, ... replaced.
    ///
    /// @throws java.util.MissingResourceException if no bundle has the key
    public static String get(String key, Object... arguments) {
        String text = BUNDLE.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, BUNDLE.getLocale()).format(arguments);
    }
}
