package dev.crescent.app;

import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// One of the landscapes of the descent room. All methods are called on the JavaFX thread.
interface DescentPart extends AutoCloseable {
    /// Its settings, one row high.
    Region bar();

    /// What runs it, in the place of training's own controls; empty where it is training that is shown.
    default List<Node> transport() {
        return List.of();
    }

    /// All below.
    Region content();

    /// What there are pictures of, besides those of what is on the bench.
    List<ShownView> pictures();

    void setTheme(Palette colors);

    /// It is shown from now on.
    void enter();

    /// Brings it up to date; called once a frame while it is shown.
    ///
    /// @param now nanoseconds of the frame's clock
    void frame(long now);

    /// Takes a key before the rest of the window does.
    ///
    /// @return whether the key was its to take
    default boolean take(KeyEvent event) {
        return false;
    }

    /// It is not shown any more: what nobody sees is not computed.
    void leave();

    @Override
    void close();
}
