import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// JavaFX as modules of the program's own Java: its libraries lie among Java's, so that nothing is unpacked at the first start
/// and compared at every other.
final class JavaFxModules {
    private static final Pattern JAR = Pattern.compile("javafx-(\\w+)-.*\\.jar");
    private static final Pattern LIBRARY = Pattern.compile(".*\\.(so|dll|dylib)");

    private JavaFxModules() {}

    /// @param jars the folder with this system's jars
    /// @param modules the folder to make, with one module a jar
    static void write(Path jars, Path modules) throws IOException {
        Files.createDirectories(modules);
        try (Stream<Path> files = Files.list(jars)) {
            for (Path jar : files.toList()) {
                Matcher name = JAR.matcher(jar.getFileName().toString());
                if (name.matches()) {
                    write(jar, modules, "javafx." + name.group(1));
                }
            }
        }
    }

    private static void write(Path jar, Path modules, String name) throws IOException {
        Path classes = modules.resolve(name + "-classes");
        Path libraries = Files.createDirectories(modules.resolve(name + "-libraries"));
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            Folders.copy(content.getPath("/"), classes);
        }
        Folders.delete(classes.resolve("META-INF"));
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : files.toList()) {
                if (LIBRARY.matcher(file.getFileName().toString()).matches()) {
                    Files.move(file, libraries.resolve(file.getFileName()));
                }
            }
        }
        List<String> arguments = List.of("create", "--class-path", classes.toString(), "--libs", libraries.toString(),
                modules.resolve(name + ".jmod").toString());
        int status = ToolProvider.findFirst("jmod").orElseThrow().run(System.out, System.err, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IOException("jmod ended with the status " + status);
        }
        Folders.delete(classes);
        Folders.delete(libraries);
    }
}
