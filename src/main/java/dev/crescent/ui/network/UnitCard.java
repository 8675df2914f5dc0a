package dev.crescent.ui.network;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A card beside a unit that is pointed at, invisible until there is something to say.
abstract class UnitCard extends VBox {
    private static final double AWAY = 12;
    private static final double MOST = 220;

    final Label title = new Label();

    UnitCard() {
        super(4);
        getStyleClass().add("unit-tip");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        setViewOrder(-2);
        setMaxWidth(MOST);
        title.getStyleClass().add("panel-title");
    }

    /// What it says, for those who do not see it; empty while it is hidden.
    abstract String said();

    /// Lies beside a unit, on the right where there is room.
    final void place(Box box, double width, double height) {
        applyCss();
        double wide = Math.min(MOST, Math.ceil(prefWidth(-1)));
        resize(wide, Math.ceil(prefHeight(wide)));
        layout();
        double x = box.right() + AWAY + wide <= width - 4 ? box.right() + AWAY : Math.max(4, box.x() - AWAY - wide);
        relocate(Math.rint(x), Math.rint(Math.clamp(box.centerY() - getHeight() / 2, 4, Math.max(4, height - getHeight() - 4))));
    }
}
