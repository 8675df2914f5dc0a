package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.export.DataPaths;
import dev.crescent.export.ExperimentFile;
import dev.crescent.export.Tables;
import dev.crescent.insight.CurveData;
import dev.crescent.train.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps what is on the bench in the user's folder, with its training, so that neither a closed window nor a crash loses
/// it. One file has it all: whatever happens meanwhile, there is what was kept before or what is kept now.
final class Autosave {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String FILE = "file";
    private static final String ROOM = "room";
    private static final String SAVED = "saved";
    private static final String FILE_STAMP = "fileStamp";
    private static final String SETTINGS = "settings";
    private static final String BEGUN = "begun";

    private final Path file;
    private volatile long heldBytes;

    Autosave(Path file) {
        this.file = file;
    }

    /// What is read again.
    ///
    /// @param progress null if training had not begun
    /// @param pinned runs kept for comparison
    /// @param file the document's own; empty if it had none
    /// @param stamp of that file when it was last read or written
    /// @param room as [Work#room]
    /// @param settingsWanted whether its user has chosen to save the settings alone
    /// @param begun whether it had no file, and nothing was to be saved
    /// @param loss what of it is not there any more, a sentence; empty if all is
    record Kept(Experiment experiment, @Nullable Progress progress, List<CurveData.Ghost> pinned, String file, FileStamp stamp,
            String room, boolean settingsWanted, boolean begun, String loss) {}

    /// Nothing is to be kept any more.
    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Logs.warning("An experiment that is not needed any more cannot be deleted", e);
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    /// What was on the bench last; empty at the first start.
    ///
    /// @throws ExperimentFileException if the file is damaged, or of a version that knew more
    /// @throws OpeningException if there is no room for its tables
    Optional<Kept> read() throws ExperimentFileException, OpeningException {
        if (!exists()) {
            return Optional.empty();
        }
        ExperimentFile read = ExperimentFile.read(file);
        String saved = read.session().getOrDefault(SAVED, "");
        return Optional.of(new Kept(Documents.placed(read, file), read.progress(), read.pinned(),
                read.session().getOrDefault(FILE, ""), new FileStamp(read.session().getOrDefault(FILE_STAMP, "")),
                read.session().getOrDefault(ROOM, ""), saved.equals(SETTINGS), saved.equals(BEGUN), read.loss()));
    }

    /// What is wrong with it, without its name, which the user has never seen.
    ///
    /// @param problem a sentence, in any language
    String bare(String problem) {
        return problem.startsWith(file + ": ") ? problem.substring((file + ": ").length()) : problem;
    }

    /// Likewise, a part of a sentence: without the advice, such as to choose another file.
    String reason(String problem) {
        String bare = bare(problem);
        int advice = bare.lastIndexOf("; ");
        return advice < 0 ? bare : bare.substring(0, advice);
    }

    /// Keeps what cannot be put on the bench under another name.
    ///
    /// @return where; the old place if the folder does not let it be renamed, nor then written over
    Path setAside() {
        Path aside = file.resolveSibling("unsaved-" + stamp() + Titles.EXTENSION);
        try {
            Files.move(file, aside);
        } catch (IOException e) {
            Logs.warning("The unsaved experiment cannot be set aside", e);
            return file;
        }
        return aside;
    }

    /// The time, to the second, as a part of a file's name.
    static String stamp() {
        return STAMP.format(LocalDateTime.now(ZoneId.systemDefault()));
    }

    /// Moves it to a place where nothing is yet.
    ///
    /// @throws IOException if the folder does not let it; it stays where it is then
    void moveTo(Path other) throws IOException {
        Files.move(file, other);
    }

    /// The tables that lie in the cache, where whatever makes room may delete them: those came with a file, and the work is
    /// to last without it.
    private static Map<String, byte[]> held(Experiment experiment) {
        Path cache = Documents.tables();
        if (DataPaths.of(experiment).stream().noneMatch(path -> Path.of(path).startsWith(cache))) {
            return Map.of();
        }
        Map<String, byte[]> tables = new LinkedHashMap<>(Tables.of(experiment, Path.of("")));
        tables.keySet().removeIf(path -> !Path.of(path).startsWith(cache));
        return tables;
    }

    private static String saved(Document document) {
        if (document.trainedTo() == Document.SETTINGS_WANTED) {
            return SETTINGS;
        }
        return document.file() == null && document.isSaved() ? BEGUN : "";
    }

    /// How many bytes of tables were kept with the work last, on any thread.
    long heldBytes() {
        return heldBytes;
    }

    /// Keeps it in the place of what was kept before.
    ///
    /// @throws IOException if the folder does not take it; what was kept before stays
    void write(Work work) throws IOException {
        Path own = work.document().file();
        Map<String, String> session = Map.of(FILE, own == null ? "" : own.toString(), FILE_STAMP, work.document().stamp().text(),
                ROOM, work.room(), SAVED, saved(work.document()));
        Map<String, byte[]> tables = held(work.document().experiment());
        heldBytes = tables.values().stream().mapToLong(table -> table.length).sum();
        ExperimentFile content = new ExperimentFile(work.document().experiment(), work.progress(), tables, work.pinned(), session);
        UserFolder.write(file, content::write);
    }
}
