package dev.crescent.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The color tokens of one theme, read from its style sheets.
///
/// @param colors by name without the leading `-color-`: `fg-default`, `class-0`
record Tokens(Map<String, Color> colors) {
    private static final Pattern LINE =
            Pattern.compile("^\\s*-color-([a-z0-9-]+):\\s*(#[0-9a-fA-F]{6}|rgba\\([^)]*\\));", Pattern.MULTILINE);

    Tokens {
        colors = Map.copyOf(colors);
    }

    static Tokens of(Theme theme) {
        Map<String, Color> found = new HashMap<>();
        theme.tokenSheets().forEach(sheet -> read(sheet, found));
        return new Tokens(found);
    }

    private static void read(URL sheet, Map<String, Color> found) {
        try (InputStream in = sheet.openStream()) {
            Matcher line = LINE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (line.find()) {
                found.put(line.group(1), Color.web(line.group(2)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet " + sheet + " cannot be read", e);
        }
    }

    Color color(String name) {
        Color color = colors.get(name);
        if (color == null) {
            throw new IllegalArgumentException("No color token -color-" + name + " in the theme's style sheet");
        }
        return color;
    }

    int argb(String name) {
        return Palette.argb(color(name));
    }

    int[] argb(String prefix, int count) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = argb(prefix + i);
        }
        return values;
    }
}
