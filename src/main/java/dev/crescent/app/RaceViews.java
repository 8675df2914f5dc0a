package dev.crescent.app;

import dev.crescent.insight.landscape.Ground;
import dev.crescent.insight.landscape.Place;
import dev.crescent.insight.race.Finish;
import dev.crescent.insight.race.RaceMoment;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.landscape.Landscape;
import dev.crescent.ui.landscape.Track;
import dev.crescent.ui.loss.RaceCurves;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.race.Lane;
import dev.crescent.ui.race.RaceTable;
import dev.crescent.ui.race.RaceView;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The views of a race on the network, with their headers and captions. All methods run on the JavaFX thread.
final class RaceViews {
    private static final double PADDING = 16;
    private static final double NUMBERS = 296;
    private static final double HEADER = 40;
    /// A smaller distance is none: weights have seven digits.
    private static final double ROUNDING = 1e-6;

    private final LandscapePanels landscape = new LandscapePanels("networkRace");
    private final Label trustTitle = new Label(Texts.get("networkRace.trust"));
    private final RaceTable trust = new RaceTable("",
            List.of(Texts.get("networkRace.off"), Texts.get("networkRace.drawn"), Texts.get("networkRace.actual")));
    private final RaceTable results = new RaceTable(Texts.get("networkRace.results"),
            List.of(Texts.get("networkRace.place"), Texts.get("networkRace.steps"), Texts.get("networkRace.epochs"),
                    Texts.get("networkRace.seconds")));
    private final Label measured = new Label();
    private final RaceView race = new RaceView();
    private final Button renew = new Button(Texts.get("networkRace.renew"), new FontIcon(Feather.ROTATE_CCW));
    private final RaceCurves curves = new RaceCurves();
    private final Label curvesTitle = new Label();
    private final Label curvesKind = new Label();
    private final Pane content;
    private String curvesOf = "picture.raceLoss";

    /// @param restart begins the race anew
    RaceViews(Runnable restart) {
        landscape.setEmptyText(Texts.get("networkRace.empty"));
        trustTitle.getStyleClass().add("panel-title");
        trustTitle.setMinHeight(HEADER);
        trust.setId("networkRace.trust");
        results.setId("networkRace.results");
        Tooltip.install(results, new Tooltip(Texts.get("networkRace.secondsHint")));
        renew.setId("networkRace.renew");
        renew.getStyleClass().add("small-control");
        Hint.give(renew, Texts.get("networkRace.renewHint"));
        renew.setMinWidth(Region.USE_PREF_SIZE);
        renew.setOnAction(e -> restart.run());
        race.setBeside(renew);
        content = new RaceLayout(landscape(landscape.map(), "panel-edge-right"), landscape(landscape.surface(), "panel-edge-none"),
                numbers(), NUMBERS, panel(race, "panel-edge-top"), curvesPanel());
        content.getStyleClass().add("race-room");
        showOutdated(false);
    }

    Pane content() {
        return content;
    }

    /// Only the landscape in 3-D.
    Region surface() {
        return landscape.picture();
    }

    RaceView race() {
        return race;
    }

    /// What there are pictures of.
    List<ShownView> pictures(DescentSheets sheets) {
        List<ShownView> all = new ArrayList<>(landscape.pictures(sheets));
        all.add(sheets.lanes(race, List.of(results)));
        all.add(sheets.curves(curves, () -> Texts.get(curvesOf)));
        return all;
    }

    /// One racer stands out in all of them.
    void bindSelected(IntegerProperty selected) {
        landscape.bindSelected(selected);
        race.selectedProperty().bindBidirectional(selected);
    }

    void setTheme(Palette colors) {
        landscape.setTheme(colors);
        trust.setTheme(colors);
        results.setTheme(colors);
        race.setTheme(colors);
        curves.setTheme(colors);
    }

    /// Shows how the race stands.
    ///
    /// @param about what the lanes show, a few words
    /// @param fields of the lanes, one an entry; empty for none
    /// @param selected which racer stands out; -1 for none
    void show(RaceMoment now, String about, List<RaceEntries.Entry> entries, List<Lane.Field> fields, int selected) {
        race.show(about, RaceStandings.lanes(now, entries, fields));
        results.show(RaceStandings.results(now, entries));
        List<RaceCurves.Curve> lines = RaceStandings.curves(now, entries);
        Finish finish = now.finish();
        if (finish.measure() == Finish.Measure.LOSS) {
            curves.showLosses(lines, selected, finish.value());
            curvesOf = "picture.raceLoss";
            curvesTitle.setText(Texts.get("networkRace.curvesLoss"));
            curvesKind.setText(Texts.get(curves.isLogarithmic() ? "landscape.log" : "landscape.linear"));
        } else {
            curves.showAccuracies(lines, selected, finish.value());
            boolean tested = now.terms().dataset().test().count() > 0;
            curvesOf = tested ? "picture.raceAccuracy" : "picture.raceTraining";
            curvesTitle.setText(Texts.get(tested ? "networkRace.curvesAccuracy" : "networkRace.curvesTraining"));
            curvesKind.setText("");
        }
    }

    /// Says whether the race is of another network than that on the bench.
    void showOutdated(boolean outdated) {
        renew.setVisible(outdated);
        renew.setManaged(outdated);
    }

    void show(Landscape of) {
        landscape.show(of);
    }

    /// Says below the pictures what they show.
    void showCaption(LandscapeWorker.Found found, int paths) {
        Ground ground = found.ground();
        landscape.showCaption(found.held(), Texts.get(ground.components() ? "descent.acrossComponent" : "descent.acrossAlone"),
                Texts.get(ground.components() ? "descent.upComponent" : "descent.upAlone"), "",
                Texts.get("networkRace.ofVariance", paths));
        measured.setText(LandscapeTexts.measured(found));
    }

    /// Says below the map what the bold line is.
    void showFinishLine(boolean there) {
        landscape.showMapHint(there ? Texts.get("networkRace.finishLine") : "");
    }

    /// Shows how far off the pictures are.
    ///
    /// @param balls where they are, one a track
    /// @param actual the true losses there
    void showTrust(LandscapeWorker.Found found, Landscape of, List<Place> balls, List<Double> actual) {
        List<RaceTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < balls.size(); i++) {
            Track track = of.tracks().get(i);
            double drawn = LandscapeTexts.drawn(of, found, landscape.drawn(i), balls.get(i));
            double off = balls.get(i).distance();
            rows.add(new RaceTable.Row(track.letter(), track.color(), List.of(Numbers.loss(off < ROUNDING ? 0 : off),
                    Numbers.loss(drawn), Numbers.loss(actual.get(i)))));
        }
        trust.show(rows);
        showTrust(true);
    }

    private void showTrust(boolean there) {
        for (Region region : List.of(trustTitle, trust)) {
            region.setVisible(there);
            region.setManaged(there);
        }
    }

    /// Shows no landscape.
    ///
    /// @param sentence why; empty while there is no path yet
    void showNoLandscape(String sentence) {
        landscape.showNothing(sentence);
        showTrust(false);
        measured.setText("");
    }

    /// Shows no race at all.
    ///
    /// @param sentence why
    void showNothing(String sentence) {
        showNoLandscape(sentence);
        race.show("", List.of());
        results.show(List.of());
        curves.showLosses(List.of(), -1, Double.NaN);
    }

    private static Region landscape(Region panel, String edge) {
        panel.getStyleClass().addAll("panel", "landscape-panel", edge);
        return panel;
    }

    private Region numbers() {
        measured.getStyleClass().add("caption");
        measured.setId("networkRace.measured");
        measured.setWrapText(true);
        measured.setMinHeight(Region.USE_PREF_SIZE);
        VBox inside = new VBox(trustTitle, trust, results, measured);
        ScrollPane scroll = new ScrollPane(inside);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(scroll);
        box.getStyleClass().addAll("panel", "panel-edge-left");
        VBox.setMargin(results, new Insets(8, 0, 8, 0));
        box.setPadding(new Insets(0, PADDING, 8, PADDING));
        return box;
    }

    private Region curvesPanel() {
        curvesTitle.getStyleClass().add("panel-title");
        curvesKind.getStyleClass().add("caption");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(curvesTitle, space, curvesKind);
        header.getStyleClass().add("panel-header");
        curves.setMinHeight(0);
        VBox.setVgrow(curves, Priority.ALWAYS);
        return panel(new VBox(header, curves), "race-corner");
    }

    private static VBox panel(VBox inside, String edge) {
        inside.getStyleClass().addAll("panel", edge);
        inside.setPadding(new Insets(0, PADDING, 8, PADDING));
        return inside;
    }
}
