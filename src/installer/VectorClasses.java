import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ArrayList;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// The Vector API in the installed program: the classes of the JDK's module `jdk.incubator.vector`, as they are, in a jar
/// behind Java's own.
///
/// A module that incubates keeps Java from taking modules, linked classes, lambdas and profiles out of its cache at the start
/// (`java.lang.ModuleBootstrap` archives no boot layer with one). Behind Java's own classes they are no module, and compiled
/// just as well, given what Java gives the module by itself.
final class VectorClasses {
    static final String JAR = "vector.jar";
    private static final String MODULE = "jdk.incubator.vector";

    private VectorClasses() {}

    static List<String> options() {
        List<String> options = new ArrayList<>(List.of("-Xbootclasspath/a:$APPDIR/" + JAR,
                "-XX:+UnlockExperimentalVMOptions", "-XX:+EnableVectorSupport", "-XX:+EnableVectorReboxing",
                "-XX:+EnableVectorAggressiveReboxing"));
        ModuleLayer.boot().findModule("java.base").orElseThrow().getDescriptor().exports().stream()
                .filter(export -> export.targets().contains(MODULE)).map(export -> export.source()).sorted()
                .forEach(name -> options.add("--add-exports=java.base/" + name + "=ALL-UNNAMED"));
        return options;
    }

    /// Writes the jar, with the classes of the JDK that this runs with.
    static void write(Path jar) throws IOException {
        Path module = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", MODULE);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(module)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = module.relativize(file).toString();
                if (!name.equals("module-info.class")) {
                    ZipEntry entry = new ZipEntry(name);
                    entry.setTime(0);
                    entries.putNextEntry(entry);
                    Files.copy(file, entries);
                    entries.closeEntry();
                }
            }
        }
    }
}
