package dev.crescent.ui.zoom;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Where nodes are in the tree of a scene. On the JavaFX thread.
public final class Nodes {
    private Nodes() {}

    /// Whether a node is another one, or somewhere in it.
    public static boolean isWithin(@Nullable Node node, Node whole) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == whole) {
                return true;
            }
        }
        return false;
    }
}
