package dev.crescent.ui.landscape;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;

/// What the heights of a landscape are.
public enum Measured {
    /// A network's loss; a ball off the plane has another one than is drawn below it.
    LOSS("landscape.loss", "landscape.ball", "landscape.map"),
    /// The value of a function of two variables, which every ball lies on.
    VALUE("landscape.value", "landscape.value", "landscape.valueMap");

    private final String place;
    private final String ball;
    private final String map;

    Measured(String place, String ball, String map) {
        this.place = place;
        this.ball = ball;
        this.map = map;
    }

    /// Names a height.
    String text(double height) {
        return Texts.get(place, Numbers.loss(height));
    }

    /// Names a ball's height, and that drawn below it where it may be another.
    String ball(double height, double drawn) {
        return Texts.get(ball, Numbers.loss(height), Numbers.loss(drawn));
    }

    /// What a map of such heights is to a screen reader, and its keys.
    String map() {
        return Texts.get(map);
    }

    /// The word alone.
    String word() {
        return Texts.get(place + "Name");
    }
}
