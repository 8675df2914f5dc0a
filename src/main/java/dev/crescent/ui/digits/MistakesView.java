package dev.crescent.ui.digits;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The test images that the network is most wrong about, or those of one cell of the confusion matrix.
public final class MistakesView extends VBox {
    static final int MOST = 9;
    private static final int COLUMNS = 3;
    private static final double SIDE = 42;
    /// Names of more than two letters need wider places, and there are fewer.
    private static final int FEW = 4;
    private static final double LONG_SIDE = 66;

    /// What the user does.
    public interface Listener {
        /// A mistake was chosen, as counted in the list that is shown.
        void chosen(int index);

        /// The user wants the worst mistakes back instead of a cell's.
        void back();
    }

    private final Button back = new Button("", new FontIcon(Feather.ARROW_LEFT));
    private final Label title = new Label();
    private final Label subject = new Label();
    private final Label none = new Label(Texts.get("digits.noMistakes"));
    private final TilePane grid = new TilePane();
    private final List<Tile> tiles = new ArrayList<>();
    private Palette palette = Palette.of(Theme.LIGHT);
    private List<Mistake> shown = List.of();
    private boolean known; // whether mistakes were looked for
    private int rows = 28;
    private int columns = 28;
    private @Nullable Listener listener;

    public MistakesView() {
        super(4);
        getStyleClass().add("mistakes-view");
        back.getStyleClass().addAll("icon-button", "tiny");
        back.setId("mistakes-back");
        back.setTooltip(new Tooltip(Texts.get("digits.back")));
        back.setAccessibleText(Texts.get("digits.back"));
        back.setOnAction(e -> {
            if (listener != null) {
                listener.back();
            }
        });
        title.getStyleClass().add("group-title");
        title.setId("mistakes-title");
        subject.getStyleClass().add("caption");
        subject.setId("mistakes-subject");
        title.setMinWidth(0);
        title.setMinHeight(24);
        title.setWrapText(true);
        HBox header = new HBox(4, back, title);
        header.setAlignment(Pos.CENTER_LEFT);
        header.setMinHeight(USE_PREF_SIZE);
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        none.setMaxWidth(COLUMNS * 49);
        none.setId("mistakes-none");
        grid.setPrefColumns(COLUMNS);
        grid.setHgap(7);
        grid.setVgap(3);
        grid.setAlignment(Pos.TOP_LEFT);
        grid.setMinWidth(COLUMNS * SIDE + 14);
        grid.setMaxWidth(USE_PREF_SIZE);
        for (int i = 0; i < MOST; i++) {
            tiles.add(new Tile(i));
        }
        grid.getChildren().setAll(tiles);
        getChildren().setAll(header, subject, none, grid);
        clear();
    }

    public void setListener(Listener now) {
        listener = now;
    }

    public void setTheme(Palette colors) {
        palette = colors;
        fill();
    }

    /// Shows the worst mistakes, the largest loss first; only the first nine have room.
    public void showWorst(List<Mistake> mistakes, int rowCount, int columnCount) {
        show(mistakes, rowCount, columnCount, Texts.get("digits.mistakes"), "");
    }

    /// Nothing is known yet.
    public void clear() {
        showWorst(List.of(), rows, columns);
        known = false;
        fill();
    }

    /// Shows mistakes of one cell of the confusion matrix, with a way back.
    ///
    /// @param count how many there are, shown or not
    /// @param of the test images of that class
    public void showCell(List<Mistake> mistakes, int rowCount, int columnCount, String truth, String said, int count,
                         int of) {
        show(mistakes, rowCount, columnCount, Texts.get("digits.cell", truth, said),
                Texts.get("digits.cellCount", Numbers.fixed(count, 0), Numbers.fixed(of, 0)));
    }

    private void show(List<Mistake> mistakes, int rowCount, int columnCount, String name, String about) {
        shown = List.copyOf(mistakes.subList(0, Math.min(MOST, mistakes.size())));
        known = true;
        rows = rowCount;
        columns = columnCount;
        title.setText(name);
        subject.setText(about);
        back.setVisible(!about.isEmpty());
        back.setManaged(!about.isEmpty());
        subject.setVisible(!about.isEmpty());
        subject.setManaged(!about.isEmpty());
        fill();
    }

    private void fill() {
        boolean longNames = shown.stream().anyMatch(m -> !isShort(m));
        int room = longNames ? FEW : MOST;
        grid.setPrefColumns(longNames ? COLUMNS - 1 : COLUMNS);
        grid.setPrefTileWidth(longNames ? LONG_SIDE : SIDE);
        for (int i = 0; i < MOST; i++) {
            tiles.get(i).show(i < Math.min(room, shown.size()) ? shown.get(i) : null);
            tiles.get(i).setManaged(i < room);
        }
        boolean empty = shown.isEmpty();
        none.setVisible(empty && known);
        none.setManaged(empty && known);
        grid.setVisible(!empty);
    }

    private static boolean isShort(Mistake mistake) {
        return mistake.truth().length() + mistake.said().length() <= 4;
    }

    /// An image that can be clicked, with what it is and what it is read as below.
    private final class Tile extends Button {
        private final PixelFrame picture = new PixelFrame(SIDE, 6, true);
        private final Tooltip tooltip = new Tooltip();

        Tile(int index) {
            getStyleClass().setAll("mistake");
            setId("mistake-" + index);
            setGraphic(picture);
            setContentDisplay(ContentDisplay.TOP);
            setMnemonicParsing(false);
            setTooltip(tooltip);
            setOnAction(e -> {
                if (listener != null) {
                    listener.chosen(index);
                }
            });
        }

        void show(@Nullable Mistake mistake) {
            setVisible(mistake != null);
            if (mistake == null) {
                picture.clear();
                return;
            }
            picture.showInk(palette, mistake.ink(), 0, rows, columns);
            setText(mistake.truth() + (isShort(mistake) ? " → " : " →\n") + mistake.said());
            tooltip.setText(Texts.get("digits.mistakeTip", mistake.truth(), mistake.said(),
                    Numbers.percent(mistake.probability(), 1), Numbers.loss(mistake.loss())));
            setAccessibleText(tooltip.getText());
        }
    }
}
