package dev.crescent.app;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.export.link.PlaygroundLink;
import dev.crescent.train.Engines;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a new window begins with: the file that was asked for, else what was on the bench last, else the default. It can
/// be trained.
///
/// @param before unsaved work that the file takes the place of, one undo away; null if there is none
/// @param problem a sentence if what was asked for, or was there last, could not be opened; else empty
/// @param news what was made of what was asked for, a sentence; empty if nothing is to be said
/// @param room as [Work#room]
/// @param home whether it begins on the start screen: nothing was asked for, and nothing of the user's is on the bench
/// @param link that was asked for, which says what is to be shown, too; null for anything else
/// @param waits what waits for its room, if that was read already; null if it was not, or if nothing waits
record Opening(Place place, @Nullable Place before, String problem, String news, String room, boolean home,
        @Nullable PlaygroundLink link, @Nullable Opening waits) {
    Opening(Place place, @Nullable Place before, String problem, String room, boolean home) {
        this(place, before, problem, "", room, home, null, null);
    }

    /// Begins with the default experiment.
    static Opening begin() {
        return new Opening(Place.start(Document.begun(Experiment.defaults())), null, "", "", true);
    }

    /// The same in the room, not on the start screen.
    Opening inRoom() {
        return new Opening(place, before, problem, news, room, false, link, waits);
    }

    Document document() {
        return place.document();
    }

    /// Reads files; not on the JavaFX thread. After a crash the window shows what it could keep, and where work waits for its
    /// room, it opens in the room that it was in.
    ///
    /// @param arguments as below
    static Opening read(List<String> arguments, Preferences preferences, Desk desk, Engines engines) {
        Opening read = read(arguments, preferences, desk.autosave(), engines);
        if (!read.home) {
            return read;
        }
        // Read once: what cannot be put on the bench is set aside, and the window says so.
        Opening waits = waiting(desk.waiting(), engines);
        boolean home = !desk.crashed() && !isWork(place(waits));
        return new Opening(read.place, read.before, read.problem, read.news, read.room, home, read.link, waits);
    }

    private static @Nullable Place place(@Nullable Opening found) {
        return found == null || !found.problem.isEmpty() ? null : found.place;
    }

    /// Whether something would be lost without it, or a file of the user's is its own.
    private static boolean isWork(@Nullable Place place) {
        return place != null && (place.document().file() != null || !place.document().isSaved(place.progress()));
    }

    /// Reads files; not on the JavaFX thread.
    ///
    /// @param arguments nothing, or one experiment file, shipped experiment, link or table
    static Opening read(List<String> arguments, Preferences preferences, Autosave autosave, Engines engines) {
        Opening last = last(autosave, engines);
        if (arguments.isEmpty()) {
            return last;
        }
        try {
            Asked asked = asked(arguments.getFirst(), preferences, engines);
            return new Opening(asked.place, last.document().isSaved(last.place().progress()) ? null : last.place(), last.problem(),
                    asked.news, "", false, PlaygroundLinks.read(arguments.getFirst()).orElse(null), null);
        } catch (OpeningException | ExperimentFileException e) {
            String problem = Sentences.of(e);
            return new Opening(last.place(), null, last.problem().isEmpty() ? problem
                    : Texts.get("window.both", problem, last.problem()), last.room(), false);
        }
    }

    /// What waited for its room when the window was closed, or was left by another window; null if nothing was. If it cannot
    /// be put on the bench now, there is a problem.
    static @Nullable Opening waiting(Autosave autosave, Engines engines) {
        return autosave.exists() ? last(autosave, engines) : null;
    }

    /// What the user is to know about it: a problem, or what of a damaged file is not there any more; empty if nothing.
    String remark() {
        String loss = Sentences.local(place.loss());
        return problem.isEmpty() ? loss : loss.isEmpty() ? problem : Texts.get("window.both", loss, problem);
    }

    private record Asked(Place place, String news) {}

    private static Asked asked(String argument, Preferences preferences, Engines engines)
            throws OpeningException, ExperimentFileException {
        if (PlaygroundLink.isLink(argument)) {
            return new Asked(Place.start(PlaygroundLinks.document(argument)), "");
        }
        if (argument.startsWith(Builtins.PREFIX)) {
            return new Asked(Place.start(new ImageFolders(preferences, engines).shipped(Builtins.read(argument))), "");
        }
        try {
            // The next start may be in another folder.
            Path file = Path.of(argument).toAbsolutePath().normalize();
            if (OpenedTable.isTable(argument)) {
                Table table = OpenedTable.read(file);
                preferences.addRecent(file);
                return new Asked(Place.start(OpenedTable.document(file, table)), table.told());
            }
            Place place = Documents.open(file, engines);
            preferences.addRecent(file);
            return new Asked(place, "");
        } catch (InvalidPathException e) {
            throw new OpeningException(Texts.get("window.noFileName", argument), e);
        }
    }

    private static Opening last(Autosave autosave, Engines engines) {
        try {
            Autosave.Kept kept = autosave.read().orElse(null);
            if (kept == null) {
                return begin();
            }
            Document document = document(kept);
            Documents.check(document, Titles.of(document), engines);
            Place place = Place.of(document, kept.progress(), kept.loss()).with(kept.pinned());
            return new Opening(place, null, "", kept.room(), !isWork(place));
        } catch (OpeningException e) {
            // A table that has moved, or has no room. The work stays where the user can find it.
            return aside("window.setAside", autosave.bare(Sentences.of(e)), autosave, e);
        } catch (ExperimentFileException e) {
            return aside("window.damagedAside", autosave.reason(Sentences.of(e)), autosave, e);
        }
    }

    /// @param text says what is wrong, and where the work lies now
    private static Opening aside(String text, String problem, Autosave autosave, Exception e) {
        Logs.warning("The unsaved experiment cannot be put on the bench", e);
        return new Opening(begin().place(), null, Texts.get(text, problem, autosave.setAside()), "", false);
    }

    private static Document document(Autosave.Kept kept) {
        Experiment experiment = kept.experiment();
        try {
            if (kept.file().isEmpty()) {
                return kept.begun() ? Document.begun(experiment) : Document.recovered(experiment);
            }
            Path file = Path.of(kept.file());
            Document saved = saved(file);
            if (saved == null) {
                return new Document(experiment, file, null).stamped(kept.stamp());
            }
            boolean settings = kept.settingsWanted() && !saved.holdsTraining();
            return new Document(experiment, file, saved.experiment(), settings ? Document.SETTINGS_WANTED : saved.trainedTo(),
                    kept.stamp());
        } catch (InvalidPathException e) {
            Logs.warning("The unsaved experiment's file has no possible name", e);
            return Document.recovered(experiment);
        }
    }

    private static @Nullable Document saved(Path file) {
        try {
            return Documents.read(file);
        } catch (ExperimentFileException | OpeningException e) {
            // The file has gone, or there is no room for it; the work is still here, and not saved.
            return null;
        }
    }
}
