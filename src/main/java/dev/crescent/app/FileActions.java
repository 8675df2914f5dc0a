package dev.crescent.app;

import dev.crescent.data.DataException;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.insight.CurveData;
import dev.crescent.lesson.LessonReader;
import dev.crescent.train.Progress;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.data.DataPanel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.stage.FileChooser;

/// New, open, save: dialogs on the JavaFX thread, files on another. Failures are told as sentences.
final class FileActions {
    /// The shipped experiment whose network images get at first.
    private static final String IMAGE_NETWORK = "digits-conv";

    private final FileDialogs dialogs;
    private final Workbench bench;
    private final Preferences preferences;
    private final ExecutorService worker;
    private final Consumer<String> tell;
    private final Consumer<String> warn;
    private final Runnable preferencesChanged;
    private final ImageFolders imageFolders;
    private Consumer<Path> lessons = file -> { };
    private Runnable data = () -> { };
    private volatile FileStamp written = FileStamp.UNKNOWN; // by the last save, which the document may not know of yet

    /// @param worker one thread for files
    /// @param tell tells the user a sentence
    /// @param warn likewise, of a failure
    /// @param preferencesChanged called after the recent files or the folders of images have changed
    FileActions(FileDialogs dialogs, Workbench bench, Preferences preferences, ExecutorService worker, Consumer<String> tell,
            Consumer<String> warn, Runnable preferencesChanged) {
        this.dialogs = dialogs;
        this.bench = bench;
        this.preferences = preferences;
        this.worker = worker;
        this.tell = tell;
        this.warn = warn;
        this.preferencesChanged = preferencesChanged;
        this.imageFolders = new ImageFolders(preferences, bench.engines());
    }

    /// Who presents lessons.
    void setLessons(Consumer<Path> presenter) {
        lessons = presenter;
    }

    /// Called when data that were asked for are on the bench, even if they were there before.
    void onData(Runnable listener) {
        data = listener;
    }

    void create() {
        unlessLost(() -> bench.open(Document.begun(Experiment.defaults())));
    }

    void example(String name) {
        example(name, place -> unlessLost(() -> bench.open(place)));
    }

    /// Reads a shipped experiment, with the weights that it comes with.
    ///
    /// @param read gets it, on the JavaFX thread
    void example(String name, Consumer<Place> read) {
        worker.execute(() -> {
            try {
                Place place = Place.shipped(imageFolders.shipped(Builtins.read(name)));
                Platform.runLater(() -> read.accept(place));
            } catch (ExperimentFileException e) {
                Platform.runLater(() -> warn.accept(String.valueOf(e.getMessage())));
            }
        });
    }

    void open() {
        List<String> all = List.of("*" + Titles.EXTENSION, "*.csv", "*.tsv", "*.txt");
        dialogs.toOpen("window.openTitle", List.of(
                new FileChooser.ExtensionFilter(Texts.get("window.allFiles"), all),
                new FileChooser.ExtensionFilter(Texts.get("window.experimentFiles"), all.getFirst()))).ifPresent(this::openAny);
    }

    /// Opens an experiment, or presents a lesson.
    void open(Path file) {
        worker.execute(() -> {
            try {
                if (LessonReader.isLesson(file)) {
                    Platform.runLater(() -> lessons.accept(file));
                    return;
                }
                // What cannot be trained would be refused by the trainer too, but after the present run was left.
                Place place = Documents.open(file, bench.engines()).withShipped();
                Platform.runLater(() -> unlessLost(() -> {
                    remember(file);
                    bench.open(place);
                    if (!place.loss().isEmpty()) {
                        warn.accept(Texts.get("window.lossOpened", Sentences.local(place.loss())));
                    }
                }));
            } catch (OpeningException e) {
                Platform.runLater(() -> warn.accept(String.valueOf(e.getMessage())));
            }
        });
    }

    /// Opens an experiment that can be had again from where it came, as a shipped one: there is nothing to save at first.
    ///
    /// @param then called when it is on the bench
    void open(Experiment experiment, Runnable then) {
        worker.execute(() -> {
            Document document = Document.begun(experiment);
            try {
                Documents.check(document, experiment.title(), bench.engines());
                Platform.runLater(() -> unlessLost(() -> {
                    bench.open(document);
                    then.run();
                }));
            } catch (OpeningException e) {
                Platform.runLater(() -> warn.accept(String.valueOf(e.getMessage())));
            }
        });
    }

    /// Opens work that is no file of the user's.
    ///
    /// @param then called when it is on the bench
    void open(Place place, Runnable then) {
        unlessLost(() -> {
            bench.open(place);
            then.run();
        });
    }

    /// One of the files of late, whatever an experiment is called.
    void openAgain(Path file) {
        if (DataPanel.table(List.of(file.toFile())).isPresent()) {
            openTable(file, true);
        } else {
            open(file);
        }
    }

    /// An experiment or a table, told apart by its name, or a folder of images.
    void openAny(Path file) {
        if (Files.isDirectory(file)) {
            openImages(file, true);
        } else if (Titles.isExperiment(file)) {
            open(file);
        } else if (DataPanel.table(List.of(file.toFile())).isPresent()) {
            openTable(file, true);
        } else {
            warn.accept(Texts.get("window.dropRefused", file));
        }
    }

    void openTable() {
        dialogs.toOpen("window.csvTitle", List.of(
                new FileChooser.ExtensionFilter(Texts.get("window.csvFiles"), "*.csv", "*.tsv", "*.txt")))
                .ifPresent(this::openTable);
    }

    /// Trains on a table from now on: its last column is the target.
    void openTable(Path file) {
        openTable(file, false);
    }

    /// @param opened as [#put]
    private void openTable(Path file, boolean opened) {
        Data now = bench.experiment().data();
        worker.execute(() -> {
            try {
                Table table = Table.read(file, now);
                Platform.runLater(() -> {
                    put(experiment -> Fit.with(experiment, table.data(), table.target()).withTitle(titled(file)),
                            Titles.shown(file), String.valueOf(file.getFileName()), opened, () -> {
                                tellOf(table);
                                if (opened) {
                                    remember(file);
                                }
                            });
                });
            } catch (DataException e) {
                Platform.runLater(() -> warn.accept(String.valueOf(e.getMessage())));
            }
        });
    }

    private void tellOf(Table table) {
        if (!table.told().isEmpty()) {
            tell.accept(table.told());
        }
    }

    /// Puts data on the bench, with a network for them. Chosen for the document on the bench they are a change of it; opened they
    /// leave a file of the user's as it is, which Save would write over, and begin a document of their own, as where there is
    /// nothing to save. What is not saved yet goes on with them.
    ///
    /// @param title of that document
    /// @param what changed, a few words for the curves and the undo stack
    /// @param opened whether they were opened, and not chosen
    /// @param then called when they are on the bench
    private void put(UnaryOperator<Experiment> change, String title, String what, boolean opened, Runnable then) {
        if (opened && (bench.document().file() != null || bench.isSaved())) {
            unlessLost(() -> {
                Experiment next = change.apply(bench.experiment());
                bench.open(Document.begun(next.withTitle(title).withNotes("")));
                data.run();
                then.run();
            });
        } else {
            bench.change(change.apply(bench.experiment()), what, true);
            data.run();
            then.run();
        }
    }

    /// A table is no "Two moons": what has the title of something shipped, or of another table, gets the table's name.
    private String titled(Path file) {
        Document document = bench.document();
        Experiment now = document.experiment();
        Experiment saved = document.saved();
        boolean shipped = document.file() == null && saved != null && saved.title().equals(now.title());
        return Titles.isOfTable(now) || shipped || now.title().equals(Experiment.defaults().title()) ? Titles.shown(file) : now.title();
    }

    /// Trains on another set of images from now on, with a network that can.
    ///
    /// @param what changed, a few words for the curves and the undo stack
    void openImageSet(Data images, String what) {
        worker.execute(() -> {
            try {
                Experiment made = Builtins.read(IMAGE_NETWORK);
                Data found = imageFolders.shipped(made.withData(images)).experiment().data();
                Platform.runLater(() -> bench.change(Fit.withImages(bench.experiment(), found, made), what, true));
            } catch (ExperimentFileException e) {
                Platform.runLater(() -> warn.accept(String.valueOf(e.getMessage())));
            }
        });
    }

    /// Lets the user choose where the images of the experiment on the bench lie.
    void openImages() {
        dialogs.toChoose("window.imagesTitle").ifPresent(this::openImages);
    }

    /// Trains on the images in a folder from now on: other files of the set on the bench, or MNIST's if there are no such
    /// images, with a network that can where there was none.
    void openImages(Path folder) {
        openImages(folder, false);
    }

    /// @param opened as [#put]; where the images of the document on the bench lie is no other document
    private void openImages(Path folder, boolean opened) {
        Document document = bench.document();
        Experiment now = document.experiment();
        boolean others = now.data().source() instanceof Source.Images;
        Source.Images images = now.data().source() instanceof Source.Images there ? there
                : new Source.Images(ImageSet.MNIST, null, 0);
        Source found = new Source.Images(images.set(), folder.toAbsolutePath().toString(), images.limit());
        String name = String.valueOf(folder.getFileName());
        worker.execute(() -> {
            try {
                Experiment changed = others ? now.withData(now.data().withSource(found))
                        : Fit.withImages(now, new Data(found, 1, 0, Scaling.UNIT), Builtins.read(IMAGE_NETWORK));
                Documents.check(document.with(changed), name, bench.engines());
                Platform.runLater(() -> {
                    imageFolders.remember(images.set(), folder);
                    preferencesChanged.run();
                    put(before -> changed, name, others ? "" : name, opened && !others, () -> { });
                });
            } catch (OpeningException | ExperimentFileException e) {
                Platform.runLater(() -> warn.accept(String.valueOf(e.getMessage())));
            }
        });
    }

    void save() {
        save(() -> { });
    }

    /// Where a file of settings would lose training, the user chooses what is saved, once.
    private void save(Runnable then) {
        Document document = bench.document();
        Path file = document.file();
        if (file == null || !document.holdsTraining() && document.countsTraining() && isTrained()) {
            saveAs(then);
        } else {
            write(file, document.holdsTraining(), false, then);
        }
    }

    void saveAs() {
        saveAs(() -> { });
    }

    /// What was trained is saved, too, unless the user wants the settings alone.
    private void saveAs(Runnable then) {
        FileChooser.ExtensionFilter whole =
                new FileChooser.ExtensionFilter(Texts.get("window.trainedFiles"), "*" + Titles.EXTENSION);
        FileChooser.ExtensionFilter settings =
                new FileChooser.ExtensionFilter(Texts.get("window.settingsFiles"), "*" + Titles.EXTENSION);
        List<FileChooser.ExtensionFilter> kinds = isTrained() ? List.of(whole, settings) : List.of(settings, whole);
        dialogs.toSave("window.saveTitle", kinds, Titles.proposal(bench.document())).ifPresent(chosen -> {
            Path file = Titles.withExtension(chosen.file());
            boolean training = chosen.kind() == whole;
            dialogs.unlessInTheWay(chosen.file(), file, () -> write(file, training, true, then));
        });
    }

    /// Whether there is more to save than settings.
    private boolean isTrained() {
        Progress progress = bench.progress();
        return progress != null && (progress.step() > 0 || progress.own().count() > 0
                || bench.lastDeed() instanceof Deed.Weighed);
    }

    /// Where another document is on the bench by the time that the file is written, it is none of its business.
    ///
    /// @param training whether to save that, too
    /// @param replace whether the user knows what is there; else the user is asked if that is not what the window had of it
    /// @param then called when it is written
    private void write(Path file, boolean training, boolean replace, Runnable then) {
        Document document = bench.document();
        long sitting = bench.sitting();
        Progress progress = training ? bench.progress() : null;
        List<CurveData.Ghost> pinned = training ? bench.pinned().runs() : List.of();
        if (training && progress == null) {
            warn.accept(Texts.get("window.notYet"));
            return;
        }
        boolean chosen = isTrained() || document.trainedTo() == Document.SETTINGS_WANTED;
        long held = progress != null ? progress.step() : chosen ? Document.SETTINGS_WANTED : Document.NO_TRAINING;
        worker.execute(() -> {
            if (!replace && document.isFileChanged() && !FileStamp.of(file).equals(written)) {
                Platform.runLater(() -> dialogs.askAboutOthersChanges(file, () -> write(file, training, true, then),
                        () -> saveAs(then)));
                return;
            }
            String problem = Documents.write(document, progress, pinned, file);
            FileStamp stamp = FileStamp.of(file);
            written = stamp;
            Platform.runLater(() -> {
                if (!problem.isEmpty()) {
                    warn.accept(problem);
                    return;
                }
                remember(file);
                if (bench.sitting() == sitting) {
                    bench.saved(document.experiment(), file, held, stamp);
                    then.run();
                }
            });
        });
    }

    /// A file of the user's was opened.
    void remember(Path file) {
        preferences.addRecent(file);
        preferencesChanged.run();
    }

    /// Asks before a file's unsaved changes are put away.
    private void unlessLost(Runnable action) {
        Document document = bench.document();
        if (bench.isSaved()) {
            action.run();
            return;
        }
        dialogs.askAboutChanges(Titles.of(document), answer -> {
            switch (answer) {
                case DISCARD -> action.run();
                case SAVE -> save(action);
            }
        });
    }
}
