package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import dev.crescent.export.OwnDrawings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two windows of one user do not fight over what they keep.
class DeskTest {
    @TempDir
    private Path folder = Path.of("");

    private UserFolder home() {
        return new UserFolder(folder.resolve("home"));
    }

    private static Work titled(String title) {
        return Work.of(Document.begun(Experiment.defaults().withTitle(title)));
    }

    private static String title(Autosave autosave) throws Exception {
        return autosave.read().map(kept -> kept.experiment().title()).orElse("");
    }

    @Test
    void eachWindowHasItsOwnAndTheFirstFreeOneIsTaken() throws Exception {
        try (Desk first = Desk.take(home()); Desk second = Desk.take(home())) {
            assertThat(first.isFirst()).isTrue();
            assertThat(second.isFirst()).isFalse();
            first.autosave().write(titled("first"));
            second.autosave().write(titled("second"));
            assertThat(title(first.autosave())).isEqualTo("first");
            assertThat(title(second.autosave())).isEqualTo("second");
        }
        try (Desk again = Desk.take(home())) {
            assertThat(again.isFirst()).isTrue();
            assertThat(title(again.autosave())).isEqualTo("first");
        }
    }

    @Test
    void theNextWindowOfTheSameProgramHasTheSame() throws Exception {
        Desk first = Desk.take(home());
        try (Desk second = Desk.take(home())) {
            second.autosave().write(titled("second"));
            first.close();
            second.close();
            try (Desk again = second.again(); Desk other = Desk.take(home())) {
                assertThat(title(again.autosave())).isEqualTo("second");
                assertThat(again.crashed()).isFalse();
                assertThat(other.isFirst()).as("it is taken").isTrue();
            }
        }
    }

    @Test
    void aWindowThatDidNotEndIsKnownByWhatItLeft() throws Exception {
        try (Desk desk = Desk.take(home())) {
            assertThat(desk.crashed()).isFalse();
        }
        Files.writeString(home().lock(1), "left by a program that was killed");
        try (Desk desk = Desk.take(home())) {
            assertThat(desk.crashed()).isTrue();
        }
        try (Desk desk = Desk.take(home())) {
            assertThat(desk.crashed()).isFalse();
        }
    }

    @Test
    void whatOtherWindowsLeftLiesWhereNoWindowWritesUntilItIsTakenAway() throws Exception {
        try (Desk first = Desk.take(home())) {
            try (Desk second = Desk.take(home()); Desk third = Desk.take(home())) {
                second.autosave().write(titled("second"));
                third.autosave().write(titled("third"));
                assertThat(first.left()).as("they are open").isEmpty();
            }
            List<Path> left = first.left();
            assertThat(left).hasSize(2);
            assertThat(title(new Autosave(left.get(0))) + " " + title(new Autosave(left.get(1)))).isEqualTo("second third");

            try (Desk second = Desk.take(home())) {
                assertThat(second.autosave().exists()).isFalse();
                second.autosave().write(titled("another"));
            }
            List<Path> more = first.left();
            assertThat(more).hasSize(3).containsAll(left);
            new Autosave(left.getFirst()).clear();
            assertThat(first.left()).hasSize(2).doesNotContain(left.getFirst());
        }
    }

    @Test
    void aFolderThatTakesNothingLocksNothing() throws IOException {
        UserFolder blocked = new UserFolder(Files.writeString(folder.resolve("file"), "").resolve("home"));
        try (Desk desk = Desk.take(blocked)) {
            assertThat(desk.isFirst()).isTrue();
            assertThat(desk.crashed()).isFalse();
        }
    }

    @Test
    void preferencesOfBothAreKept() {
        Path file = folder.resolve("preferences");
        Preferences one = Preferences.read(file);
        Preferences two = Preferences.read(file);
        one.setText("a", "1");
        one.addRecent(folder.resolve("a.crescent"));
        two.setText("b", "2");
        two.addRecent(folder.resolve("b.crescent"));
        one.write();
        two.write();
        one.write();
        Preferences read = Preferences.read(file);
        assertThat(read.text("a") + read.text("b")).isEqualTo("12");
        assertThat(read.recent()).containsExactly(folder.resolve("b.crescent"), folder.resolve("a.crescent"));
    }

    private static OwnDrawings.Drawn drawn(int ink) {
        byte[] pixels = new byte[OwnDrawings.SIDE * OwnDrawings.SIDE];
        pixels[0] = (byte) ink;
        return new OwnDrawings.Drawn(pixels, ink % 10);
    }

    @Test
    void drawingsOfBothAreKept() {
        OwnDrawings before = new OwnDrawings(List.of(drawn(1), drawn(2)));
        OwnDrawings one = before.with(drawn(3));
        OwnDrawings two = before.without(0).with(drawn(4));
        assertThat(one.changed(before, two).all()).containsExactly(drawn(2), drawn(3), drawn(4));
        assertThat(before.changed(before, one)).isEqualTo(one);
        OwnDrawings twice = before.with(drawn(2));
        assertThat(twice.changed(before, before.without(1)).all()).as("one of two").containsExactly(drawn(1), drawn(2));
    }
}
