package dev.crescent.ui.points;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;

/// Four corners in the background's color that make what lies below them look rounded. A rounded clip would be the
/// obvious way, but has the software pipeline paint everything twice.
final class RoundCorners extends Group {
    private static final double RADIUS = 8;

    RoundCorners() {
        for (int i = 0; i < 4; i++) {
            SVGPath corner = new SVGPath();
            corner.setContent("M0 0 H8 A8 8 0 0 0 0 8 Z");
            corner.setRotate(90 * i);
            getChildren().add(corner);
        }
        setManaged(false);
        setMouseTransparent(true);
    }

    void setColor(Color color) {
        getChildren().forEach(corner -> ((SVGPath) corner).setFill(color));
    }

    void resize(double side) {
        double far = side - RADIUS;
        double[][] places = {{0, 0}, {far, 0}, {far, far}, {0, far}};
        for (int i = 0; i < 4; i++) {
            getChildren().get(i).relocate(places[i][0], places[i][1]);
        }
    }
}
