package dev.crescent.app;

import static dev.crescent.app.StartShelf.FILE;
import static dev.crescent.app.StartShelf.look;
import static dev.crescent.app.StartShelf.plain;
import static dev.crescent.app.StartShelf.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.start.RecentFile;
import dev.crescent.ui.start.StartCard;
import dev.crescent.ui.start.StartView;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class StartPlayerTest {
    private static final int BEFORE = 0xffcc2200;
    private static final int AFTER = 0xff0022cc;

    private StartShelf shelf;
    private StartView view;
    private StartPlayer player;
    private Stage stage;

    @BeforeEach
    void open() {
        shelf = new StartShelf();
        view = new StartView(List.of(new StartCard("card", "Title", "hint", "opens")));
        view.showRecent(List.of(new RecentFile(FILE, "a talk", "", false)));
        player = new StartPlayer(view, shelf.gallery);
        stage = FxEvents.stage(view, 1224, 800);
    }

    @AfterEach
    void close() {
        stage.hide();
        shelf.close();
    }

    private int color() {
        FxExtension.pulse(stage.getScene());
        Node picture = Objects.requireNonNull(view.lookup(".recent-picture .start-picture"));
        WritableImage shot = picture.snapshot(null, null);
        return shot.getPixelReader().getArgb((int) shot.getWidth() / 2, (int) shot.getHeight() / 2);
    }

    /// Whatever is painted last.
    @Test
    void aPictureOfWhatAFileWasBeforeDoesNotTakeThePlaceOfTheNewOne() {
        player.showFiles(List.of(state(FILE, 1)));
        shelf.gallery.make(state(FILE, 1), stopped -> plain(BEFORE), true);
        shelf.gallery.setLook(look(38));
        shelf.settle();
        player.frame(look(38), 1);
        assertThat(color()).isEqualTo(BEFORE);

        player.showFiles(List.of(state(FILE, 2)));
        shelf.gallery.make(state(FILE, 2), stopped -> plain(AFTER), true);
        shelf.gallery.make(state(FILE, 3), stopped -> plain(BEFORE), true);
        shelf.settle();
        player.frame(look(38), 2);
        assertThat(color()).isEqualTo(AFTER);
        player.showFiles(List.of(state(FILE, 2)));
        assertThat(color()).isEqualTo(AFTER);
    }
}
