import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Makes what a user installs, from the runnable folder that the build leaves: an image of the program with a Java runtime
/// of its own, and of that this system's package, a `.deb`, `.msi` or `.dmg`. Run by `mvn -Pinstaller package`, with the
/// JDK that the program was built with.
///
/// Arguments: the project's folder, the runnable folder, the folder to write to, the version.
public final class BuildInstaller {
    /// What the program and its libraries use of Java, as jdeps finds it in them, one by one.
    private static final String MODULES = "java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,"
            + "java.net.http,java.scripting,java.sql,java.xml,jdk.incubator.vector,jdk.jfr,jdk.localedata,jdk.management,"
            + "jdk.unsupported,jdk.zipfs";
    private static final String NAME = "crescent";
    private static final String CACHE = NAME + ".aot";
    private static final String SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    private static final boolean WINDOWS = SYSTEM.startsWith("windows");
    private static final boolean MAC = SYSTEM.startsWith("mac");

    private final Path project;
    private final Path program;
    private final Path target;
    private final String version;

    private BuildInstaller(Path project, Path program, Path target, String version) {
        this.project = project;
        this.program = program;
        this.target = target;
        this.version = version;
    }

    public static void main(String[] arguments) throws Exception {
        BuildInstaller build = new BuildInstaller(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]),
                arguments[3].replaceAll("[^0-9.].*", ""));
        Path image = build.image();
        build.rehearse(image);
        System.out.println("The program's image, " + megabytes(image) + ": " + image);
        Path made = build.installer(image);
        System.out.println("The installer, " + megabytes(made) + ": " + made);
    }

    /// The program with its runtime, runnable from any folder.
    private Path image() throws Exception {
        delete(target);
        Files.createDirectories(target);
        Path input = target.resolve("input");
        copy(program.resolve("lib"), input);
        copy(project.resolve("assets/icon"), input.resolve("icons"));
        List<String> command = new ArrayList<>(List.of(tool("jpackage"), "--type", "app-image", "--dest", target.toString(),
                "--name", NAME, "--app-version", packageVersion(), "--vendor", "Crescent",
                "--description", "A playground for neural networks", "--input", input.toString(),
                "--main-jar", "crescent.jar", "--main-class", "dev.crescent.Main", "--icon", icon().toString(),
                // Commands stay, since the cache of compiled classes is written by one of them.
                "--add-modules", MODULES, "--jlink-options",
                "--strip-debug --no-header-files --no-man-pages --compress=zip-6 --include-locales=en,de"));
        for (String option : javaOptions()) {
            command.addAll(List.of("--java-options", option));
        }
        if (WINDOWS) {
            // A launcher for the command line beside the one for the window.
            Path console = Files.writeString(target.resolve("console.properties"), "win-console=true\n");
            command.addAll(List.of("--add-launcher", NAME + "-command=" + console));
        }
        run(command, Map.of());
        delete(input);
        Path image = MAC ? target.resolve(NAME + ".app") : target.resolve(NAME);
        Path settings = directory(image).resolve(NAME + ".cfg");
        // JavaFX is on the module path, and there alone.
        Files.write(settings, Files.readAllLines(settings).stream().filter(line -> !line.contains("$APPDIR/javafx/")).toList());
        return image;
    }

    /// What the launchers of the runnable folder tell Java, here once for all.
    private List<String> javaOptions() throws IOException {
        List<String> options = new ArrayList<>();
        for (String line : Files.readAllLines(program.resolve("bin/crescent.options"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                options.add(line.strip());
            }
        }
        options.add("--module-path=$APPDIR/javafx");
        // Where its cache does not fit a machine, Java goes on without, and would say so among what a command prints.
        options.add("-Xlog:disable");
        if (!WINDOWS && !MAC) {
            options.add("-XX:TrimNativeHeapInterval=10000");
        }
        return options;
    }

    /// Starts the program once, without a display, so that Java finds its classes read and linked at every start of a user.
    private void rehearse(Path image) throws Exception {
        Path home = Files.createTempDirectory(target, "rehearsal");
        Path cache = directory(image).resolve(CACHE);
        Path launcher = WINDOWS ? image.resolve(NAME + ".exe") : image.resolve(MAC ? "Contents/MacOS/" + NAME : "bin/" + NAME);
        run(List.of(launcher.toString()), Map.of("CRESCENT_HOME", home.toString(), "JAVA_TOOL_OPTIONS",
                "-XX:AOTCacheOutput=" + cache + " -Dcrescent.rehearsal=true -Dglass.platform=Headless -Dprism.order=sw"));
        if (!Files.isRegularFile(cache)) {
            throw new IOException(cache + ": the rehearsal has not left it");
        }
        Files.writeString(directory(image).resolve(NAME + ".cfg"), "java-options=-XX:AOTCache=$APPDIR/" + CACHE + "\n",
                StandardOpenOption.APPEND);
        delete(home);
    }

    private static Path directory(Path image) {
        return image.resolve(WINDOWS ? "app" : MAC ? "Contents/app" : "lib/app");
    }

    private Path installer(Path image) throws Exception {
        Path association = target.resolve("crescent.association");
        Files.writeString(association, Files.readString(project.resolve("src/installer/crescent.association"))
                + "icon=" + icon().toString().replace('\\', '/') + "\n");
        String type = WINDOWS ? "msi" : MAC ? "dmg" : "deb";
        List<String> command = new ArrayList<>(List.of(tool("jpackage"), "--type", type, "--app-image", image.toString(),
                "--dest", target.toString(), "--name", NAME, "--app-version", packageVersion(), "--vendor", "Crescent",
                "--file-associations", association.toString(), "--license-file", project.resolve("LICENSE").toString()));
        if (WINDOWS) {
            command.addAll(List.of("--win-menu", "--win-shortcut", "--win-dir-chooser", "--win-per-user-install"));
        } else if (!MAC) {
            command.addAll(List.of("--linux-shortcut", "--linux-menu-group", "Education;Science",
                    "--linux-deb-maintainer", "crescent@localhost", "--linux-app-category", "science",
                    // JavaFX's libraries lie in jars, where the packager does not see what they need.
                    "--linux-package-deps", "libgtk-3-0 | libgtk-3-0t64, libgl1, libxxf86vm1, fontconfig, fonts-dejavu-core,"
                            + " desktop-file-utils, shared-mime-info",
                    "--description", "Playground for neural networks", "--resource-dir",
                    project.resolve("src/installer/linux").toString()));
        }
        run(command, Map.of());
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("." + type)).findFirst()
                    .orElseThrow(() -> new IOException("jpackage left no ." + type + " in " + target));
        }
    }

    /// Installers for macOS begin at version 1.
    private String packageVersion() {
        return MAC && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    private Path icon() {
        return project.resolve("assets/icon/crescent" + (WINDOWS ? ".ico" : MAC ? ".icns" : "-512.png")).toAbsolutePath();
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", WINDOWS ? name + ".exe" : name).toString();
    }

    private static void run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException(Path.of(command.getFirst()).getFileName() + " ended with the status " + status);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String megabytes(Path file) throws IOException {
        try (Stream<Path> files = Files.walk(file)) {
            long bytes = files.filter(Files::isRegularFile).mapToLong(one -> one.toFile().length()).sum();
            return Math.round(bytes / 1e6) + " MB";
        }
    }
}
