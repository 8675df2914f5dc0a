package dev.crescent.app;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Source;
import dev.crescent.export.link.PlaygroundLink;
import dev.crescent.ui.ShippedTitles;
import dev.crescent.ui.Texts;
import java.nio.file.Path;
import java.util.Locale;

/// Titles and file names. Pure.
final class Titles {
    private Titles() {}

    /// What an experiment's files end in.
    static final String EXTENSION = ".crescent";
    private static final int LONGEST = 60;

    /// Whether a file is an experiment by its name.
    static boolean isExperiment(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    /// A file's name with the extension once: with none it gets one, and of two, which some systems' dialogs leave who types a
    /// whole name over the proposed one's begin, one goes.
    static Path withExtension(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!isExperiment(file)) {
            return file.resolveSibling(name + EXTENSION);
        }
        String bare = name.substring(0, name.length() - EXTENSION.length());
        return isExperiment(Path.of(bare)) ? file.resolveSibling(bare) : file;
    }

    /// The file name to offer: the document's own, else its title; but a shipped experiment that was changed is called
    /// after its data, since its title is that of what was shipped.
    static String proposal(Document document) {
        Path file = document.file();
        if (file != null) {
            return String.valueOf(file.getFileName());
        }
        Experiment experiment = document.experiment();
        Experiment origin = document.saved();
        boolean changed = origin != null && origin.title().equals(experiment.title()) && !document.isSaved();
        return fileName(changed ? nameOf(experiment.data().source()) : experiment.title()) + EXTENSION;
    }

    /// The same without the extension, for files of other kinds.
    static String base(Document document) {
        return shown(Path.of(proposal(document)));
    }

    private static String nameOf(Source source) {
        return source instanceof Source.Csv csv ? ofTable(csv.path()) : source.id();
    }

    /// A title in the letters that every file system takes: "Two moons" becomes "two-moons".
    static String fileName(String title) {
        String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-", "");
        int letters = Math.min(LONGEST, plain.codePointCount(0, plain.length()));
        String cut = plain.substring(0, plain.offsetByCodePoints(0, letters)).replaceAll("-$", "");
        return cut.isEmpty() ? "experiment" : cut;
    }

    /// What a document is called: its file's name; the title of the shipped experiment, the link or the table that it began
    /// with, while that still says what it is trained on.
    static String of(Document document) {
        Path file = document.file();
        return file != null ? shown(file) : document.isSaved() || isNamedAfterData(document)
                ? ShippedTitles.local(document.experiment().title()) : Texts.get("window.untitled");
    }

    private static boolean isNamedAfterData(Document document) {
        Experiment experiment = document.experiment();
        Experiment origin = document.saved();
        return isOfTable(experiment) || PlaygroundLink.isTitled(experiment)
                || origin != null && origin.title().equals(experiment.title()) && isOfSameKind(origin.data(), experiment.data());
    }

    private static boolean isOfSameKind(Data first, Data second) {
        return nameOf(first.source()).equals(nameOf(second.source()));
    }

    /// Whether an experiment is called as the table is that it is trained on.
    static boolean isOfTable(Experiment experiment) {
        return experiment.data().source() instanceof Source.Csv csv && experiment.title().equals(ofTable(csv.path()));
    }

    /// The name of a table without its extension. Its path may be a shipped one's, or from another system, and then be none
    /// here.
    static String ofTable(String path) {
        String bare = Builtins.isShipped(path) ? path.substring(Builtins.PREFIX.length()) : path;
        return shown(bare.substring(1 + Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('\\'))));
    }

    /// A file's name without its extension.
    static String shown(Path file) {
        return shown(String.valueOf(file.getFileName()));
    }

    private static String shown(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
