package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsWrittenIsReadAgain() {
        Path file = folder.resolve("deep/preferences.properties");
        Preferences written = new Preferences(file);
        written.setDark(true);
        written.setNumber("width", 1500.5);
        written.setFlag("log", true);
        written.addRecent(folder.resolve("ä b.crescent"));
        written.write();

        Preferences read = Preferences.read(file);

        assertThat(read.dark()).contains(true);
        assertThat(read.number("width", 1, 0, 2000)).isEqualTo(1500.5);
        assertThat(read.flag("log", false)).isTrue();
        assertThat(read.recent()).containsExactly(folder.resolve("ä b.crescent").toAbsolutePath().normalize());
    }

    @Test
    void nonsenseIsPassedOver() throws IOException {
        Path file = folder.resolve("preferences.properties");
        Files.writeString(file, "width=many\nheight=-4\ntheme=purple\nlog=perhaps\nrecent.0=\\u0000\n");

        Preferences read = Preferences.read(file);

        assertThat(read.number("width", 7, 0, 100)).isEqualTo(7);
        assertThat(read.number("height", 8, 0, 100)).isEqualTo(8);
        assertThat(read.flag("log", true)).isTrue();
        assertThat(read.flag("log", false)).isFalse();
        assertThat(read.recent()).isEmpty();
    }

    @Test
    void aFileThatIsNoTextAtAllStartsAnew() throws IOException {
        Path file = folder.resolve("preferences.properties");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, '\\', 'u', 'z'});

        assertThat(Preferences.read(file).dark()).isEmpty();
    }

    @Test
    void recentFilesAreFewAndEachIsThereOnce() {
        Preferences preferences = new Preferences(folder.resolve("p"));
        for (int i = 0; i < 20; i++) {
            preferences.addRecent(folder.resolve(i % 10 + ".crescent"));
        }

        preferences.addRecent(folder.resolve("5.crescent"));
        preferences.addRecent(folder.resolve("x").resolve("..").resolve("7.crescent"));

        assertThat(preferences.recent()).extracting(file -> file.getFileName().toString()).containsExactly(
                "7.crescent", "5.crescent", "9.crescent", "8.crescent", "6.crescent", "4.crescent", "3.crescent", "2.crescent");
    }

    @Test
    void twoWritersAtOnceLoseNothing() throws Exception {
        Path file = folder.resolve("p.properties");
        Preferences preferences = Preferences.read(file);
        for (int i = 0; i < 100; i++) {
            int round = i;
            Thread other = Thread.ofPlatform().start(() -> {
                preferences.addRecent(folder.resolve(round + ".crescent"));
                preferences.write();
            });
            preferences.setDark(round % 2 == 0);
            preferences.write();
            other.join();
            Preferences read = Preferences.read(file);
            assertThat(read.dark()).hasValue(round % 2 == 0);
            assertThat(read.recent().getFirst()).isEqualTo(folder.resolve(round + ".crescent"));
        }
    }

    @Test
    void whatCannotBeWrittenIsWrittenTheNextTime() throws IOException {
        Path place = folder.resolve("place");
        Files.writeString(place, "no folder");
        Preferences preferences = Preferences.read(place.resolve("p.properties"));
        preferences.setDark(true);
        preferences.addRecent(folder.resolve("a.crescent"));
        preferences.write();
        Files.delete(place);
        preferences.addRecent(folder.resolve("b.crescent"));
        preferences.write();
        Preferences read = Preferences.read(place.resolve("p.properties"));
        assertThat(read.dark()).hasValue(true);
        assertThat(read.recent()).containsExactly(folder.resolve("b.crescent"), folder.resolve("a.crescent"));
    }

    @Test
    void everySystemHasItsOwnPlace() {
        assertThat(UserFolder.find(Map.of("CRESCENT_HOME", "/x"), "Linux", "/home/a").path()).isEqualTo(Path.of("/x"));
        assertThat(UserFolder.find(Map.of("XDG_DATA_HOME", "/data"), "Linux", "/home/a").path())
                .isEqualTo(Path.of("/data/crescent"));
        assertThat(UserFolder.find(Map.of(), "Linux", "/home/a").path())
                .isEqualTo(Path.of("/home/a/.local/share/crescent"));
        assertThat(UserFolder.find(Map.of(), "Mac OS X", "/Users/a").path())
                .isEqualTo(Path.of("/Users/a/Library/Application Support/Crescent"));
        assertThat(UserFolder.find(Map.of("APPDATA", "/roaming"), "Windows 11", "/u").path())
                .isEqualTo(Path.of("/roaming/Crescent"));
    }

    /// Also where another window has written its own files meanwhile.
    @Test
    void aFileThatIsRemovedFromTheListStaysOut() {
        Path file = folder.resolve("p");
        Path one = folder.resolve("one.crescent").toAbsolutePath().normalize();
        Path two = folder.resolve("two.crescent").toAbsolutePath().normalize();
        Path three = folder.resolve("three.crescent").toAbsolutePath().normalize();
        Preferences mine = new Preferences(file);
        mine.addRecent(one);
        mine.addRecent(two);
        mine.write();
        Preferences other = Preferences.read(file);
        other.addRecent(three);
        other.write();

        mine.removeRecent(two);
        assertThat(mine.recent()).containsExactly(one);
        mine.write();

        assertThat(Preferences.read(file).recent()).containsExactly(three, one);
        mine.addRecent(two);
        mine.write();
        assertThat(Preferences.read(file).recent()).containsExactly(two, three, one);
    }
}
