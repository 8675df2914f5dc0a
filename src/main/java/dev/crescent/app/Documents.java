package dev.crescent.app;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.Source;
import dev.crescent.export.ExperimentFile;
import dev.crescent.export.Tables;
import dev.crescent.export.WholeFile;
import dev.crescent.host.CacheFolder;
import dev.crescent.insight.CurveData;
import dev.crescent.train.Engines;
import dev.crescent.train.Progress;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads and writes documents. Every failure is a sentence for the user.
final class Documents {
    private static final int FEW = 100;

    private Documents() {}

    /// A document with its training, if the file holds that. Tables that came with the file are unpacked where there are none.
    static Place place(Path file) throws ExperimentFileException, OpeningException {
        FileStamp stamp = FileStamp.of(file); // before it is read: what is written meanwhile is another file
        ExperimentFile content = ExperimentFile.read(file);
        Document document = Document.of(file, placed(content, file)).stamped(stamp);
        Progress progress = content.progress();
        return Place.of(progress == null ? document : document.trainedTo(progress.step()), progress, content.loss())
                .with(content.pinned());
    }

    /// A file's experiment, its tables unpacked where there are none.
    ///
    /// @throws OpeningException if there is no room for them; the file is as it should be
    static Experiment placed(ExperimentFile content, Path file) throws OpeningException {
        try {
            return Tables.placed(content, Document.folder(file), tables());
        } catch (IOException e) {
            throw new OpeningException(Texts.get("window.noTables", file, tables(), Sentences.local(WholeFile.reason(tables(), e))), e);
        }
    }

    /// The folder that tables are unpacked into.
    static Path tables() {
        return CacheFolder.find().resolve("tables");
    }

    static Document read(Path file) throws ExperimentFileException, OpeningException {
        return place(file).document();
    }

    /// Reads a document and makes sure that it can be trained here, with all of its data.
    static Place open(Path file, Engines engines) throws OpeningException {
        try {
            Place place = place(file);
            check(place.document(), file.toString(), engines);
            return place;
        } catch (ExperimentFileException e) {
            throw new OpeningException(Sentences.of(e), e);
        }
    }

    /// @param name of the document, for the message
    /// @throws OpeningException if its data cannot be loaded or its model cannot be trained on them
    static void check(Document document, String name, Engines engines) throws OpeningException {
        Experiment experiment = document.experiment();
        try {
            Run.check(experiment, few(experiment), engines);
        } catch (DataException | TrainingException e) {
            throw new OpeningException(name + ": " + Sentences.of(e), e);
        }
    }

    private static Dataset few(Experiment experiment) throws DataException {
        return Datasets.loadOrAwait(few(experiment.data()), experiment.features(), Path.of(""));
    }

    /// An experiment's data. Of images a few are enough to know that they fit, and all of them would take their time twice.
    static Data few(Data data) {
        return data.source() instanceof Source.Images images
                ? data.withSource(new Source.Images(images.set(), images.path(), FEW)) : data;
    }

    /// Writes the settings alone.
    ///
    /// @return a sentence if the file could not be written; empty if it was
    static String write(Document document, Path file) {
        return write(document, null, List.of(), file);
    }

    /// Writes a document, with its training and the tables that it learns from, or the settings alone.
    ///
    /// @param progress null for the settings alone
    /// @param pinned runs kept for comparison
    /// @return a sentence if the file could not be written; empty if it was
    static String write(Document document, @Nullable Progress progress, List<CurveData.Ghost> pinned, Path file) {
        try {
            Experiment moved = document.forFile(file);
            UserFolder.write(file, new ExperimentFile(moved, progress,
                    progress == null ? Map.of() : Tables.of(moved, Document.folder(file)), pinned, Map.of())::write);
            return "";
        } catch (IOException e) {
            return Texts.get("window.notWritten", file, Sentences.local(WholeFile.reason(file, e)));
        }
    }
}
