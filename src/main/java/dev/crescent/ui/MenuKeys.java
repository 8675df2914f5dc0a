package dev.crescent.ui;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// A menu item's keys, named as they are on the keyboards of the window's language: the toolkit has English names only.
public final class MenuKeys extends KeyCombination {
    private final KeyCombination keys;

    private MenuKeys(KeyCombination keys) {
        super(keys.getShift(), keys.getControl(), keys.getAlt(), keys.getMeta(), keys.getShortcut());
        this.keys = keys;
    }

    /// @param keys as [KeyCombination#valueOf] reads them
    public static KeyCombination of(String keys) {
        return new MenuKeys(KeyCombination.valueOf(keys));
    }

    @Override
    public boolean match(KeyEvent event) {
        return keys.match(event);
    }

    @Override
    public String getName() {
        return keys.getName();
    }

    @Override
    public String getDisplayText() {
        String english = keys.getDisplayText();
        return english.replace("Ctrl+", Texts.get("key.control") + "+").replace("Shift+", Texts.get("key.shift") + "+");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MenuKeys more && keys.equals(more.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }
}
