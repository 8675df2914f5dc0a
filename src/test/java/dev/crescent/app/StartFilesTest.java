package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.start.StartCard;
import dev.crescent.ui.start.StartView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The files of late while the gallery's thread is busy with a training that never ends.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class StartFilesTest {
    @TempDir
    private Path folder = Path.of("");
    private final List<Path> paths = new ArrayList<>();
    private final Queue<Runnable> asked = new ArrayDeque<>(); // what the files' worker has been given
    private StartShelf shelf;
    private StartFiles files;
    private StartView view;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        shelf = new StartShelf();
        shelf.hold();
        Preferences preferences = new Preferences(folder.resolve("preferences"));
        for (String name : List.of("e", "d", "c", "b", "a")) {
            paths.addFirst(Files.writeString(folder.resolve(name + ".crescent"), "{"));
            preferences.addRecent(paths.getFirst());
        }
        view = new StartView(List.of(new StartCard("card", "Title", "hint", "opens")));
        files = new StartFiles(view, shelf.gallery, new StartPlayer(view, shelf.gallery), preferences, asked::add);
        stage = FxEvents.stage(view, 1224, 800);
    }

    @AfterEach
    void close() {
        stage.hide();
        shelf.close();
    }

    /// The names and dates in the list, from its top.
    private List<String> listed() {
        FxExtension.pulse(stage.getScene());
        return view.lookupAll(".recent-button").stream().map(Node::getAccessibleText).toList();
    }

    /// The files' worker comes to it.
    private void answer() {
        for (Runnable task = asked.poll(); task != null; task = asked.poll()) {
            task.run();
        }
        FxExtension.drain();
    }

    @Test
    void aRemovedFileIsGoneAtOnceAndTheNextOneComesWithoutWaitingForPictures() {
        files.list();
        assertThat(listed()).containsExactly("a, ", "b, ", "c, ", "d, ");
        files.ask(() -> { });
        answer();
        assertThat(listed()).hasSize(4).noneMatch(each -> each.endsWith(", "));

        files.remove(paths.get(1));
        assertThat(listed()).as("before anybody was asked").extracting(each -> each.substring(0, 1)).containsExactly("a", "c", "d");
        assertThat(listed()).noneMatch(each -> each.endsWith(", "));
        answer();
        assertThat(listed()).extracting(each -> each.substring(0, 1)).containsExactly("a", "c", "d", "e");
        assertThat(listed()).noneMatch(each -> each.endsWith(", "));
    }

    @Test
    void aFileThatIsRemovedWhileTheSystemIsAskedDoesNotComeBack() {
        files.list();
        files.ask(() -> { });
        files.remove(paths.getFirst());
        assertThat(listed()).containsExactly("b, ", "c, ", "d, ");
        Runnable first = asked.remove();
        first.run();
        FxExtension.drain();
        assertThat(listed()).containsExactly("b, ", "c, ", "d, ");
        answer();
        assertThat(listed()).extracting(each -> each.substring(0, 1)).containsExactly("b", "c", "d", "e");
    }
}
