package dev.crescent.app;

import dev.crescent.ui.Sentences;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;

/// What the user is told, in the language of the window, over the upper edge of the panels, so that nothing moves away from under the mouse: above what
/// stands until it is settled, because something can be done about it, and below what is only to be read.
final class Banners extends VBox {
    private final Banner standing = new Banner();
    private final Banner passing = new Banner();

    Banners() {
        getStyleClass().add("banners");
        setAlignment(Pos.TOP_CENTER);
        setPadding(new Insets(2, 16, 8, 16));
        setPickOnBounds(false);
        standing.setId("banner.standing");
        passing.setId("banner.passing");
        getChildren().setAll(standing, passing);
    }

    /// Something went wrong, and this can be done about it.
    void offer(String text, List<Banner.Action> offers) {
        passing.hide();
        standing.show(true, Sentences.local(text), offers);
    }

    /// Nothing went wrong, but this could be done.
    void suggest(String text, List<Banner.Action> offers) {
        passing.hide();
        standing.show(false, Sentences.local(text), offers);
    }

    /// Something went wrong.
    void warn(String text) {
        passing.show(true, Sentences.local(text), List.of());
    }

    /// Something worth knowing happened.
    void tell(String text) {
        passing.show(false, Sentences.local(text), List.of());
    }

    /// What was only to be read is settled: the user has changed something.
    void pass() {
        passing.hide();
    }

    /// What was offered is not possible any more.
    void withdraw() {
        standing.hide();
    }

    /// All is settled: training goes on.
    void clear() {
        passing.hide();
        standing.hide();
    }
}
