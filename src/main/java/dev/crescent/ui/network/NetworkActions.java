package dev.crescent.ui.network;

import javafx.scene.Node;

/// What the parts of the network view ask for; the view turns it into changed networks for its listener.
interface NetworkActions {
    /// @param units clamped to what is possible
    void setUnits(int layer, int units);

    /// Inserts a layer before layer number `before`, of a kind that the user chooses where there are several.
    ///
    /// @param plus the button that was pressed
    void insert(Node plus, int before);

    void remove(int layer);

    /// Moves a layer and what belongs to it before another.
    void move(int layer, int before);

    void moveLeft(int layer);

    void moveRight(int layer);

    /// Opens the popover of a layer.
    void open(int layer);

    boolean canInsert();

    /// Gives the keyboard to a layer's units.
    ///
    /// @param layer -1 for the features
    void focusUnits(int layer);
}
