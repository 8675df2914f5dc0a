package dev.crescent.app;

import dev.crescent.export.IndexedPng;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Language;
import dev.crescent.ui.zoom.Zoom;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// Takes the help's pictures of windows that are shown at 200 %, so that everything in them has twice its pixels, and
/// writes them as files. English ones come first: where another language's look the same, they are not written.
final class HelpCamera {
    private static final int WIDTH = (int) (2 * HelpPicture.WIDTH);
    private static final int HEIGHT = (int) (2 * HelpPicture.HEIGHT);
    private static final int ZOOM = 2;
    /// A menu hangs so many pixels below its button.
    private static final int BELOW = 8;
    /// Pixels that may differ by chance, as where a line is measured a moment later.
    private static final int FEW = 60;
    private static final int LITTLE = 40;
    /// What says nothing that needs another language, but is never the same to the pixel: races, and worlds in 3-D.
    private static final Set<String> WORDLESS = Set.of("landscape", "path", "gradients", "plane", "race", "function", "spotlight",
            "hidden");

    private final Path folder;
    private Language language = Language.ENGLISH;
    private boolean dark;

    HelpCamera(Path folder) {
        this.folder = folder;
    }

    void use(Language next, boolean nextDark) {
        language = next;
        dark = nextDark;
    }

    boolean isDark() {
        return dark;
    }

    /// A folder for a user who wants everything at 200 %, without motion, in this theme.
    Path home() throws IOException {
        Path home = Files.createTempDirectory("crescent-help");
        Files.writeString(new UserFolder(home).preferences(), "theme=" + (dark ? "dark" : "light")
                + "\nfontScale=200\nreducedMotion=true\nlessons.done=0,1\n");
        return home;
    }

    /// Gives a window a content of so many pixels, before zooming.
    void size(WindowBench app, double width, double height) {
        app.stage.setWidth(ZOOM * width);
        app.stage.setHeight(ZOOM * height);
        rest(app, 1);
    }

    /// Closes a window. That it is larger than the headless screen, which then complains, is no failure of it.
    static void close(WindowBench app) {
        app.failures.removeIf(e -> e.getStackTrace().length > 0
                && Arrays.stream(e.getStackTrace()).anyMatch(at -> at.getClassName().endsWith("HeadlessWindow")));
        app.close();
    }

    /// Draws frames for a while, so that what is computed in the background is there and as fine as it gets.
    void rest(WindowBench app, double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            FxExtension.pulse(app.scene());
        }
    }

    /// Takes a part of a window as wide as the frame is, in proportion.
    ///
    /// @param of what the part is found by, at its upper left corner
    /// @param right how far right of that the part begins, in the layout's pixels
    /// @param down how far below it
    /// @param width of the part
    void take(String name, Node of, double right, double down, double width) throws IOException {
        take(name, of, right, down, width, width * HEIGHT / WIDTH);
    }

    /// Takes a part of a window that has other proportions, with its background around it.
    void take(String name, Node of, double right, double down, double width, double height) throws IOException {
        Bounds at = of.localToScene(of.getLayoutBounds());
        double zoom = Zoom.of(of);
        take(name, picture(of.getScene()), new Rectangle2D(at.getMinX() + right * zoom, at.getMinY() + down * zoom,
                width * zoom, height * zoom));
    }

    /// Takes all of a window.
    void takeWhole(String name, Scene scene) throws IOException {
        WritableImage shot = picture(scene);
        take(name, shot, new Rectangle2D(0, 0, shot.getWidth(), shot.getHeight()));
    }

    /// Takes a part of a dialog that lies over the window, and closes it.
    ///
    /// @param style of what is taken within the dialog
    /// @param width of what is taken, from its left; infinite for all of it
    /// @param height of what is taken, from its top; likewise
    void takeOver(String name, WindowBench app, String style, double width, double height) throws IOException {
        Scene scene = Window.getWindows().stream().filter(window -> window != app.stage && window.isShowing())
                .map(Window::getScene).filter(each -> each.lookup(style) != null).findFirst().orElseThrow();
        scene.getWindow().sizeToScene(); // beyond the headless screen, too
        FxExtension.pulse(scene);
        FxExtension.pulse(scene);
        WritableImage shot = picture(scene);
        Node part = Objects.requireNonNull(scene.lookup(style));
        Bounds at = part.localToScene(part.getLayoutBounds());
        take(name, shot, new Rectangle2D(at.getMinX(), at.getMinY(), Math.min(at.getWidth(), width * ZOOM), Math.min(at.getHeight(), height * ZOOM)));
        scene.getWindow().hide();
    }

    /// Takes a menu that hangs open from its button.
    void takeMenu(String name, MenuButton button, double right, double down, double width, double height) throws IOException {
        button.show();
        FxExtension.pulse(button.getScene());
        PopupWindow popup = Window.getWindows().stream().filter(PopupWindow.class::isInstance).map(PopupWindow.class::cast)
                .reduce((a, b) -> b).orElseThrow();
        WritableImage shot = picture(button.getScene());
        Bounds at = button.localToScene(button.getLayoutBounds());
        Node list = popup.getScene().getRoot().getChildrenUnmodifiable().getFirst();
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        Bounds edge = list.localToParent(list.getLayoutBounds()); // without its shadow, which is in the picture
        Bounds all = list.getBoundsInParent();
        lay(list.snapshot(clear, null), shot, (int) (at.getMinX() + all.getMinX() - edge.getMinX()),
                (int) (at.getMaxY() + BELOW + all.getMinY() - edge.getMinY()));
        button.hide();
        take(name, shot, new Rectangle2D(at.getMinX() + right * ZOOM, at.getMinY() + down * ZOOM, width * ZOOM,
                height * ZOOM));
    }

    static WritableImage picture(Scene scene) {
        return scene.snapshot(null);
    }

    private static void lay(WritableImage above, WritableImage below, int right, int down) {
        for (int y = 0; y < above.getHeight(); y++) {
            for (int x = 0; x < above.getWidth(); x++) {
                int argb = above.getPixelReader().getArgb(x, y);
                int toX = x + right;
                int toY = y + down;
                if (argb >>> 24 == 255 && toX >= 0 && toY >= 0 && toX < below.getWidth() && toY < below.getHeight()) {
                    below.getPixelWriter().setArgb(toX, toY, argb);
                }
            }
        }
    }

    /// @param part in the picture's pixels
    void take(String name, WritableImage picture, Rectangle2D part) throws IOException {
        int[] rgb = Shrinking.fit(pixels(picture), (int) picture.getWidth(), part, WIDTH, HEIGHT);
        String base = name + (dark ? "-dark" : "-light");
        if (language == Language.ENGLISH) {
            IndexedPng.write(folder.resolve(base + ".png"), rgb, WIDTH, HEIGHT);
        } else {
            Path file = folder.resolve(base + "_" + language.id() + ".png");
            if (!WORDLESS.contains(name) && isOther(rgb, ImageIO.read(folder.resolve(base + ".png").toFile()))) {
                IndexedPng.write(file, rgb, WIDTH, HEIGHT);
            } else {
                Files.deleteIfExists(file);
            }
        }
        System.out.println(base + " " + language.id());
    }

    private static int[] pixels(WritableImage picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private static boolean isOther(int[] rgb, BufferedImage english) {
        int other = 0;
        for (int i = 0; i < rgb.length; i++) {
            int there = english.getRGB(i % WIDTH, i / WIDTH);
            for (int shift = 0; shift <= 16; shift += 8) {
                if (Math.abs((rgb[i] >> shift & 255) - (there >> shift & 255)) > LITTLE) {
                    other++;
                    break;
                }
            }
        }
        return other > FEW;
    }
}
