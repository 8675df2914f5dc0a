package dev.crescent.ui.pen;

import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Scenes that are drawn for a file and not for a window: canvases remember how they were painted, and what is made of pixels
/// is made of more of them.
public final class FileScenes {
    private static final String DENSITY = FileScenes.class.getName();

    private FileScenes() {}

    /// Makes a scene one of them, before anything in it is painted.
    ///
    /// @param density the pixels of images for each of the layout's, 1 or more
    public static void mark(Scene scene, double density) {
        scene.getProperties().put(DENSITY, density);
    }

    /// Whether a scene is one of them.
    public static boolean isDrawnForFile(@Nullable Scene scene) {
        return scene != null && scene.hasProperties() && scene.getProperties().containsKey(DENSITY);
    }

    /// The pixels of images for each of the layout's; 1 in all other scenes.
    public static double density(@Nullable Scene scene) {
        return scene != null && isDrawnForFile(scene) && scene.getProperties().get(DENSITY) instanceof Double density ? density : 1;
    }
}
