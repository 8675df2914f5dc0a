package dev.crescent.ui.digits;

import dev.crescent.ui.Hint;
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
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All images of a set, page by page: of one class or of all, with what each class looks like on average, and the chosen
/// one in large.
///
/// Arrow keys choose, Page Up and Page Down turn pages, Delete deletes where that is allowed.
public final class GalleryView extends VBox {
    private static final double MEAN_SIDE = 42;
    private static final double LARGE_SIDE = 200;

    /// What the user does.
    public interface Listener {
        /// An image was chosen.
        void chosen(int index);

        /// An image should be deleted; what is left has to be shown again.
        void deleted(int index);
    }

    private final FlowPane filters = new FlowPane(8, 8);
    private final ToggleGroup filter = new ToggleGroup();
    private final GallerySheet sheet = new GallerySheet();
    private final Label range = new Label();
    private final Label none = new Label(Texts.get("digits.noImages"));
    private final Button previous = button(Feather.CHEVRON_LEFT, "previous");
    private final Button next = button(Feather.CHEVRON_RIGHT, "next");
    private final PixelFrame large = new PixelFrame(LARGE_SIDE, 8, false);
    private final Label caption = new Label();
    private final Button delete = new Button(Texts.get("digits.delete"), new FontIcon(Feather.TRASH_2));
    private final List<PixelFrame> means = new ArrayList<>();
    private Palette palette = Palette.of(Theme.LIGHT);
    private @Nullable Images images;
    private ImageIndex index = new ImageIndex(new int[0], new int[0][]);
    private List<String> classNames = List.of();
    private int rows = GallerySheet.SIDE;
    private int columns = GallerySheet.SIDE;
    private int chosenClass = -1;
    private int selected; // within the filtered images
    private boolean deletable;
    private @Nullable Listener listener;

    public GalleryView() {
        super(12);
        getStyleClass().add("gallery-view");
        range.setId("gallery-range");
        range.getStyleClass().add("muted");
        caption.setId("gallery-caption");
        caption.getStyleClass().add("value");
        none.getStyleClass().add("muted");
        none.setId("gallery-none");
        large.getStyleClass().add("large");
        delete.getStyleClass().add("danger");
        delete.setId("gallery-delete");
        Hint.give(delete, Texts.get("digits.deleteHint"));
        delete.setOnAction(e -> delete());
        setDeletable(false);
        HBox pages = new HBox(4, previous, next, range);
        pages.setAlignment(Pos.CENTER_LEFT);
        VBox left = new VBox(8, none, sheet, pages);
        VBox.setVgrow(sheet, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(8, large, caption, delete);
        right.setMinWidth(LARGE_SIDE);
        HBox body = new HBox(16, left, right);
        VBox.setVgrow(body, Priority.ALWAYS);
        filters.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(filters, body);
        previous.setOnAction(e -> turn(-1));
        next.setOnAction(e -> turn(1));
        sheet.setOnMousePressed(this::click);
        sheet.widthProperty().subscribe(width -> refresh());
        sheet.heightProperty().subscribe(height -> refresh());
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        refresh();
    }

    private static Button button(Feather icon, String name) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("icon-button", "small-control");
        button.setId("gallery-" + name);
        Hint.give(button, Texts.get("digits." + name));
        button.setAccessibleText(Texts.get("digits." + name));
        return button;
    }

    public void setListener(Listener now) {
        listener = now;
    }

    public void setTheme(Palette colors) {
        palette = colors;
        sheet.setTheme(colors);
        paintMeans();
        refresh();
    }

    /// Whether images can be deleted here.
    public void setDeletable(boolean now) {
        deletable = now;
        delete.setVisible(now);
        delete.setManaged(now);
    }

    /// Shows a set; the class and place that are looked at stay if there are as many classes as before.
    ///
    /// @param names of the classes; each label is below their number
    public void show(Images set, int rowCount, int columnCount, List<String> names) {
        if (names.size() != classNames.size()) {
            chosenClass = -1;
            selected = 0;
        }
        images = set;
        classNames = List.copyOf(names);
        rows = rowCount;
        columns = columnCount;
        index = ImageIndex.of(set, names.size());
        buildFilters();
        paintMeans();
        refresh();
    }

    private void buildFilters() {
        filters.getChildren().clear();
        means.clear();
        for (int k = -1; k < classNames.size(); k++) {
            ToggleButton button = new ToggleButton();
            String name = k < 0 ? Texts.get("digits.all") : classNames.get(k);
            String count = Numbers.fixed(index.filtered(k).length, 0);
            button.getStyleClass().add("gallery-filter");
            button.setId("gallery-filter-" + k);
            button.setAccessibleText(Texts.get("digits.count", name, count));
            button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            Label title = new Label(name);
            title.getStyleClass().add("value");
            Label number = new Label(count);
            number.getStyleClass().add("caption");
            VBox words = new VBox(title, number);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox content = new HBox(8, words);
            content.setAlignment(Pos.CENTER_LEFT);
            if (k >= 0) {
                PixelFrame mean = new PixelFrame(MEAN_SIDE, 6, true);
                mean.setAccessibleText(Texts.get("digits.meanOf", name));
                means.add(mean);
                content.getChildren().addFirst(mean);
                Hint.give(button, Texts.get("digits.meanOf", name));
            }
            button.setGraphic(content);
            button.setToggleGroup(filter);
            button.setSelected(k == chosenClass);
            int chosen = k;
            button.setOnAction(e -> button.setSelected(true)); // one of them is always on
            button.selectedProperty().subscribe(on -> {
                if (on) {
                    filter(chosen);
                }
            });
            filters.getChildren().add(button);
        }
    }

    private void filter(int k) {
        if (k != chosenClass) {
            chosenClass = k;
            selected = 0;
            refresh();
        }
    }

    private void paintMeans() {
        Images set = images;
        for (int k = 0; set != null && k < means.size(); k++) {
            means.get(k).showInk(palette, index.mean(set, k, rows * columns), 0, rows, columns);
        }
    }

    private int perPage() {
        return sheet.across() * sheet.down();
    }

    private void refresh() {
        Images set = images;
        int[] shown = chosenClass < classNames.size() ? index.filtered(chosenClass) : index.all();
        none.setVisible(shown.length == 0);
        none.setManaged(shown.length == 0);
        selected = Math.clamp(selected, 0, Math.max(0, shown.length - 1));
        int first = selected / perPage() * perPage();
        int count = Math.min(perPage(), shown.length - first);
        previous.setDisable(first == 0);
        next.setDisable(first + count >= shown.length);
        delete.setDisable(shown.length == 0);
        if (set == null || shown.length == 0) {
            sheet.show((place, into) -> { }, 0, rows, columns);
            sheet.select(-1);
            large.clear();
            range.setText("");
            caption.setText("");
            return;
        }
        range.setText(Texts.get("digits.of", Numbers.fixed(first + 1, 0), Numbers.fixed(first + count, 0),
                Numbers.fixed(shown.length, 0)));
        sheet.show((place, into) -> set.pixels(shown[first + place], into), count, rows, columns);
        sheet.select(selected - first);
        float[] ink = new float[rows * columns];
        set.pixels(shown[selected], ink);
        large.showInk(palette, ink, 0, rows, columns);
        caption.setText(Texts.get("digits.imageOf", classNames.get(set.label(shown[selected])),
                Numbers.fixed(shown[selected] + 1, 0)));
        large.setAccessibleText(caption.getText());
        sheet.setAccessibleText(caption.getText());
    }

    private void choose(int place) {
        int[] shown = index.filtered(chosenClass);
        if (shown.length == 0) {
            return;
        }
        int now = Math.clamp(place, 0, shown.length - 1);
        if (now != selected) {
            selected = now;
            refresh();
        }
        if (listener != null) {
            listener.chosen(shown[selected]);
        }
    }

    private void turn(int pages) {
        choose((selected / perPage() + pages) * perPage());
    }

    private void click(MouseEvent e) {
        sheet.requestFocus();
        int place = sheet.at(e.getX(), e.getY());
        if (place >= 0) {
            choose(selected / perPage() * perPage() + place);
        }
    }

    private void press(KeyEvent e) {
        boolean onSheet = sheet.isFocused() || e.getTarget() == sheet;
        switch (e.getCode()) {
            case PAGE_UP -> turn(-1);
            case PAGE_DOWN -> turn(1);
            case LEFT, RIGHT, UP, DOWN, HOME, END -> {
                if (!onSheet) {
                    return;
                }
                move(e);
            }
            case DELETE -> delete();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void move(KeyEvent e) {
        choose(switch (e.getCode()) {
            case LEFT -> selected - 1;
            case RIGHT -> selected + 1;
            case UP -> selected - sheet.across() < 0 ? selected : selected - sheet.across();
            case DOWN -> selected + sheet.across();
            case HOME -> 0;
            default -> Integer.MAX_VALUE;
        });
    }

    private void delete() {
        int[] shown = index.filtered(chosenClass);
        if (deletable && listener != null && shown.length > 0) {
            listener.deleted(shown[selected]);
        }
    }

    /// The sheet's page as it is shown.
    Region sheet() {
        return sheet;
    }
}
