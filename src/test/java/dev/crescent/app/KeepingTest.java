package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept in the user's folder: work, files written whole, the log, errors that nobody expected.
class KeepingTest {
    private static final Logger LOGGER = Logger.getLogger("dev.crescent");

    @TempDir
    private Path folder = Path.of("");
    private final @Nullable Level levelBefore = LOGGER.getLevel();
    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /// The build's own settings silence the logger.
    @BeforeEach
    void listen() {
        LOGGER.setLevel(Level.ALL);
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(ear);
        LOGGER.setUseParentHandlers(true);
        LOGGER.setLevel(levelBefore);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void whatIsKeptIsThereAgainAndADamagedFileIsRefused() throws Exception {
        Path file = folder.resolve("deep/unsaved.crescent");
        Autosave autosave = new Autosave(file);
        assertThat(autosave.read()).isEmpty();
        Experiment experiment = Experiment.defaults().withTitle("kept");
        autosave.write(Work.of(Document.begun(experiment)));
        assertThat(autosave.read().map(Autosave.Kept::experiment)).contains(experiment);
        Files.writeString(file, "{");
        assertThatThrownBy(autosave::read).isInstanceOf(ExperimentFileException.class);
    }

    /// Else one document's work could come back with the name of another.
    @Test
    void workAndTheNameOfItsFileAreKeptTogether() throws Exception {
        Autosave autosave = new Autosave(folder.resolve("unsaved.crescent"));
        Path file = folder.resolve("first.crescent");
        autosave.write(Work.of(Document.of(file, Experiment.defaults())));
        assertThat(autosave.read().map(Autosave.Kept::file)).contains(file.toString());
        autosave.write(Work.of(Document.begun(Experiment.defaults())));
        assertThat(autosave.read().map(Autosave.Kept::file)).contains("");
    }

    @Test
    void whatCannotBeRenamedIsSaidToBeWhereItIs() throws IOException {
        Path file = folder.resolve("unsaved.crescent");
        assertThat(new Autosave(file).setAside()).isEqualTo(file);
        Files.writeString(file, "work");
        assertThat(new Autosave(file).setAside()).isNotEqualTo(file).hasContent("work");
    }

    @Test
    void ofDocumentsThatFollowEachOtherFastTheNewestIsKept() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> written = new ArrayList<>();
        Keeper keeper = new Keeper(work -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            written.add(work.document().experiment().title());
        }, () -> written.add("preferences"));
        keeper.keep(titled(0));
        begun.await();
        for (int i = 1; i <= 100; i++) {
            keeper.keep(titled(i));
        }
        goOn.countDown();
        keeper.close();
        assertThat(written).containsExactly("0", "100", "preferences");
        keeper.keep(titled(101));
        assertThat(written).hasSize(3);
    }

    private static Work titled(int number) {
        return Work.of(Document.begun(Experiment.defaults().withTitle("" + number)));
    }

    @Test
    void workThatCannotBeKeptIsSaid() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("unsaved.crescent");
        assertThatThrownBy(() -> new Autosave(blocked).write(Work.of(Document.begun(Experiment.defaults()))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aFileIsWrittenWholeAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("a/b/c.txt");
        UserFolder.write(file, "one".getBytes(StandardCharsets.UTF_8));
        UserFolder.write(file, "two".getBytes(StandardCharsets.UTF_8));
        assertThat(Files.readString(file)).isEqualTo("two");
        assertThat(list(folder.resolve("a/b"))).containsExactly(file);
    }

    @Test
    void aFileThatCannotBeReplacedStaysAndLeavesNothingBeside() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(taken.resolve("inside"), "");
        assertThatThrownBy(() -> UserFolder.write(taken, new byte[1])).isInstanceOf(IOException.class);
        assertThat(list(folder)).containsExactly(taken);
        assertThat(taken.resolve("inside")).exists();
    }

    @Test
    void anErrorIsLoggedToTheFileWithItsThreadAndTold() throws Exception {
        Path log = folder.resolve("logs/100 %/crescent.log");
        List<Handler> before = List.of(LOGGER.getHandlers());
        Logs.start(log);
        List<Throwable> told = new ArrayList<>();
        Failures failures = new Failures();
        failures.setTeller(told::add);
        IllegalStateException error = new IllegalStateException("odd");
        try {
            Thread thread = Thread.ofPlatform().name("some-thread").uncaughtExceptionHandler(failures).start(() -> {
                throw error;
            });
            thread.join();
        } finally {
            for (Handler handler : LOGGER.getHandlers()) {
                if (!before.contains(handler)) {
                    handler.close();
                    LOGGER.removeHandler(handler);
                }
            }
        }
        assertThat(told).containsExactly(error);
        assertThat(Files.readString(log.resolveSibling("crescent.log.0"))).contains("some-thread").contains("odd");
    }

    @Test
    void aLogThatCannotBeWrittenIsNoReasonNotToStart() throws IOException {
        Logs.start(Files.writeString(folder.resolve("file"), "").resolve("crescent.log"));
        assertThat(logged).hasSize(1).first().extracting(LogRecord::getMessage).asString().contains("cannot be written");
    }
}
