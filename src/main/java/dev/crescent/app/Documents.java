package dev.crescent.app;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.ExperimentReader;
import dev.crescent.experiment.ExperimentWriter;
import dev.crescent.experiment.Source;
import dev.crescent.export.WholeFile;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import dev.crescent.ui.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Reads and writes documents. Every failure is a sentence for the user.
final class Documents {
    private static final int FEW = 100;

    private Documents() {}

    static Document read(Path file) throws ExperimentFileException {
        return Document.of(file, ExperimentReader.read(file));
    }

    /// Reads a document and makes sure that it can be trained here, with all of its data.
    static Document open(Path file, Engines engines) throws OpeningException {
        try {
            Document document = read(file);
            check(document, file.toString(), engines);
            return document;
        } catch (ExperimentFileException e) {
            throw new OpeningException(String.valueOf(e.getMessage()), e);
        }
    }

    /// @param name of the document, for the message
    /// @throws OpeningException if its data cannot be loaded or its model cannot be trained on them
    static void check(Document document, String name, Engines engines) throws OpeningException {
        Experiment experiment = document.experiment();
        try {
            Run.check(experiment, few(experiment), engines);
        } catch (DataException | TrainingException e) {
            throw new OpeningException(name + ": " + e.getMessage(), e);
        }
    }

    /// An experiment's data. Of images a few are enough to know that they fit, and all of them would take their time twice.
    private static Dataset few(Experiment experiment) throws DataException {
        Data data = experiment.data();
        return Datasets.loadOrAwait(data.source() instanceof Source.Images images
                ? data.withSource(new Source.Images(images.set(), images.path(), FEW)) : data,
                experiment.features(), Path.of(""));
    }

    /// @return a sentence if the file could not be written; empty if it was
    static String write(Document document, Path file) {
        try {
            UserFolder.write(file, ExperimentWriter.write(document.forFile(file)).getBytes(StandardCharsets.UTF_8));
            return "";
        } catch (IOException e) {
            return Texts.get("window.notWritten", file, WholeFile.reason(file, e));
        }
    }
}
