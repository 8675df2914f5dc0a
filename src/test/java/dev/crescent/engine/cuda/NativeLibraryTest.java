package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryTest {
    private static final String FILE = "libJCudaDriver-12.6.0-linux-x86_64.so";

    @TempDir
    Path parent;

    private byte[] content = new byte[0];
    private Path folder = Path.of("");

    @BeforeEach
    void findContent() throws Exception {
        try (InputStream in = NativeLibraryTest.class.getResourceAsStream("/lib/" + FILE)) {
            assertThat(in).isNotNull();
            content = in.readAllBytes();
        }
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        folder = parent.resolve("12.6.0-" + hash.substring(0, 12));
    }

    private NativeLibrary library() throws IOException {
        return NativeLibrary.find("JCudaDriver", "Linux", "amd64", parent).orElseThrow();
    }

    private List<String> filesThere() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"Linux,amd64,true", "Linux,x86_64,true", "Windows 11,amd64,true", "Linux,aarch64,false", "Mac OS X,x86_64,false",
        "Windows 11,aarch64,false", "FreeBSD,amd64,false"})
    void isThereForTwoPlatforms(String system, String processor, boolean there) throws IOException {
        assertThat(NativeLibrary.find("JCudaDriver", system, processor, parent).isPresent()).isEqualTo(there);
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void isUnpackedIntoAFolderOfItsOwn() throws IOException {
        Path unpacked = library().unpack();
        assertThat(unpacked).isEqualTo(folder.resolve(FILE)).hasBinaryContent(content);
        assertThat(filesThere()).containsExactly(FILE);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        }
    }

    @Test
    void staysWhenItIsRight() throws IOException {
        Path unpacked = library().unpack();
        FileTime time = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(unpacked, time);
        library().unpack();
        assertThat(Files.getLastModifiedTime(unpacked)).isEqualTo(time);
    }

    @Test
    void whatIsNotRightIsReplaced() throws IOException {
        Path unpacked = library().unpack();
        Files.write(unpacked, Arrays.copyOf(content, 1000));
        assertThat(library().unpack()).hasBinaryContent(content);
        byte[] changed = content.clone();
        changed[5000] ^= 1;
        Files.write(unpacked, changed);
        assertThat(library().unpack()).hasBinaryContent(content);
        assertThat(filesThere()).containsExactly(FILE);
    }

    @Test
    void aFolderThatCannotTakeItIsTold() throws IOException {
        Files.writeString(folder, "a file where the folder belongs");
        assertThatThrownBy(() -> library().unpack()).isInstanceOf(IOException.class).hasMessageContaining(folder.toString());
    }

    @Test
    void aNameThatIsTakenByAFolderIsTold() throws IOException {
        Files.createDirectories(folder.resolve(FILE).resolve("inside"));
        assertThatThrownBy(() -> library().unpack()).isInstanceOf(IOException.class);
        assertThat(filesThere()).containsExactly(FILE);
    }

    @Test
    void manyAtOnceLeaveOneWholeLibrary() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Path>> tasks =
                    IntStream.range(0, 8).<Callable<Path>>mapToObj(i -> () -> library().unpack()).toList();
            for (Future<Path> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).hasBinaryContent(content);
            }
        }
        assertThat(filesThere()).containsExactly(FILE);
    }

    @Test
    void loadingLeavesTheFolderForTemporaryFilesAsItWas() throws Exception {
        assumeTrue(NativeLibrary.here("JCudaDriver", parent).isPresent(), "jcuda has no library for this machine");
        NativeLibrary library = NativeLibrary.here("JCudaDriver", parent).orElseThrow();
        String before = System.getProperty("java.io.tmpdir");
        library.load(Watcher.class.getName());
        assertThat(Watcher.FOLDER).startsWith(parent.toString());
        assertThat(System.getProperty("java.io.tmpdir")).isEqualTo(before);
        assertThatThrownBy(() -> library.load(Failing.class.getName())).isInstanceOf(LinkageError.class);
        assertThat(System.getProperty("java.io.tmpdir")).isEqualTo(before);
    }

    /// Sees what jcuda sees when it loads its library.
    private static final class Watcher {
        static final String FOLDER = System.getProperty("java.io.tmpdir");
    }

    private static final class Failing {
        static {
            fail();
        }

        private static void fail() {
            throw new UnsatisfiedLinkError("no driver");
        }
    }
}
