package dev.crescent.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder = Path.of("");

    private static void write(Path file, String text) throws IOException {
        WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
        }
    }

    @Test
    void aFileIsMadeAndReplacedAndNothingIsLeftBesideIt() throws IOException {
        Path file = folder.resolve("a.txt");
        write(file, "one");
        write(file, "two");
        assertThat(file).hasContent("two");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void contentThatBreaksOffLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("a.txt");
        write(file, "old");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
            out.write('n');
            out.flush();
            throw new IOException("full");
        })).hasMessage("full");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void ofALinkWhatItNamesIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Path link = folder.resolve("link");
        assumeTrue(linked(link, file), "links need rights on Windows");
        write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    private static boolean linked(Path link, Path to) {
        try {
            Files.createSymbolicLink(link, to.getFileName());
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Test
    void aFileThatOthersMayReadStaysSo() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        for (String permissions : new String[] {"rw-rw-rw-", "rw-------"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            write(file, "new");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo(permissions);
        }
        Path usual = Files.createFile(folder.resolve("usual"));
        write(folder.resolve("fresh"), "new");
        assertThat(Files.getPosixFilePermissions(folder.resolve("fresh"))).as("as of any new file")
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }
}
