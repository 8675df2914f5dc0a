package dev.crescent.app;

import dev.crescent.insight.landscape.HeldVariance;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.landscape.CaptionLine;
import dev.crescent.ui.landscape.Landscape;
import dev.crescent.ui.landscape.LegendHeader;
import dev.crescent.ui.landscape.MapView;
import dev.crescent.ui.landscape.Measured;
import dev.crescent.ui.landscape.RampLegend;
import dev.crescent.ui.landscape.SurfaceView;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The two pictures of a landscape, the map and the same plane in 3-D, with their headers and captions.
final class LandscapePanels {
    private static final double CAPTION = 40;

    private final MapView map = new MapView();
    private final SurfaceView surface = new SurfaceView();
    private final RampLegend legend = new RampLegend();
    private final CaptionLine mapCaption = new CaptionLine();
    private final CaptionLine surfaceCaption = new CaptionLine();
    private final Label refusal = new Label();
    private final VBox mapPanel;
    private final VBox surfacePanel;

    /// @param id what the ids of its parts begin with
    LandscapePanels(String id) {
        map.setId(id + ".map");
        surface.setId(id + ".surface");
        surface.setEmptyText(""); // the map has the sentence
        refusal.setId(id + ".refusal");
        refusal.setWrapText(true);
        refusal.setMaxWidth(420);
        refusal.getStyleClass().add("muted");
        surface.selectedProperty().bindBidirectional(map.selectedProperty());
        mapPanel = panel(mapHeader(), map, mapCaption);
        StackPane middle = new StackPane(surface, refusal);
        middle.setMinHeight(0);
        surfacePanel = panel(new LegendHeader(Texts.get("descent.surface"), legend), middle, surfaceCaption);
        showNothing("");
    }

    private static HBox mapHeader() {
        Label name = new Label(Texts.get("descent.map"));
        name.getStyleClass().add("panel-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label subject = new Label(Texts.get("descent.mapSubject"));
        subject.getStyleClass().add("muted");
        HBox header = new HBox(name, subject);
        header.getStyleClass().add("panel-header");
        return header;
    }

    private static VBox panel(Node header, Region picture, CaptionLine caption) {
        VBox.setVgrow(picture, Priority.ALWAYS);
        caption.setMinHeight(CAPTION);
        caption.setAlignment(Pos.CENTER_LEFT);
        return new VBox(header, picture, caption);
    }

    /// What stands in the map's place before there is a path, a sentence.
    void setEmptyText(String sentence) {
        map.setEmptyText(sentence);
    }

    Region map() {
        return mapPanel;
    }

    /// The landscape in 3-D without header and caption.
    Region picture() {
        return surface;
    }

    Region surface() {
        return surfacePanel;
    }

    /// What there are pictures of.
    List<ShownView> pictures(DescentSheets sheets) {
        List<ShownView> all = new ArrayList<>(sheets.map(map, colors -> null, Measured.LOSS, () -> DescentSheets.lines(surfaceCaption.text(), mapSentence())));
        all.addAll(sheets.surface(surface, map, Measured.LOSS, () -> DescentSheets.lines(surfaceCaption.text())));
        return all;
    }

    private String mapSentence() {
        return Stream.of(mapCaption.text(), mapCaption.hint()).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    }

    /// One walker stands out in both.
    void bindSelected(IntegerProperty selected) {
        map.selectedProperty().bindBidirectional(selected);
    }

    void setTheme(Palette colors) {
        map.setTheme(colors);
        surface.setTheme(colors);
        legend.setTheme(colors);
    }

    void show(Landscape landscape) {
        appear(true);
        refusal.setVisible(false);
        map.show(landscape);
        surface.show(landscape);
        legend.show(landscape.scale());
    }

    /// The loss that the picture shows at a walker's ball; NaN where it shows none.
    double drawn(int walker) {
        return map.drawn(walker);
    }

    /// Says below the pictures what they show.
    ///
    /// @param axes what runs across and up, where it is more than two directions
    /// @param ofVariance whose variance the plane holds
    void showCaption(HeldVariance held, String across, String up, String axes, String ofVariance) {
        if (axes.isEmpty()) {
            mapCaption.show(across + " ", Numbers.percent(held.across(), 1), ", " + up + " ", Numbers.percent(held.up(), 1));
        } else {
            mapCaption.show(axes);
        }
        surfaceCaption.showHint(Texts.get("descent.turn"));
        surfaceCaption.show(Texts.get("descent.holds") + " ", Numbers.percent(held.whole(), 1), " " + ofVariance);
    }

    /// Says something at the right below the map.
    void showMapHint(String text) {
        mapCaption.showHint(text);
    }

    /// Shows no landscape.
    ///
    /// @param sentence why; empty while there is no path yet, which the views say themselves
    void showNothing(String sentence) {
        map.clear();
        surface.clear();
        legend.clear();
        mapCaption.show();
        mapCaption.showHint("");
        surfaceCaption.show();
        surfaceCaption.showHint("");
        refusal.setText(sentence);
        refusal.setVisible(!sentence.isEmpty());
        appear(sentence.isEmpty());
    }

    private void appear(boolean pictures) {
        map.setVisible(pictures);
        surface.setVisible(pictures);
    }
}
