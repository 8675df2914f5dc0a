package dev.crescent.app;

import dev.crescent.ui.Segments;
import dev.crescent.ui.Texts;
import dev.crescent.ui.zoom.Zoom;
import dev.crescent.ui.zoom.ZoomedDialog;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;

/// Help: what can be seen where, with a picture of each, and all keys. Left and Right turn its pages, Up, Down, Page up, Page
/// down, Home and End scroll them, and Tab goes from entry to entry.
final class HelpSheet {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 860;
    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 320;
    /// What of the window is seen around it.
    private static final double AROUND = 48;
    /// A window that is smaller after so long was made so by its user.
    private static final long SETTLED_NANOS = 3_000_000_000L;
    /// What an arrow key scrolls.
    private static final double STEP = 60;

    private final boolean dark;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final ScrollPane scroll = new ScrollPane();

    private HelpSheet(boolean dark) {
        this.dark = dark;
    }

    /// Opens it over a window.
    ///
    /// @param dark whether its pictures are to be dark
    static void show(Stage owner, HelpPage first, boolean dark) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Texts.get("help.title"));
        dialog.setResizable(true);
        DialogPane pane = dialog.getDialogPane();
        pane.getStyleClass().add("help");
        pane.getButtonTypes().setAll(new ButtonType(Texts.get("line.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        HelpSheet sheet = new HelpSheet(dark);
        pane.setContent(sheet.content(first));
        pane.addEventFilter(KeyEvent.KEY_PRESSED, sheet::pressed);
        double zoom = Zoom.of(owner);
        pane.setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        pane.setPrefSize(Math.clamp(owner.getWidth() / zoom - AROUND, LEAST_WIDTH, WIDTH),
                Math.clamp(owner.getHeight() / zoom - AROUND, LEAST_HEIGHT, HEIGHT));
        ZoomedDialog.dress(dialog);
        dialog.show();
        keepHeight(pane);
        sheet.buttons.get(first.ordinal()).requestFocus();
    }

    /// GTK, when it is slow to show a window, tells afterwards that it has the least height that it may have, although it was
    /// asked for more: it is asked once more then.
    private static void keepHeight(DialogPane pane) {
        Window window = pane.getScene().getWindow();
        double asked = window.getHeight();
        long shown = System.nanoTime();
        Subscription[] listening = new Subscription[1];
        listening[0] = pane.heightProperty().subscribe((was, is) -> {
            if (System.nanoTime() - shown > SETTLED_NANOS) {
                listening[0].unsubscribe();
            } else if (is.doubleValue() <= LEAST_HEIGHT && was.doubleValue() > LEAST_HEIGHT) {
                listening[0].unsubscribe();
                Platform.runLater(() -> window.setHeight(asked));
            }
        });
    }

    /// The names of the pages, and below them one of the pages, which is made when it is turned to.
    private VBox content(HelpPage first) {
        for (HelpPage page : HelpPage.values()) {
            ToggleButton name = new ToggleButton(page.title());
            name.setId("help-" + page.ordinal());
            name.selectedProperty().subscribe(on -> {
                if (on) {
                    turnTo(page);
                }
            });
            buttons.add(name);
        }
        Segments names = new Segments(buttons, number -> { });
        names.setMaxWidth(Region.USE_PREF_SIZE);
        names.choose(first.ordinal());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(12, names, scroll);
        box.setPadding(new Insets(16, 0, 0, 16));
        return box;
    }

    private void turnTo(HelpPage page) {
        scroll.setContent(page == HelpPage.KEYS ? HelpEntries.keys(page.entries()) : HelpEntries.explained(page.entries(), dark));
        scroll.setVvalue(0);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        double seen = scroll.getViewportBounds().getHeight();
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> turn(-1);
            case RIGHT, KP_RIGHT -> turn(1);
            case UP, KP_UP -> scrollBy(-STEP);
            case DOWN, KP_DOWN -> scrollBy(STEP);
            case PAGE_UP -> scrollBy(-0.9 * seen);
            case PAGE_DOWN -> scrollBy(0.9 * seen);
            case HOME -> scroll.setVvalue(0);
            case END -> scroll.setVvalue(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void turn(int by) {
        int now = buttons.stream().filter(ToggleButton::isSelected).findFirst().map(buttons::indexOf).orElse(0);
        ToggleButton next = buttons.get(Math.clamp(now + by, 0, buttons.size() - 1));
        next.setSelected(true);
        next.requestFocus();
    }

    private void scrollBy(double pixels) {
        double hidden = scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + pixels / hidden, 0, 1));
        }
    }
}
