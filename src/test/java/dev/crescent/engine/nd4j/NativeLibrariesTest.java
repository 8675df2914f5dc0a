package dev.crescent.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.engine.Preparation;
import dev.crescent.engine.UnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

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
                .hasMessage("ND4J has no native libraries for macosx-arm64 in this version of Crescent");
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
                        + file.resolve("cache") + " (").hasMessageEndingWith("); make that folder writable");
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        NativeLibraries libraries = new NativeLibraries(here(), folder, null);
        libraries.checkRoom(450_000_000, 450_000_000);
        assertThatThrownBy(() -> libraries.checkRoom(450_000_000, 12_000_000)).isInstanceOf(UnavailableException.class)
                .hasMessage("ND4J's native libraries need 450 MB in " + folder
                        + ", where 12 MB are free; make room there");
    }

    @Test
    void anInstalledProgramUnpacksThemOnceFromBesideIt() throws Exception {
        String before = System.getProperty(NativeLibraries.PATH_PROPERTY);
        Path installed = Files.createDirectories(folder.resolve("program/nd4j"));
        pack(installed.resolve("libopenblas.so.0.xz"), "algebra");
        Path packed = pack(installed.resolve("libnd4jcpu.so.xz"), "operations");
        Path cache = folder.resolve("cache");
        Path unpacked = cache.resolve("installed");
        try {
            NativeLibraries libraries = new NativeLibraries("linux-x86_64", cache, installed);
            assertThat(libraries.missing()).isEqualTo("algebra".length() + "operations".length());
            assertThat(cache).as("only looked").doesNotExist();
            libraries.unpack(Preparation.QUIET);
            assertThat(System.getProperty(NativeLibraries.PATH_PROPERTY)).isEqualTo(unpacked.toString());
            assertThat(unpacked.resolve("libnd4jcpu.so")).hasContent("operations");
            assertThat(unpacked.resolve("libopenblas.so.0")).hasContent("algebra");
            assertThat(unpacked.resolve("libopenblas_nolapack.so.0")).as("its second name").hasContent("algebra");
            assertThat(libraries.missing()).isZero();
            libraries.unpack((what, share) -> {
                throw new AssertionError("again");
            });
            // another version of the program
            pack(packed, "OPERATIONS");
            Files.setLastModifiedTime(packed, FileTime.fromMillis(1_000_000_000_000L));
            assertThat(libraries.missing()).isEqualTo("OPERATIONS".length());
            libraries.unpack(Preparation.QUIET);
            assertThat(unpacked.resolve("libnd4jcpu.so")).hasContent("OPERATIONS");
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

    @Test
    void aDamagedPackageIsToldAndLeavesNothingHalf() throws Exception {
        Path installed = Files.createDirectories(folder.resolve("program/nd4j"));
        Path packed = pack(installed.resolve("libnd4jcpu.so.xz"), "operations".repeat(1000));
        byte[] bytes = Files.readAllBytes(packed);
        bytes[40] ^= 1;
        Files.write(packed, bytes);
        Path cache = folder.resolve("cache");
        assertThatThrownBy(() -> new NativeLibraries("linux-x86_64", cache, installed).unpack(Preparation.QUIET))
                .isInstanceOf(UnavailableException.class).hasMessageStartingWith("ND4J's native libraries cannot be unpacked into ");
        assertThat(cache.resolve("installed")).isEmptyDirectory();
    }

    private static Path pack(Path file, String text) throws IOException {
        try (OutputStream out = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options())) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
