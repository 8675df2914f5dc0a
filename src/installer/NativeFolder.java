import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// ND4J's native libraries as files in one folder, where the installed program loads them from: nothing is unpacked into the
/// user's cache, and the package's compression, which reads farther back than a jar's, makes 39 MB of their 385.
final class NativeFolder {
    static final String NAME = "nd4j";
    private static final Pattern JAR = Pattern.compile("(nd4j-native|openblas|javacpp)-.*-(linux|windows|macosx)-x86_64\\.jar");
    private static final Pattern LIBRARY = Pattern.compile("[^/]+\\.(so(\\.\\d+)*|dll|dylib)");
    /// OpenBLAS goes by a second name with those who want no LAPACK of it.
    private static final Pattern OPENBLAS = Pattern.compile("libopenblas(\\.so\\.0|\\.0\\.dylib)");

    private NativeFolder() {}

    /// Takes the libraries out of their jars, which go.
    ///
    /// @return whether there are any for this system
    static boolean unpack(Path jars) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.list(jars)) {
            found = files.filter(file -> JAR.matcher(file.getFileName().toString()).matches()).toList();
        }
        for (Path jar : found) {
            Path folder = Files.createDirectories(jars.resolve(NAME));
            try (FileSystem content = FileSystems.newFileSystem(jar); Stream<Path> files = Files.walk(content.getPath("/"))) {
                for (Path file : files.filter(NativeFolder::isLibrary).toList()) {
                    Files.copy(file, folder.resolve(file.getFileName().toString()));
                }
            }
            Files.delete(jar);
        }
        return !found.isEmpty();
    }

    private static boolean isLibrary(Path file) {
        return file.getFileName() != null && LIBRARY.matcher(file.getFileName().toString()).matches();
    }

    /// In the image, since a packager may copy what a link leads to. On Windows, libraries find each other by name.
    static void link(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = OPENBLAS.matcher(file.getFileName().toString());
                if (name.matches()) {
                    Files.createSymbolicLink(folder.resolve("libopenblas_nolapack" + name.group(1)), file.getFileName());
                }
            }
        }
    }
}
