import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Makes what a user installs, from the runnable folder that the build leaves: an image of the program with a Java runtime
/// of its own, and of that this system's package, a `.deb`, `.msi` or `.dmg`. Run by `mvn -Pinstaller package`, with the
/// JDK that the program was built with.
///
/// Arguments: the project's folder, the runnable folder, the folder to write to, the version, and `image` to leave it at the
/// image; or `--show` and a system,
/// `linux`, `windows` or `mac`, to see what its packager would be told.
public final class BuildInstaller {
    private static final String CACHE = Target.NAME + ".aot";

    private final Target target;
    private final Packaging packaging;
    private final Path project;
    private final Path program;
    private final Path folder;

    private BuildInstaller(Target target, Path project, Path program, Path folder, String version) {
        this.target = target;
        this.project = project;
        this.program = program;
        this.folder = folder;
        packaging = new Packaging(target, project, folder, version);
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("--show")) {
            show(Target.valueOf(arguments[1].toUpperCase(Locale.ROOT)));
            return;
        }
        BuildInstaller build = new BuildInstaller(Target.here(), Path.of(arguments[0]), Path.of(arguments[1]),
                Path.of(arguments[2]), arguments[3].replaceAll("[^0-9.].*", ""));
        Path image = build.image();
        build.rehearse(image);
        System.out.println("The program's image, " + Folders.megabytes(image) + ": " + image);
        if (arguments.length > 4) {
            return;
        }
        Path made = build.installer(image);
        System.out.println("The installer, " + Folders.megabytes(made) + ": " + made);
    }

    private static void show(Target target) throws IOException {
        Path project = Path.of("").toAbsolutePath();
        Packaging packaging = new Packaging(target, project, Path.of("out"), "0.1.0");
        List<String> options = packaging.javaOptions(Files.readAllLines(project.resolve("src/main/bin/crescent.options")), true);
        packaging.image(Path.of("input"), Path.of("modules"), Path.of("association"), options).forEach(System.out::println);
        System.out.println();
        packaging.installer(target.image(Path.of("out")), Path.of("association")).forEach(System.out::println);
    }

    /// The program with its runtime, runnable from any folder.
    private Path image() throws Exception {
        Folders.delete(folder);
        Files.createDirectories(folder);
        Path input = folder.resolve("input");
        Path modules = folder.resolve("modules");
        Folders.copy(program.resolve("lib"), input);
        StyleSheets.convert(input.resolve("crescent.jar"), input.resolve("javafx"));
        JavaFxModules.write(input.resolve("javafx"), modules);
        Folders.delete(input.resolve("javafx"));
        Folders.copy(project.resolve("assets/icon"), input.resolve("icons"));
        VectorClasses.write(input.resolve(VectorClasses.JAR));
        boolean nd4j = NativeFolder.pack(input);
        if (target == Target.WINDOWS) {
            Files.writeString(packaging.console(), "win-console=true\n");
        }
        List<String> options = packaging.javaOptions(Files.readAllLines(program.resolve("bin/crescent.options")), nd4j);
        run(packaging.image(input, modules, association(), options), Map.of());
        Folders.delete(input);
        Folders.delete(modules);
        Path image = target.image(folder);
        Path settings = target.files(image).resolve(Target.NAME + ".cfg");
        // The classes behind Java's own are not the program's.
        Files.write(settings, Files.readAllLines(settings).stream()
                .filter(line -> !line.equals("app.classpath=$APPDIR/" + VectorClasses.JAR)).toList());
        return image;
    }

    /// Starts the program once, without a display, so that Java finds its classes read and linked at every start of a user.
    private void rehearse(Path image) throws Exception {
        Path home = Files.createTempDirectory(folder, "rehearsal");
        Path files = target.files(image);
        Path cache = files.resolve(CACHE);
        run(List.of(target.launcher(image).toString()), Map.of("CRESCENT_HOME", home.toString(), "JAVA_TOOL_OPTIONS",
                "-XX:AOTCacheOutput=" + cache + " -Dcrescent.rehearsal=true -Dglass.platform=Headless -Dprism.order=sw"
                        // With profiles of the rehearsal, Java would compile at the start what can wait.
                        + " -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining"));
        if (!Files.isRegularFile(cache)) {
            throw new IOException(cache + ": the rehearsal has not left it");
        }
        Files.writeString(files.resolve(Target.NAME + ".cfg"), "java-options=-XX:AOTCache=$APPDIR/" + CACHE + "\n",
                StandardOpenOption.APPEND);
        Folders.delete(home);
        if (target == Target.MAC) {
            // The seal that the packager put on the image is broken by what has come since.
            run(List.of("codesign", "--force", "--deep", "--sign", "-", image.toString()), Map.of());
        }
    }

    /// The file that says which files the program opens.
    private Path association() throws IOException {
        return Files.writeString(folder.resolve("crescent.association"),
                packaging.association(Files.readString(project.resolve("src/installer/crescent.association"))));
    }

    private Path installer(Path image) throws Exception {
        // Some systems' own compression makes packages that are a third larger.
        run(packaging.installer(image, association()), Map.of("DPKG_DEB_COMPRESSOR_TYPE", "xz"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("." + target.type())).findFirst()
                    .orElseThrow(() -> new IOException("jpackage left no ." + target.type() + " in " + folder));
        }
    }

    /// @param environment variables for it, which those of this process come before
    private static void run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        Map<String, String> own = new HashMap<>(builder.environment());
        builder.environment().putAll(environment);
        own.forEach(builder.environment()::put);
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException(Path.of(command.getFirst()).getFileName() + " ended with the status " + status);
        }
    }
}
