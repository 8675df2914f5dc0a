package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.TinyMnist;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.export.ExperimentFile;
import dev.crescent.insight.CurveData;
import dev.crescent.train.Command;
import dev.crescent.train.Engines;
import dev.crescent.train.Progress;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// New, open, save with the dialogs answered by the test.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class FileActionsTest {
    private static final Experiment RING = Experiment.defaults()
            .withData(Experiment.defaults().data().withSource(new Source.Points(PointSet.RINGS, 100, 0.1)));
    private static final Experiment CHANGED = Experiment.defaults().withTitle("Two moons, changed");

    @TempDir
    private Path folder = Path.of("");
    private final Deque<Path> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private FileDialogs.@Nullable Lost lost;
    private boolean replaces;
    private String wanted = ""; // the kind of file to choose; the first one if there is none of that name
    private ExecutorService worker;
    private Workbench bench;
    private Preferences preferences;
    private FileActions files;

    @BeforeEach
    void open() {
        worker = Executors.newSingleThreadExecutor();
        bench = new Workbench(Document.begun(Experiment.defaults()), new Engines(List.of(new CpuEngine())), error -> {
            throw new AssertionError(error);
        });
        preferences = new Preferences(folder.resolve("preferences"));
        files = new FileActions(new Answers(), bench, preferences, worker, warnings::add, warnings::add, () -> asked.add("recent changed"));
    }

    @AfterEach
    void close() {
        worker.shutdownNow();
        bench.close();
    }

    private final class Answers extends FileDialogs {
        Answers() {
            super(new Stage(), preferences);
        }

        @Override
        Optional<Path> toOpen(String title, List<FileChooser.ExtensionFilter> kinds) {
            asked.add("open " + kinds.getFirst().getExtensions());
            return Optional.ofNullable(answers.poll());
        }

        @Override
        Optional<Path> toSave(String title, FileChooser.ExtensionFilter kind, String name) {
            asked.add("save " + name);
            return Optional.ofNullable(answers.poll());
        }

        @Override
        Optional<Target> toSave(String title, List<FileChooser.ExtensionFilter> kinds, String name) {
            return toSave(title, kinds.getFirst(), name).map(file -> new Target(file,
                    kinds.stream().filter(kind -> kind.getDescription().equals(wanted)).findFirst().orElse(kinds.getFirst())));
        }

        @Override
        void askAboutChanges(String document, Consumer<Lost> answer) {
            asked.add("lose " + document);
            if (lost != null) {
                answer.accept(lost);
            }
        }

        @Override
        void askAboutOthersChanges(Path file, Runnable replace, Runnable saveElsewhere) {
            asked.add("changed " + file.getFileName());
            if (replaces) {
                replace.run();
            } else if (!answers.isEmpty()) {
                saveElsewhere.run();
            }
        }

        @Override
        void askToReplace(Path file, Runnable action) {
            asked.add("replace " + file.getFileName());
            if (replaces) {
                action.run();
            }
        }
    }

    /// Waits until the worker has done its work and the JavaFX thread has heard of it.
    private void settle() {
        Object key = new Object();
        worker.execute(() -> Platform.runLater(() -> Platform.exitNestedEventLoop(key, null)));
        Platform.enterNestedEventLoop(key);
    }

    private @Nullable String imagesPath() {
        return ((Source.Images) bench.experiment().data().source()).path();
    }

    @Test
    void aFolderOfImagesIsAskedForOnceAndLeavesAShippedExperimentWhatItIs() throws Exception {
        Path images = TinyMnist.write(folder.resolve("images"), 30, 20);
        Experiment softmax = Builtins.read("mnist-softmax");
        bench.open(Document.begun(softmax));
        files.openImages(images);
        settle();
        assertThat(imagesPath()).isEqualTo(images.toString());
        assertThat(asked).containsExactly("recent changed");
        assertThat(bench.document().isSaved()).isTrue();
        assertThat(Titles.of(bench.document())).isEqualTo(softmax.title());

        preferences.write();
        assertThat(new ImageFolders(Preferences.read(folder.resolve("preferences")), bench.engines())
                .shipped(softmax).experiment()).as("at the next start").isEqualTo(bench.experiment());

        files.example("mnist-modern");
        settle();
        assertThat(imagesPath()).isEqualTo(images.toString());
        assertThat(Titles.of(bench.document())).isEqualTo(Builtins.read("mnist-modern").title());
        assertThat(Titles.of(bench.document().with(bench.experiment().withTitle("mine")))).isEqualTo("Untitled");
    }

    @Test
    void aFolderThatIsDroppedBringsItsImagesAndANetworkThatReadsThem() throws Exception {
        Path images = TinyMnist.write(folder.resolve("images"), 30, 20);
        files.openAny(images);
        settle();
        assertThat(imagesPath()).isEqualTo(images.toString());
        assertThat(bench.experiment().data().scaling()).isEqualTo(Scaling.UNIT);
        assertThat(((Model.Network) bench.experiment().model()).output().units()).isEqualTo(10);
        assertThat(warnings).isEmpty();
        Experiment before = bench.experiment();

        files.openAny(Files.createDirectory(folder.resolve("empty")));
        settle();
        assertThat(warnings).singleElement().asString().contains("empty").contains("train-labels-idx1-ubyte");
        assertThat(bench.experiment()).isEqualTo(before);
    }

    @Test
    void drawnDigitsGiveWayToAFolderAndTheNetworkStays() throws Exception {
        Path images = TinyMnist.write(folder.resolve("images"), 30, 20);
        bench.open(Document.begun(Builtins.read("digits-small")));
        Model network = bench.experiment().model();
        files.openImages(images);
        settle();
        assertThat(imagesPath()).isEqualTo(images.toString());
        assertThat(bench.experiment().model()).isEqualTo(network);
        bench.undo();
        assertThat(bench.experiment().data().source()).isInstanceOf(Source.Digits.class);
    }

    @Test
    void aFolderWhoseImagesAreGoneIsForgotten() throws Exception {
        Path images = TinyMnist.write(folder.resolve("images"), 30, 20);
        new ImageFolders(preferences, bench.engines()).remember(ImageSet.MNIST, images);
        Files.delete(images.resolve("train-images-idx3-ubyte"));
        files.example("mnist-modern");
        settle();
        assertThat(imagesPath()).isNull();
        assertThat(warnings).isEmpty();
    }

    @Test
    void savingAnUntitledExperimentAsksForAFileAndAddsItsExtension() {
        answers.add(folder.resolve("mine"));
        files.save();
        settle();
        Path file = folder.resolve("mine.crescent");
        assertThat(asked).containsExactly("save two-moons.crescent", "recent changed");
        assertThat(bench.document()).isEqualTo(new Document(Experiment.defaults(), file, Experiment.defaults())
                .stamped(FileStamp.of(file)));
        assertThat(Files.exists(file)).isTrue();
        assertThat(preferences.recent()).containsExactly(file);

        bench.change(CHANGED, "", true);
        files.save();
        settle();
        assertThat(asked).as("no second question").filteredOn(what -> what.startsWith("save")).hasSize(1);
        assertThat(bench.document().isSaved()).isTrue();
        files.saveAs();
        assertThat(asked).last().isEqualTo("save mine.crescent");
    }

    private Progress trained() {
        Snapshot before = bench.trainer().latest();
        long from = before == null ? 0 : before.step();
        bench.trainer().send(new Command.Epoch());
        await(() -> {
            Snapshot latest = bench.trainer().latest();
            return latest != null && latest.step() > from && !latest.running();
        });
        return Objects.requireNonNull(bench.progress());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWasTrainedIsSavedAndGoesOnWhereItIsOpened() throws Exception {
        Progress trained = trained();
        Path file = folder.resolve("mine.crescent");
        answers.add(file);
        files.save();
        settle();
        assertThat(bench.document().trainedTo()).isEqualTo(trained.step());
        assertThat(bench.isSaved()).isTrue();
        assertThat(ExperimentFile.read(file).progress()).usingRecursiveComparison().ignoringFields("history").isEqualTo(trained);

        trained();
        assertThat(bench.isSaved()).as("it was trained on").isFalse();
        files.create();
        assertThat(asked).last().isEqualTo("lose mine");
        lost = FileDialogs.Lost.DISCARD;
        files.create();
        files.openAny(file);
        settle();
        await(() -> bench.progress() != null && bench.trainer().latest() instanceof Snapshot s && s.step() == trained.step());
        assertThat(Objects.requireNonNull(bench.trainer().latest()).parameters()).isEqualTo(trained.parameters());
        assertThat(bench.isSaved()).isTrue();

        trained();
        files.save();
        settle();
        assertThat(bench.isSaved()).as("its file goes on holding the training").isTrue();
        assertThat(Objects.requireNonNull(ExperimentFile.read(file).progress()).step()).isEqualTo(2 * trained.step());
    }

    @Test
    void theRunsPinnedForComparisonAreSavedWithTheTrainingAndComeBack() throws Exception {
        trained();
        bench.pinned().pin(Objects.requireNonNull(bench.trainer().latest()));
        String name = bench.pinned().runs().getFirst().name();
        Path whole = folder.resolve("mine.crescent");
        answers.add(whole);
        files.save();
        wanted = Texts.get("window.settingsFiles");
        settle();
        Path settings = folder.resolve("settings.crescent");
        answers.add(settings);
        files.saveAs();
        settle();
        assertThat(Files.readString(settings)).as("the settings alone").startsWith("{");

        bench.pinned().forget();
        files.openAny(settings);
        settle();
        assertThat(bench.pinned().runs()).isEmpty();
        files.openAny(whole);
        settle();
        assertThat(bench.pinned().runs()).extracting(CurveData.Ghost::name).containsExactly(name);
    }

    private Path changedByOthers() throws Exception {
        Path file = WindowBench.write(folder.resolve("shared.crescent"), Experiment.defaults());
        files.openAny(file);
        settle();
        assertThat(bench.document().file()).isEqualTo(file);
        bench.change(CHANGED, "", true);
        files.save();
        settle();
        assertThat(asked).as("its own change").doesNotContain("changed shared.crescent");
        WindowBench.write(file, CHANGED.withTitle("The others' newer work"));
        bench.change(CHANGED.withTitle("Mine"), "", true);
        return file;
    }

    @Test
    void whatOthersHaveWrittenMeanwhileIsNotSavedOver() throws Exception {
        Path file = changedByOthers();
        files.save();
        settle();
        assertThat(asked).last().isEqualTo("changed shared.crescent");
        assertThat(Documents.read(file).experiment().title()).isEqualTo("The others' newer work");
        assertThat(bench.isSaved()).isFalse();

        replaces = true;
        files.save();
        settle();
        settle();
        assertThat(Documents.read(file).experiment().title()).isEqualTo("Mine");
        assertThat(bench.isSaved()).isTrue();
        int before = asked.size();
        files.save();
        settle();
        assertThat(asked.subList(before, asked.size())).as("it is what this window wrote").doesNotContain("changed shared.crescent");
    }

    /// The first one is written before the document knows.
    @Test
    void savingTwiceInOneBreathAsksNothing() throws Exception {
        changedByOthers();
        replaces = true;
        files.save();
        settle();
        settle();
        bench.change(CHANGED.withTitle("Mine again"), "", true);
        int before = asked.size();
        files.save();
        bench.change(CHANGED.withTitle("Mine, and longer than before"), "", true);
        files.save();
        settle();
        assertThat(asked.subList(before, asked.size())).doesNotContain("changed shared.crescent");
        assertThat(Documents.read(folder.resolve("shared.crescent")).experiment().title()).isEqualTo("Mine, and longer than before");
    }

    @Test
    void besideWhatOthersHaveWrittenItIsSavedUnderAnotherName() throws Exception {
        Path file = changedByOthers();
        Path other = folder.resolve("mine.crescent");
        answers.add(other);
        files.save();
        settle();
        settle();
        assertThat(Documents.read(file).experiment().title()).isEqualTo("The others' newer work");
        assertThat(Documents.read(other).experiment().title()).isEqualTo("Mine");
        assertThat(bench.document().file()).isEqualTo(other);
    }

    @Test
    void aFileThatHasGoneIsWrittenAgain() throws Exception {
        Path file = changedByOthers();
        Files.delete(file);
        files.save();
        settle();
        assertThat(Documents.read(file).experiment().title()).isEqualTo("Mine");
        assertThat(asked).doesNotContain("changed shared.crescent");
    }

    @Test
    void theSettingsAloneCanBeSavedOfWhatWasTrained() throws Exception {
        trained();
        wanted = Texts.get("window.settingsFiles");
        Path file = folder.resolve("mine.crescent");
        answers.add(file);
        files.save();
        settle();
        assertThat(Files.readString(file)).startsWith("{");
        assertThat(bench.isSaved()).isTrue();
        trained();
        assertThat(bench.isSaved()).as("it is about settings").isTrue();
    }

    @Test
    void trainingAfterAFileOfSettingsIsNotLostSilently() throws Exception {
        Path file = folder.resolve("mine.crescent");
        answers.add(file);
        files.save();
        settle();
        assertThat(Files.readString(file)).as("nothing was trained").startsWith("{");
        assertThat(bench.isSaved()).isTrue();

        Progress trained = trained();
        assertThat(bench.isSaved()).as("the file has no training").isFalse();
        files.create();
        assertThat(asked).last().isEqualTo("lose mine");
        replaces = true;
        answers.add(file);
        files.save();
        settle();
        assertThat(asked).as("what is to be saved is chosen").contains("save mine.crescent");
        assertThat(Objects.requireNonNull(ExperimentFile.read(file).progress()).step()).isEqualTo(trained.step());
        assertThat(bench.isSaved()).isTrue();
        trained();
        int before = asked.size();
        files.save();
        settle();
        assertThat(asked.subList(before, asked.size())).as("once").doesNotContain("save mine.crescent");
        assertThat(Objects.requireNonNull(ExperimentFile.read(file).progress()).step()).isEqualTo(2 * trained.step());
    }

    @Test
    void anArchiveThatIsDamagedIsToldAndTheWorkStays() throws Exception {
        Path file = Files.write(folder.resolve("bad.crescent"), new byte[] {'P', 'K', 3, 4, 5, 6, 7});
        files.openAny(file);
        settle();
        assertThat(warnings).singleElement().asString().startsWith(file + ": is an archive that is damaged");
        assertThat(bench.experiment()).isEqualTo(Experiment.defaults());
    }

    /// The title of a shipped experiment says what was shipped, not what was made of it.
    @Test
    void aShippedExperimentThatWasChangedIsOfferedTheNameOfItsData() throws Exception {
        bench.change(RING, "", true);
        files.saveAs();
        bench.change(RING.withTitle("My rings"), "", true);
        files.saveAs();
        Path table = Files.writeString(folder.resolve("Iris flowers.csv"), "a,b,y\n1,2,0\n2,1,1\n3,1,1\n4,5,0\n");
        bench.change(Experiment.defaults(), "", true);
        files.openTable(table);
        settle();
        assertThat(bench.experiment().title()).isEqualTo("Iris flowers");
        files.saveAs();
        assertThat(asked).containsExactly("save rings.crescent", "save my-rings.crescent", "save iris-flowers.crescent");
    }

    private Path openedFile() throws Exception {
        Path file = WindowBench.write(folder.resolve("mine.crescent"), CHANGED);
        files.openAny(file);
        settle();
        return file;
    }

    @Test
    void aTableThatWasOnlyLookedAtGoesWithoutAQuestion() throws Exception {
        files.openAny(Files.writeString(folder.resolve("iris.csv"), "a,b,y\n1,2,0\n2,1,1\n3,1,1\n4,5,0\n"));
        settle();
        assertThat(Titles.of(bench.document())).isEqualTo("iris");
        files.create();
        assertThat(asked).as("no question").containsOnly("recent changed");
        assertThat(bench.experiment()).isEqualTo(Experiment.defaults());
        files.openAgain(preferences.recent().getFirst());
        settle();
        assertThat(Titles.of(bench.document())).isEqualTo("iris");
        bench.undo();
        bench.undo();
        bench.change(bench.experiment().withTraining(RING.training().withBatchSize(3)), "", true);
        files.create();
        assertThat(asked).endsWith("lose iris");
    }

    @Test
    void aTableThatIsOpenedLeavesTheFileThatWasOpenAloneAndUndoBringsItBack() throws Exception {
        Path file = openedFile();
        bench.change(RING, "", true);
        Path table = Files.writeString(folder.resolve("iris.csv"), "a,b,y\n1,2,0\n2,1,1\n3,1,1\n4,5,0\n");
        files.openAny(table);
        settle();
        assertThat(asked).last().isEqualTo("lose mine");
        assertThat(bench.experiment()).isEqualTo(RING);

        lost = FileDialogs.Lost.SAVE;
        files.openAny(table);
        settle();
        settle();
        assertThat(Documents.read(file).experiment()).isEqualTo(RING);
        assertThat(bench.experiment().data().source()).isInstanceOf(Source.Csv.class);
        assertThat(bench.document().file()).isNull();
        assertThat(bench.isSaved()).as("nothing to save before it is changed").isTrue();
        files.save();
        assertThat(asked).last().isEqualTo("save iris.crescent");
        assertThat(Documents.read(file).experiment()).isEqualTo(RING);

        bench.undo();
        assertThat(bench.document()).isEqualTo(new Document(RING, file, RING).stamped(FileStamp.of(file)));
    }

    @Test
    void aTableThatIsChosenForAFileIsAChangeOfIt() throws Exception {
        Path file = openedFile();
        answers.add(Files.writeString(folder.resolve("iris.csv"), "a,b,y\n1,2,0\n2,1,1\n3,1,1\n4,5,0\n"));
        files.openTable();
        settle();
        assertThat(bench.document().file()).isEqualTo(file);
        assertThat(bench.isSaved()).isFalse();
        assertThat(Documents.read(file).experiment()).isEqualTo(CHANGED);
    }

    @Test
    void aFolderThatIsOpenedLeavesTheFileThatWasOpenAloneButOneWithItsImagesDoesNot() throws Exception {
        Path images = TinyMnist.write(folder.resolve("images"), 30, 20);
        Path file = openedFile();
        files.openAny(images);
        settle();
        assertThat(imagesPath()).isEqualTo(images.toString());
        assertThat(bench.document().file()).isNull();
        assertThat(bench.experiment().title()).isEqualTo("images");

        Path ofImages = WindowBench.write(folder.resolve("softmax.crescent"), bench.experiment());
        lost = FileDialogs.Lost.DISCARD;
        files.openAny(ofImages);
        settle();
        Path moved = Files.move(images, folder.resolve("moved"));
        files.openAny(moved);
        settle();
        assertThat(imagesPath()).isEqualTo(moved.toString());
        assertThat(bench.document().file()).isEqualTo(ofImages);
        assertThat(Documents.read(file).experiment()).isEqualTo(CHANGED);
    }

    @Test
    void aFileThatGetsItsExtensionHereIsNotReplacedUnasked() throws Exception {
        Path file = WindowBench.write(folder.resolve("mine.crescent"), RING);
        answers.add(folder.resolve("mine"));
        files.save();
        settle();
        assertThat(asked).containsExactly("save two-moons.crescent", "replace mine.crescent");
        assertThat(Documents.read(file).experiment()).isEqualTo(RING);
        assertThat(bench.document().file()).isNull();

        replaces = true;
        answers.add(folder.resolve("mine"));
        files.save();
        settle();
        assertThat(Documents.read(file).experiment()).isEqualTo(Experiment.defaults());
        assertThat(bench.document().file()).isEqualTo(file);
    }

    @Test
    void anExtensionInCapitalsIsOne() {
        answers.add(folder.resolve("MINE.CRESCENT"));
        files.save();
        settle();
        assertThat(bench.document().file()).isEqualTo(folder.resolve("MINE.CRESCENT"));
        files.create();
        files.openAny(folder.resolve("MINE.CRESCENT"));
        settle();
        assertThat(warnings).isEmpty();
        assertThat(bench.document().file()).isEqualTo(folder.resolve("MINE.CRESCENT"));
    }

    @Test
    void aDialogThatIsCancelledChangesNothing() {
        files.save();
        files.open();
        files.openTable();
        assertThat(asked).containsExactly("save two-moons.crescent", "open [*.crescent, *.csv, *.tsv, *.txt]", "open [*.csv, *.tsv, *.txt]");
        assertThat(bench.document()).isEqualTo(Document.begun(Experiment.defaults()));
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndTheWorkStaysUnsaved() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("a.crescent");
        bench.change(CHANGED, "", true);
        answers.add(blocked);
        bench.change(CHANGED, "", true);
        files.save();
        settle();
        assertThat(warnings).hasSize(1).first().asString().contains("a.crescent").contains("nothing is lost");
        assertThat(bench.document().isSaved()).isFalse();
        assertThat(preferences.recent()).isEmpty();
    }

    @Test
    void anUntouchedExperimentGoesWithoutAQuestion() {
        files.example("xor");
        settle();
        assertThat(asked).isEmpty();
        assertThat(bench.experiment().title()).isNotEqualTo("Two moons");
    }

    @Test
    void staysWithItsChangesUnlessTheUserLetsThemGo() {
        bench.change(CHANGED, "", true);
        files.create();
        assertThat(asked).containsExactly("lose Untitled");
        assertThat(bench.experiment()).isEqualTo(CHANGED);
        lost = FileDialogs.Lost.DISCARD;
        files.create();
        assertThat(bench.document()).isEqualTo(Document.begun(Experiment.defaults()));
    }

    /// As some systems' dialogs have it from who types a name with its extension over the begin of the proposed one.
    @Test
    void anExtensionComesOnce() {
        assertThat(List.of("a", "a.crescent", "a.crescent.crescent", "a.CRESCENT", "a.b"))
                .extracting(name -> Titles.withExtension(folder.resolve(name)).getFileName().toString())
                .containsExactly("a.crescent", "a.crescent", "a.crescent", "a.CRESCENT", "a.b.crescent");
    }

    /// The file is the old document's, and Save must not write the new one over it.
    @Test
    void aFileThatIsWrittenLateIsNotThatOfAnotherDocument() throws Exception {
        bench.change(CHANGED, "", true);
        Path file = folder.resolve("kept.crescent");
        answers.add(file);
        CountDownLatch slow = new CountDownLatch(1);
        worker.execute(() -> {
            try {
                slow.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        files.save();
        lost = FileDialogs.Lost.DISCARD;
        files.create();
        slow.countDown();
        settle();
        assertThat(Documents.read(file).experiment()).isEqualTo(CHANGED);
        assertThat(bench.document().file()).isNull();
        assertThat(bench.experiment()).isEqualTo(Experiment.defaults());
        assertThat(preferences.recent()).containsExactly(file);
    }

    @Test
    void whatATableIsLearnedFromIsToldWhenItIsThere() throws Exception {
        Path table = Files.writeString(folder.resolve("birds.csv"), "species,bill,mass\na,1,2\nb,3,4\na,2,2\nb,3,5\n");
        Path file = folder.resolve("mine.crescent");
        answers.add(file);
        files.saveAs();
        settle();
        bench.change(CHANGED, "", true);
        files.openAny(table);
        settle();
        assertThat(asked).endsWith("lose mine");
        assertThat(warnings).isEmpty();
        lost = FileDialogs.Lost.DISCARD;
        files.openAny(table);
        settle();
        assertThat(warnings).containsExactly("species is learned from 2 columns. Columns... among the data changes that.");
    }

    @Test
    void changesAreSavedBeforeAnotherFileIsOpened() throws Exception {
        Path other = WindowBench.write(folder.resolve("other.crescent"), Experiment.defaults().withTitle("Other"));
        bench.change(CHANGED, "", true);
        lost = FileDialogs.Lost.SAVE;
        answers.add(other);
        answers.add(folder.resolve("kept.crescent"));
        files.open();
        settle();
        settle();
        assertThat(asked).startsWith("open [*.crescent, *.csv, *.tsv, *.txt]", "lose Untitled", "save two-moons-changed.crescent");
        assertThat(Documents.read(folder.resolve("kept.crescent")).experiment()).isEqualTo(CHANGED);
        assertThat(bench.experiment().title()).isEqualTo("Other");
        assertThat(preferences.recent()).containsExactly(other, folder.resolve("kept.crescent"));
    }

    @Test
    void manyWordsAreAsManyClasses() throws Exception {
        StringBuilder text = new StringBuilder("a,b,kind\n");
        for (int i = 0; i < 120; i++) {
            text.append(i % 7).append(',').append(i % 5).append(",k").append(i % 60).append('\n');
        }
        answers.add(Files.writeString(folder.resolve("words.csv"), text));
        files.openTable();
        settle();
        assertThat(warnings).isEmpty();
        assertThat(((Source.Csv) bench.experiment().data().source()).task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(((Model.Network) bench.experiment().model()).output().units()).isEqualTo(60);
    }

    @Test
    void aTableOfManyNumbersIsARegression() throws Exception {
        StringBuilder text = new StringBuilder("a,b,y\n");
        for (int i = 0; i < 40; i++) {
            text.append(i % 7).append(',').append(i % 5).append(',').append(i * 0.37).append('\n');
        }
        answers.add(Files.writeString(folder.resolve("numbers.csv"), text));
        files.openTable();
        settle();
        assertThat(warnings).isEmpty();
        assertThat(((Source.Csv) bench.experiment().data().source()).task())
                .isEqualTo(Task.REGRESSION);
        assertThat(((Model.Network) bench.experiment().model()).output().units()).isEqualTo(1);
    }
}
