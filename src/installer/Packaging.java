import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What jpackage and the installed program's Java are told, for each system. Options: `jpackage --help`, and
/// <https://docs.oracle.com/en/java/javase/25/docs/specs/man/jpackage.html>.
record Packaging(Target target, Path project, Path folder, String version) {
    /// What the program and its libraries use of Java, as jdeps finds it in them, one by one. The Vector API is not among
    /// it, see [VectorClasses].
    private static final String MODULES = "java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,"
            + "java.net.http,java.scripting,java.sql,java.xml,jdk.jfr,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs,"
            + "javafx.controls,javafx.fxml";
    /// What the launchers of the runnable folder ask for, and the image's Java has by itself.
    private static final String ADDED_MODULES = "--add-modules=";

    /// The command for the image.
    ///
    /// @param input the folder with the program's files
    /// @param modules the folder with JavaFX's modules
    /// @param association the file that says which files the program opens
    /// @param options of the program's Java
    List<String> image(Path input, Path modules, Path association, List<String> options) {
        List<String> command = new ArrayList<>(List.of(target.tool("jpackage"), "--type", "app-image",
                "--dest", folder.toString(), "--name", Target.NAME, "--app-version", packageVersion(), "--vendor", "Crescent",
                "--description", "A playground for neural networks", "--input", input.toString(),
                "--main-jar", "crescent.jar", "--main-class", "dev.crescent.Main", "--icon", target.icon(project).toString(),
                "--module-path", modules.toString(), "--add-modules", MODULES,
                // Commands stay, since the cache of linked classes is written by one of them. What is packed here already
                // would not get smaller in the package, and takes longer to read.
                "--jlink-options", "--strip-debug --no-header-files --no-man-pages --compress=zip-0 --include-locales=en,de"));
        for (String option : options) {
            command.addAll(List.of("--java-options", option));
        }
        if (target == Target.MAC) {
            // There the image says which files it opens, elsewhere the package does.
            command.addAll(List.of("--file-associations", association.toString()));
        }
        if (target == Target.WINDOWS) {
            // A launcher for the command line beside the one for the window.
            command.addAll(List.of("--add-launcher", Target.NAME + "-command=" + console()));
        }
        return command;
    }

    /// The settings of Windows' launcher for the command line.
    Path console() {
        return folder.resolve("console.properties");
    }

    /// What the installed program's Java is told.
    ///
    /// @param shared what the launchers of the runnable folder tell it
    /// @param nd4j whether ND4J's libraries lie in the image
    List<String> javaOptions(List<String> shared, boolean nd4j) {
        List<String> options = new ArrayList<>(shared.stream().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(ADDED_MODULES)).toList());
        options.addAll(VectorClasses.options());
        // Where its cache does not fit a machine, Java goes on without, and would say so among what a command prints.
        options.add("-Xlog:disable");
        if (nd4j) {
            options.add("-Dcrescent.nd4j=$APPDIR/" + NativeFolder.NAME);
        }
        if (target == Target.LINUX) {
            // The compiler's memory goes back to the system; only the GNU C library can.
            options.add("-XX:TrimNativeHeapInterval=10000");
        }
        return options;
    }

    /// The command for the package.
    ///
    /// @param association the file that says which files the program opens
    List<String> installer(Path image, Path association) {
        List<String> command = new ArrayList<>(List.of(target.tool("jpackage"), "--type", target.type(),
                "--app-image", image.toString(), "--dest", folder.toString(), "--name", Target.NAME,
                "--app-version", packageVersion(), "--vendor", "Crescent",
                "--license-file", project.resolve("LICENSE").toString()));
        if (target != Target.MAC) {
            command.addAll(List.of("--file-associations", association.toString()));
        }
        switch (target) {
            case WINDOWS -> command.addAll(List.of("--win-menu", "--win-shortcut", "--win-dir-chooser",
                    "--win-per-user-install"));
            case LINUX -> command.addAll(List.of("--linux-shortcut", "--linux-menu-group", "Education;Science",
                    "--linux-deb-maintainer", "crescent@localhost", "--linux-app-category", "science",
                    // Java loads these when the window opens, which the packager does not see.
                    "--linux-package-deps", "libgtk-3-0 | libgtk-3-0t64, libgl1, libxxf86vm1, fontconfig, fonts-dejavu-core,"
                            + " desktop-file-utils, shared-mime-info",
                    "--description", "Playground for neural networks", "--resource-dir",
                    project.resolve("src/installer/linux").toString()));
            case MAC -> {
                // The image says the rest.
            }
        }
        return command;
    }

    /// The text of the file that says which files the program opens.
    ///
    /// @param kinds its first lines, the same everywhere
    String association(String kinds) {
        return kinds + "icon=" + target.icon(project).toString().replace(File.separatorChar, '/') + "\n";
    }

    /// Installers for macOS begin at version 1.
    private String packageVersion() {
        return target == Target.MAC && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }
}
