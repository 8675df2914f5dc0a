package dev.crescent.app;

import dev.crescent.insight.descent.PlaneFunction;
import dev.crescent.insight.descent.TestFunction;
import dev.crescent.ui.FormulaLabel;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.landscape.CaptionLine;
import dev.crescent.ui.landscape.Landscape;
import dev.crescent.ui.landscape.LegendHeader;
import dev.crescent.ui.landscape.MapTint;
import dev.crescent.ui.landscape.MapView;
import dev.crescent.ui.landscape.Measured;
import dev.crescent.ui.landscape.RampLegend;
import dev.crescent.ui.landscape.SurfaceView;
import dev.crescent.ui.loss.RaceCurves;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.race.LensView;
import dev.crescent.ui.race.RaceView;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The views of a race down a function, with their headers and captions. All methods run on the JavaFX thread.
final class FunctionViews {
    private static final double PADDING = 16;
    private static final double LENS = 308;
    /// Between the formula and the hint beside it.
    private static final double BESIDE = 16;

    private final MapView map = new MapView();
    private final SurfaceView surface = new SurfaceView();
    private final RampLegend legend = new RampLegend();
    private final Label name = new Label();
    private final CaptionLine mapCaption = new CaptionLine();
    private final HBox formula = new HBox();
    private final Label hint = caption(Texts.get("function.surfaceHint"));
    private final LensView lens = new LensView();
    private final RaceView race = new RaceView();
    private final RaceCurves curves = new RaceCurves();
    private final Label curvesKind = caption("");
    private final Pane content;
    private Landscape landscape = Landscape.EMPTY;
    private double floor;
    private String about = "";
    private String written = "";
    private double writtenIn;

    FunctionViews() {
        map.setMeasured(Measured.VALUE);
        surface.setMeasured(Measured.VALUE);
        legend.setMeasured(Measured.VALUE);
        mapCaption.showHint(Texts.get("function.mapHint"));
        name.getStyleClass().add("panel-title");
        name.setMinWidth(Label.USE_PREF_SIZE);
        content = new RaceLayout(mapPanel(), surfacePanel(), panel(lens, "panel-edge-left"), LENS,
                panel(race, "panel-edge-top"), curvesPanel());
        content.getStyleClass().add("function-descent");
    }

    Pane content() {
        return content;
    }

    MapView map() {
        return map;
    }

    LensView lens() {
        return lens;
    }

    RaceView race() {
        return race;
    }

    /// One racer stands out in all of them.
    void bindSelected(IntegerProperty selected) {
        map.selectedProperty().bindBidirectional(selected);
        surface.selectedProperty().bindBidirectional(selected);
        race.selectedProperty().bindBidirectional(selected);
    }

    void setTheme(Palette colors) {
        map.setTheme(colors);
        surface.setTheme(colors);
        legend.setTheme(colors);
        lens.setTheme(colors);
        race.setTheme(colors);
        curves.setTheme(colors);
    }

    /// What there are pictures of.
    ///
    /// @param tint the map's in the colors of a theme; null for none
    List<ShownView> pictures(FunctionRace of, Function<Palette, @Nullable MapTint> tint) {
        DescentSheets sheets = new DescentSheets(Titles.fileName(title(of.function())), () -> title(of.function()),
                () -> Texts.get("picture.step", Numbers.exact(of.steps())));
        List<ShownView> all = new ArrayList<>(sheets.map(map, tint, Measured.VALUE, () -> List.of(formulaOf(of), DescentSheets.line(mapCaption.text()))));
        all.addAll(sheets.surface(surface, map, Measured.VALUE, () -> List.of(formulaOf(of))));
        all.add(sheets.lanes(race, List.of()));
        all.add(sheets.curves(curves, () -> Texts.get("picture.raceValues")));
        return all;
    }

    private static Node formulaOf(FunctionRace of) {
        return new FormulaLabel("f = " + of.function().formula());
    }

    /// Shows a race's function; its racers are shown by [#show].
    void showFunction(FunctionRace of) {
        PlaneFunction function = of.function();
        FunctionLandscape ground = FunctionLandscape.of(function, of.minima());
        floor = ground.floor();
        landscape = ground.landscape();
        surface.clear(); // the new one is seen with its highest corner behind
        legend.show(landscape.scale());
        name.setText(title(function));
        about = switch (function) {
            case TestFunction known -> Texts.get("function." + known.id() + ".about");
            default -> Texts.get("function.own.about");
        };
        mapCaption.show(about);
        written = "f = " + function.formula();
        writtenIn = 0;
        formula.requestLayout();
    }

    private static String title(PlaneFunction function) {
        return Texts.get(function instanceof TestFunction known ? "function." + known.id() : "function.own");
    }

    /// @param selected which racer stands out; -1 for none
    void show(FunctionRace of, int selected) {
        Landscape now = landscape.withTracks(of.racers().stream().map(Racer::track).toList());
        map.show(now);
        surface.show(now);
        race.show(Texts.get("race.subject", Numbers.exact(of.steps()), Numbers.percent(Racer.NEAR, 1)), Standings.lanes(of, floor));
        curves.show(Standings.curves(of), selected, floor);
        curvesKind.setText(Texts.get(curves.isLogarithmic() ? "landscape.log" : "landscape.linear"));
    }

    /// @param tint null for none
    /// @param optimizer whose basins these are; empty where none are wanted
    void showTint(@Nullable MapTint tint, String optimizer) {
        map.setTint(tint);
        if (optimizer.isEmpty()) {
            mapCaption.show(about);
        } else {
            mapCaption.show(Texts.get("function.basinsOf"), " " + optimizer + " ", Texts.get("function.basinsEnd"));
        }
    }

    private VBox mapPanel() {
        Label subject = new Label(Texts.get("function.fromAbove"));
        subject.getStyleClass().add("muted");
        HBox header = new HBox(name, subject);
        header.getStyleClass().add("panel-header");
        VBox.setVgrow(map, Priority.ALWAYS);
        VBox.setMargin(mapCaption, new Insets(6, 0, 0, 0));
        return panel(new VBox(header, map, mapCaption), "panel-edge-right");
    }

    private VBox surfacePanel() {
        LegendHeader header = new LegendHeader(Texts.get("function.surface"), legend);
        hint.setMinWidth(Label.USE_PREF_SIZE);
        HBox line = new HBox(BESIDE, formula, space(), hint);
        line.setAlignment(Pos.CENTER_LEFT);
        formula.setMinWidth(0);
        line.widthProperty().subscribe(this::writeFormula);
        VBox.setVgrow(surface, Priority.ALWAYS);
        VBox.setMargin(line, new Insets(6, 0, 0, 0));
        VBox box = new VBox(header, surface, line) {
            @Override
            protected void layoutChildren() {
                writeFormula();
                super.layoutChildren();
            }
        };
        return panel(box, "panel-edge-none");
    }

    /// As much of the formula as there is room for.
    private void writeFormula() {
        double room = Math.max(60, surface.getWidth() - 2 * BESIDE - Math.ceil(hint.prefWidth(-1)));
        if (room != writtenIn && surface.getWidth() > 0) {
            writtenIn = room;
            formula.getChildren().setAll(new FormulaLabel(written, room));
        }
    }

    private VBox curvesPanel() {
        Label title = new Label(Texts.get("race.curves"));
        title.getStyleClass().add("panel-title");
        HBox header = new HBox(title, space(), curvesKind);
        header.getStyleClass().add("panel-header");
        curves.setMinHeight(0);
        VBox.setVgrow(curves, Priority.ALWAYS);
        return panel(new VBox(header, curves), "race-corner");
    }

    private static VBox panel(VBox inside, String edge) {
        inside.getStyleClass().add(edge);
        inside.getStyleClass().add("panel");
        inside.setPadding(new Insets(0, PADDING, 8, PADDING));
        return inside;
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        return label;
    }

    private static Node space() {
        Pane space = new Pane();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
