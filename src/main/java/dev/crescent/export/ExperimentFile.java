package dev.crescent.export;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.ExperimentReader;
import dev.crescent.experiment.ExperimentWriter;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Model;
import dev.crescent.insight.CurveData;
import dev.crescent.train.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// What a `.crescent` file holds: an experiment as plain JSON, or an archive (a zip) of that JSON and where its training
/// stands, see [ProgressEntries]. The tables that it learns from may come with it, for machines that do not have them, and the
/// runs that were pinned to be compared with it.
///
/// Archives come from anywhere: no entry is unpacked anywhere but into memory, nor further than it may be large.
///
/// @param progress where its training stands; null if the file does not say so
/// @param tables by the paths that the experiment has for them
/// @param pinned runs kept for comparison, in their order
/// @param session what a window wants to know again, by its own keys; empty in files that are given to others
/// @param loss what of a damaged file is not there any more, a sentence that starts with the file's name; empty if all is
public record ExperimentFile(Experiment experiment, @Nullable Progress progress, Map<String, byte[]> tables,
                             List<CurveData.Ghost> pinned, Map<String, String> session, String loss) {
    /// A larger table stays where it is.
    public static final int LARGEST_TABLE = 32 << 20;

    private static final String EXPERIMENT = "experiment.json";
    private static final String SESSION = "session.json";
    private static final String TABLE = "table.";
    private static final int LARGEST_JSON = 64 << 20;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    public ExperimentFile {
        tables = Map.copyOf(tables);
        pinned = List.copyOf(pinned);
        session = Map.copyOf(session);
    }

    /// Of which nothing is lost.
    public ExperimentFile(Experiment experiment, @Nullable Progress progress, Map<String, byte[]> tables,
            List<CurveData.Ghost> pinned, Map<String, String> session) {
        this(experiment, progress, tables, pinned, session, "");
    }

    /// The settings alone.
    public static ExperimentFile of(Experiment experiment) {
        return new ExperimentFile(experiment, null, Map.of(), List.of(), Map.of());
    }

    /// Reads a file of either kind.
    ///
    /// @throws ExperimentFileException with one sentence that starts with the file's name
    public static ExperimentFile read(Path file) throws ExperimentFileException {
        if (!isArchive(file)) {
            return of(ExperimentReader.read(file));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return read(new ZipContent(zip), file);
        } catch (ContentException e) {
            throw new ExperimentFileException(String.valueOf(e.getMessage()), e);
        } catch (ZipException e) {
            throw new ExperimentFileException(file + ": is an archive that is damaged or not whole; choose another copy of the file", e);
        } catch (IOException e) {
            throw new ExperimentFileException(file + ": cannot be read, " + e.getMessage(), e);
        }
    }

    private static boolean isArchive(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        } catch (IOException e) {
            return false; // whoever reads it as text says why it cannot be
        }
    }

    private static ExperimentFile read(ZipContent zip, Path file) throws ContentException, IOException {
        String name = file.toString();
        String fault = zip.fault();
        if (!fault.isEmpty()) {
            throw new ContentException(name + ": " + fault + "; it is no file of Crescent's, do not open it");
        }
        if (!zip.has(EXPERIMENT)) {
            throw new ContentException(name + ": is an archive without " + EXPERIMENT + ", so it is no experiment; choose a"
                    + " file that Crescent wrote");
        }
        Experiment experiment;
        try {
            experiment = ExperimentReader.read(Archives.text(zip, name, EXPERIMENT, LARGEST_JSON));
        } catch (InvalidSettingException e) {
            throw new ContentException(name + ": " + EXPERIMENT + ": " + e.getMessage(), e);
        }
        ProgressEntries.Found found = zip.has(ProgressEntries.PROGRESS)
                ? ProgressEntries.read(zip, name, Files.size(file), experiment) : ProgressEntries.Found.NOTHING;
        List<CurveData.Ghost> pinned = List.of();
        String loss = found.loss();
        try {
            pinned = zip.has(PinnedEntries.PINNED) ? PinnedEntries.read(zip, name) : List.of();
        } catch (ContentException e) {
            loss = loss.isEmpty() ? name + ": the runs pinned for comparison are lost, they are damaged in it; everything else is"
                    + " there" : loss;
        }
        return new ExperimentFile(experiment, found.progress(), tables(zip, name, experiment), pinned,
                zip.has(SESSION) ? SessionJson.read(Archives.text(zip, name, SESSION, SessionJson.LARGEST), name + ": " + SESSION)
                        : Map.of(), loss);
    }

    private static Map<String, byte[]> tables(ZipContent zip, String file, Experiment experiment) throws ContentException {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        List<String> paths = DataPaths.of(experiment);
        for (int i = 0; i < paths.size(); i++) {
            String name = TABLE + i + ".csv";
            if (zip.has(name)) {
                try {
                    tables.put(paths.get(i), zip.bytes(name, LARGEST_TABLE));
                } catch (ContentException e) {
                    throw new ContentException(file + ": " + name + " " + e.getMessage() + "; choose another copy of the file", e);
                }
            }
        }
        return tables;
    }

    /// Writes a file, whole or not at all: plain JSON where there is nothing but settings.
    public void write(Path file) throws IOException {
        WholeFile.write(file, this::write);
    }

    /// Likewise, to a stream that stays open.
    public void write(OutputStream out) throws IOException {
        String json = ExperimentWriter.write(experiment);
        Progress stands = progress != null && progress.isFinite() ? progress : null;
        if (stands == null && tables.isEmpty() && pinned.isEmpty() && session.isEmpty()) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
            return;
        }
        ZipOutputStream zip = new ZipOutputStream(out);
        Archives.text(zip, EXPERIMENT, json);
        if (stands != null && experiment.model() instanceof Model.Network network) {
            ProgressEntries.write(zip, network, stands);
        }
        if (!pinned.isEmpty()) {
            PinnedEntries.write(zip, pinned);
        }
        List<String> paths = DataPaths.of(experiment);
        for (int i = 0; i < paths.size(); i++) {
            byte[] table = tables.get(paths.get(i));
            if (table != null) {
                Weights.store(zip, TABLE + i + ".csv", table);
            }
        }
        if (!session.isEmpty()) {
            Archives.text(zip, SESSION, SessionJson.write(session));
        }
        zip.finish();
    }
}
