package dev.crescent.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.XZOutputStream;
import org.junit.jupiter.params.provider.ValueSource;

/// What jpackage is told on each system, two of which nobody has tried it on.
class PackagingTest {
    /// The two commands, for the image and for the package.
    private record Commands(List<String> image, List<String> installer) {
        private static final Map<String, Commands> SHOWN = new HashMap<>();

        static Commands of(String system) throws Exception {
            Commands commands = SHOWN.get(system);
            if (commands == null) {
                commands = show(system);
                SHOWN.put(system, commands);
            }
            return commands;
        }

        private static Commands show(String system) throws Exception {
            Process show = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-classpath", jarOf(XZOutputStream.class), "src/installer/BuildInstaller.java", "--show", system)
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            List<String> lines = new String(show.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            assertThat(show.waitFor()).isZero();
            int blank = lines.indexOf("");
            return new Commands(lines.subList(0, blank), lines.subList(blank + 1, lines.size()));
        }
    }

    /// What the packing is done with.
    private static String jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }

    private static List<String> values(List<String> command, String option) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < command.size() - 1; i++) {
            if (command.get(i).equals(option)) {
                values.add(command.get(i + 1));
            }
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({"linux,deb,png,0.1.0", "windows,msi,ico,0.1.0", "mac,dmg,icns,1.1.0"})
    void eachSystemHasItsPackageIconAndVersion(String system, String type, String icon, String version) throws Exception {
        Commands commands = Commands.of(system);
        assertThat(values(commands.image(), "--type")).containsExactly("app-image");
        assertThat(values(commands.image(), "--icon")).singleElement()
                .satisfies(file -> assertThat(Path.of(file)).isRegularFile().hasExtension(icon));
        assertThat(values(commands.installer(), "--type")).containsExactly(type);
        assertThat(values(commands.installer(), "--app-image")).containsExactly(values(commands.image(), "--dest").getFirst()
                + "/crescent" + (system.equals("mac") ? ".app" : ""));
        assertThat(values(commands.installer(), "--license-file")).singleElement()
                .satisfies(file -> assertThat(Path.of(file)).isRegularFile());
        assertThat(List.of(commands.image(), commands.installer()))
                .allSatisfy(command -> assertThat(values(command, "--app-version")).containsExactly(version));
    }

    /// On macOS the image's own description has to say it; elsewhere jpackage refuses that for an image.
    @Test
    void filesAreAssociatedWhereTheSystemReadsIt() throws Exception {
        for (String system : List.of("linux", "windows")) {
            assertThat(Commands.of(system).image()).doesNotContain("--file-associations");
            assertThat(values(Commands.of(system).installer(), "--file-associations")).hasSize(1);
        }
        assertThat(values(Commands.of("mac").image(), "--file-associations")).hasSize(1);
        assertThat(Commands.of("mac").installer()).doesNotContain("--file-associations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "windows", "mac"})
    void jpackageKnowsEveryOption(String system) throws Exception {
        String known = Files.readString(FileSystems.getFileSystem(URI.create("jrt:/"))
                .getPath("modules/jdk.jpackage/jdk/jpackage/internal/resources/HelpResources.properties"));
        String own = system.equals("windows") ? "--win-" : "--" + system + "-";
        Commands commands = Commands.of(system);
        List<String> options = new ArrayList<>(commands.image());
        // What the program's Java and jlink are told begins with dashes, too.
        for (int i = options.size() - 1; i > 0; i--) {
            if (List.of("--java-options", "--jlink-options").contains(options.get(i - 1))) {
                options.remove(i);
            }
        }
        options.addAll(commands.installer());
        List<String> all = options.stream().filter(word -> word.startsWith("--")).distinct().toList();
        assertThat(all).hasSizeGreaterThan(10).allSatisfy(option -> assertThat(known).contains(option));
        assertThat(all).filteredOn(option -> option.matches("--(win|mac|linux)-.*")).allMatch(option -> option.startsWith(own));
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "windows", "mac"})
    void itsJavaHasNoModulesToResolveAtTheStart(String system) throws Exception {
        List<String> options = values(Commands.of(system).image(), "--java-options");
        assertThat(options).noneMatch(option -> option.startsWith("--add-modules") || option.startsWith("--module-path"))
                .contains("-XX:+UseSerialGC", "-Xbootclasspath/a:$APPDIR/vector.jar", "-XX:+EnableVectorSupport",
                        "--add-exports=java.base/jdk.internal.vm.vector=ALL-UNNAMED", "-Dcrescent.nd4j=$APPDIR/nd4j");
        assertThat(values(Commands.of(system).image(), "--add-modules")).singleElement().asString()
                .contains("javafx.controls,javafx.fxml").doesNotContain("incubator");
        assertThat(options.contains("-XX:TrimNativeHeapInterval=10000")).isEqualTo(system.equals("linux"));
    }

    @Test
    void windowsHasASecondLauncherForTheCommandLine() throws Exception {
        assertThat(values(Commands.of("windows").image(), "--add-launcher")).singleElement().asString()
                .startsWith("crescent-command=");
        assertThat(Commands.of("linux").image()).doesNotContain("--add-launcher");
    }
}
