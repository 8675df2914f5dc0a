package dev.crescent.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Adapts a style sheet of components to who needs it otherwise: wider edges, larger small print.
///
/// @param wideEdges whether borders and the edges of backgrounds are 2 pixels wide where they are 1
/// @param leastText sizes of fonts below this are raised to it, in pixels
record Rewriting(boolean wideEdges, double leastText) {
    /// The edge of a background that is laid over another one, and the lines of a border.
    private static final Pattern EDGES = Pattern.compile("-fx-background-insets:[^;]*\\b0, 1px;|-fx-border-width:[^;]*;");
    private static final Pattern SIZE = Pattern.compile("(-font-size: )([0-9.]+)px");

    /// The address of a sheet as adapted, which is a data URL unless nothing is to be changed.
    String of(URL sheet) {
        if (!wideEdges && leastText <= 0) {
            return sheet.toExternalForm();
        }
        try (InputStream in = sheet.openStream()) {
            byte[] adapted = adapt(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            return "data:text/css;base64," + Base64.getEncoder().encodeToString(adapted);
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet " + sheet + " cannot be read", e);
        }
    }

    String adapt(String css) {
        String wide = wideEdges ? EDGES.matcher(css).replaceAll(edge -> edge.group().replaceAll("\\b1px", "2px")) : css;
        return SIZE.matcher(wide).replaceAll(this::raised);
    }

    private String raised(MatchResult size) {
        return size.group(1) + Math.max(leastText, Double.parseDouble(size.group(2))) + "px";
    }
}
