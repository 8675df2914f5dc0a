package dev.crescent.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.engine.Preparation;
import dev.crescent.engine.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibrariesTest {
    @TempDir
    private Path folder = Path.of("");

    private static String here() {
        return NativeLibraries.platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    @ParameterizedTest
    @CsvSource({"Linux,amd64,linux-x86_64", "Windows 11,amd64,windows-x86_64", "Mac OS X,x86_64,macosx-x86_64",
        "Mac OS X,aarch64,macosx-arm64", "Linux,aarch64,linux-arm64", "Linux,riscv64,linux-riscv64"})
    void platformsHaveJavaCppsNames(String system, String processor, String platform) {
        assertThat(NativeLibraries.platform(system, processor)).isEqualTo(platform);
    }

    @Test
    void aPlatformWithoutNativesIsToldByName() {
        assertThatThrownBy(() -> new NativeLibraries("macosx-arm64", folder, null).unpack(Preparation.QUIET))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("ND4J has no native libraries for macosx-arm64 in this version of Crescent; use the device cpu");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theyAreUnpackedOnceWithProgress() throws Exception {
        Natives.assume();
        NativeLibraries libraries = new NativeLibraries(here(), folder.resolve("a/b"), null);
        assertThat(libraries.missing()).isGreaterThan(100_000_000);
        assertThat(folder).as("only looked").isEmptyDirectory();
        List<Double> shares = new ArrayList<>();
        libraries.unpack((what, share) -> {
            assertThat(what).matches("Unpacking ND4J's native libraries, [1-9]\\d\\d MB, once");
            shares.add(share);
        });
        assertThat(shares).isSorted().startsWith(0.0).endsWith(1.0).hasSizeGreaterThan(100);
        List<Path> files = files();
        assertThat(files).anyMatch(file -> String.valueOf(file.getFileName()).contains("nd4jcpu"));
        assertThat(libraries.missing()).isZero();
        libraries.unpack((what, share) -> {
            throw new AssertionError("again");
        });
        Path damaged = files.stream().filter(file -> String.valueOf(file.getFileName()).contains("jnijavacpp")).findFirst()
                .orElseThrow();
        long size = Files.size(damaged);
        Files.writeString(damaged, "half");
        shares.clear();
        libraries.unpack((what, share) -> shares.add(share));
        assertThat(shares).containsExactly(0.0, 1.0);
        assertThat(damaged).hasSize(size);
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void whoeverStopsItLeavesNothingHalf() throws Exception {
        Natives.assume();
        assertThatThrownBy(() -> new NativeLibraries(here(), folder, null).unpack((what, share) -> {
            if (share > 0.5) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
        assertThat(files()).noneMatch(file -> file.toString().endsWith(".part"))
                .noneMatch(file -> String.valueOf(file.getFileName()).matches("(lib)?nd4jcpu.*"));
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws Exception {
        Natives.assume();
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> new NativeLibraries(here(), file.resolve("cache"), null).unpack(Preparation.QUIET))
                .isInstanceOf(UnavailableException.class).hasMessageStartingWith("ND4J's native libraries cannot be unpacked into "
                        + file.resolve("cache") + " (").hasMessageEndingWith("); make that folder writable, or use the device cpu");
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        NativeLibraries libraries = new NativeLibraries(here(), folder, null);
        libraries.checkRoom(450_000_000, 450_000_000);
        assertThatThrownBy(() -> libraries.checkRoom(450_000_000, 12_000_000)).isInstanceOf(UnavailableException.class)
                .hasMessage("ND4J's native libraries need 450 MB in " + folder
                        + ", where 12 MB are free; make room there, or use the device cpu");
    }

    @Test
    void anInstalledProgramLoadsThemFromItsOwnFolder() throws Exception {
        String before = System.getProperty(NativeLibraries.PATH_PROPERTY);
        Path installed = Files.createDirectories(folder.resolve("installed"));
        Path cache = folder.resolve("cache");
        try {
            NativeLibraries libraries = new NativeLibraries("macosx-arm64", cache, installed);
            assertThat(libraries.missing()).isZero();
            libraries.unpack((what, share) -> {
                throw new AssertionError("there is nothing to unpack");
            });
            assertThat(System.getProperty(NativeLibraries.PATH_PROPERTY)).isEqualTo(installed.toString());
            assertThat(cache).isEmptyDirectory();
        } finally {
            if (before == null) {
                System.clearProperty(NativeLibraries.PATH_PROPERTY);
            } else {
                System.setProperty(NativeLibraries.PATH_PROPERTY, before);
            }
        }
        assertThatThrownBy(() -> new NativeLibraries("macosx-arm64", cache, folder.resolve("gone")).missing())
                .as("a folder that is not there").isInstanceOf(UnavailableException.class)
                .hasMessageStartingWith("ND4J has no native libraries for macosx-arm64");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
