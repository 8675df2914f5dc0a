package dev.crescent.ui.data;

import dev.crescent.data.Dataset;
import dev.crescent.data.PlaneFeatures;
import dev.crescent.experiment.Formula;
import dev.crescent.insight.Region;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a network is told of a point of the plane: formulas that are checked or not, and a field to write another.
final class FeatureSection extends VBox {
    private static final int PIXELS = 20 * PixelImage.DENSITY;

    private final FeatureChanges changes;
    private final Label count = new Label();
    private final ChipGrid grid = new ChipGrid();
    private final Button plus = new Button(Texts.get("features.formula"), new FontIcon(Feather.PLUS));
    private final FormulaEntry entry = new FormulaEntry(
            text -> FeatureList.problem(text, this.chosen, this.dataset), this::add);
    private final NewestJob<Pictures> job;

    /// Formulas of the user's own that were unchecked here: their chips stay.
    private final Set<String> kept = new LinkedHashSet<>();
    private List<FeatureChip> chips = List.of();
    private List<String> chosen = List.of();
    private List<String> offered = List.of();
    private List<String> named = FeatureList.VARIABLES; // what the chips call the coordinates
    private @Nullable Dataset dataset;
    private Palette palette = Palette.of(Theme.LIGHT);
    private @Nullable Wish drawn;

    /// Where the section tells of other features.
    interface FeatureChanges {
        void change(List<String> next, String what);
    }

    private record Wish(List<String> formulas, @Nullable Dataset dataset, Palette palette) {
        boolean shows(Wish other) {
            return formulas.equals(other.formulas) && dataset == other.dataset && palette == other.palette;
        }
    }

    private record Pictures(Wish of, List<int[]> pixels) {}

    FeatureSection(Executor background, FeatureChanges changes) {
        this.changes = changes;
        job = new NewestJob<>(background, this::showPictures);
        getStyleClass().add("data-section");
        Label title = new Label(Texts.get("features.title"));
        title.getStyleClass().add("group-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        count.setId("features.count");
        count.getStyleClass().add("group-title");
        HBox header = new HBox(title, count);
        header.getStyleClass().add("group-header");
        plus.setId("features.plus");
        plus.getStyleClass().setAll("button", "chip", "dashed");
        plus.setMaxWidth(Double.MAX_VALUE);
        Hint.give(plus, Texts.get("features.addHint"));
        plus.setOnAction(e -> entry.open());
        getChildren().setAll(header, grid, entry);
    }

    void show(List<String> features, @Nullable Dataset data) {
        chosen = features;
        dataset = data;
        kept.removeIf(formula -> FeatureList.contains(features, formula));
        List<String> all = FeatureList.offered(features, kept);
        if (!all.equals(offered) || !columns().equals(named)) {
            offered = all;
            named = columns();
            rebuild();
        }
        for (FeatureChip chip : chips) {
            chip.show(FeatureList.contains(chosen, chip.formula), chosen.size() == 1);
        }
        count.setText(Texts.get("features.count", Integer.toString(chosen.size()), Integer.toString(offered.size())));
        requestPictures();
    }

    /// A formula as it is written, or the column that it is.
    private String called(String formula) {
        String column = FeatureList.column(formula, columns());
        return column.isEmpty() ? formula : column;
    }

    /// What the coordinates are called in the data.
    private List<String> columns() {
        PlaneFeatures plane = dataset == null ? null : dataset.plane();
        return plane == null ? FeatureList.VARIABLES : plane.axes();
    }

    void setPalette(Palette colors) {
        palette = colors;
        requestPictures();
    }

    private void rebuild() {
        chips = offered.stream()
                .map(f -> new FeatureChip(f, named, () -> toggle(f), () -> remove(f))).toList();
        List<Node> all = new ArrayList<>(chips);
        all.add(plus);
        grid.setChips(all);
        drawn = null;
    }

    private void toggle(String formula) {
        boolean on = FeatureList.contains(chosen, formula);
        // What is checked follows from the features that are shown next, not from the click.
        chips.forEach(chip -> chip.show(FeatureList.contains(chosen, chip.formula), chosen.size() == 1));
        if (!on) {
            changes.change(FeatureList.with(chosen, formula, offered), Texts.get("features.added", called(formula)));
        } else if (chosen.size() > 1) {
            if (!FeatureList.contains(FeatureList.STANDARD, formula)) {
                kept.add(formula);
            }
            changes.change(FeatureList.without(chosen, formula), Texts.get("features.removed", called(formula)));
        }
    }

    /// Takes a formula off the list. The only feature is replaced by x1, because a network needs one.
    private void remove(String formula) {
        kept.remove(formula);
        if (!FeatureList.contains(chosen, formula)) {
            show(chosen, dataset);
            return;
        }
        List<String> rest = FeatureList.without(chosen, formula);
        changes.change(rest.isEmpty() ? List.of(FeatureList.STANDARD.getFirst()) : rest,
                Texts.get("features.removed", called(formula)));
    }

    private void add(String formula) {
        String known = offered.stream().filter(f -> FeatureList.same(f, formula)).findFirst().orElse(formula);
        changes.change(FeatureList.with(chosen, known, offered), Texts.get("features.added", called(known)));
        plus.requestFocus();
    }

    private void requestPictures() {
        Wish wish = new Wish(offered, dataset, palette);
        if (drawn == null || !wish.shows(drawn)) {
            drawn = wish;
            job.want(() -> pictures(wish));
        }
    }

    private static Pictures pictures(Wish wish) {
        Dataset data = wish.dataset;
        Region region = Region.square(6, 0);
        if (data != null && data.plane() != null) {
            region = Region.around(data);
        }
        List<int[]> pixels = new ArrayList<>();
        for (String formula : wish.formulas) {
            Formula parsed = FeatureList.parsed(formula);
            pixels.add(Thumbnails.of(parsed, region, wish.palette, PIXELS));
        }
        return new Pictures(wish, pixels);
    }

    private void showPictures(Pictures done) {
        if (done.of.formulas.equals(offered) && done.of.palette == palette) {
            for (int i = 0; i < chips.size(); i++) {
                chips.get(i).picture.show(done.pixels.get(i));
            }
        }
    }
}
