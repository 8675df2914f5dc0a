package dev.crescent.app;

import dev.crescent.ui.Texts;
import dev.crescent.ui.landscape.Landscape;
import dev.crescent.ui.landscape.MapTint;
import dev.crescent.ui.landscape.MapView;
import dev.crescent.ui.landscape.Measured;
import dev.crescent.ui.landscape.SurfaceView;
import dev.crescent.ui.loss.RaceCurves;
import dev.crescent.ui.picture.GroundPane;
import dev.crescent.ui.picture.LanesPane;
import dev.crescent.ui.picture.Sheet;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.race.RaceTable;
import dev.crescent.ui.race.RaceView;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Pictures of what the descent room shows: landscapes, lanes and curves. All methods run on the JavaFX thread.
///
/// @param file what the files' names begin with; empty for what is on the bench
/// @param title of what is seen, such as a network or a function
/// @param caption of the moment
record DescentSheets(String file, Supplier<String> title, Supplier<String> caption) {
    private static final double CURVES = 500;

    /// The landscape from above, if there is one.
    ///
    /// @param tint its own in the colors of a theme; null for none
    /// @param said what stands with it
    List<ShownView> map(MapView map, Function<Palette, @Nullable MapTint> tint, Measured measured, Supplier<List<Node>> said) {
        return map.landscape() == null ? List.of() : List.of(new ShownView("map", file, colors -> {
            MapView again = map.again(colors);
            again.setTint(tint.apply(colors));
            return sheet(Texts.get(measured == Measured.LOSS ? "picture.map" : "picture.mapOfValues"),
                    new GroundPane(again, landscape(map), measured, said.get(), colors), Sheet.HEIGHT);
        }));
    }

    /// The same in 3-D.
    ///
    /// @param map shows the same landscape
    List<ShownView> surface(SurfaceView surface, MapView map, Measured measured, Supplier<List<Node>> said) {
        return map.landscape() == null ? List.of() : List.of(new ShownView("surface", file, colors -> sheet(
                Texts.get(measured == Measured.LOSS ? "picture.surface" : "picture.surfaceOfValues"),
                new GroundPane(surface.again(colors), landscape(map), measured, said.get(), colors), Sheet.HEIGHT)));
    }

    private static Landscape landscape(MapView map) {
        Landscape shown = map.landscape();
        return shown == null ? Landscape.EMPTY : shown;
    }

    /// The lanes of a race.
    ///
    /// @param results its table; none or one
    ShownView lanes(RaceView race, List<RaceTable> results) {
        return new ShownView("lanes", file, colors -> sheet(Texts.get("picture.lanes"),
                new LanesPane(race.again(colors), results.stream().map(table -> table.again(colors)).toList(),
                        List.of(line(race.subject()))), LanesPane.height(race.count(), !results.isEmpty())));
    }

    /// Its curves.
    ///
    /// @param subject what they are of
    ShownView curves(RaceCurves curves, Supplier<String> subject) {
        return new ShownView("race-curves", file, colors -> sheet(subject.get(), curves.again(colors), CURVES));
    }

    private Sheet sheet(String subject, Region content, double height) {
        return new Sheet(title.get(), subject, caption.get(), content, Sheet.WIDTH, height);
    }

    /// Lines that wrap; those that are empty are left out.
    static List<Node> lines(String... sentences) {
        return List.of(sentences).stream().filter(sentence -> !sentence.isBlank()).<Node>map(DescentSheets::line).toList();
    }

    /// A line that wraps.
    static Label line(String sentence) {
        Label label = new Label(sentence);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
