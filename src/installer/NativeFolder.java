import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.XZOutputStream;

/// ND4J's native libraries in one folder, each packed by itself with xz, which makes a tenth of their 385 MB where their jars
/// make a quarter. The installed program unpacks them when a user first wants them.
final class NativeFolder {
    static final String NAME = "nd4j";
    private static final Pattern JAR = Pattern.compile("(nd4j-native|openblas|javacpp)-.*-(linux|windows|macosx)-x86_64\\.jar");
    private static final Pattern LIBRARY = Pattern.compile("[^/]+\\.(so(\\.\\d+)*|dll|dylib)");

    private NativeFolder() {}

    /// Takes the libraries out of their jars, which go.
    ///
    /// @return whether there are any for this system
    static boolean pack(Path jars) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.list(jars)) {
            found = files.filter(file -> JAR.matcher(file.getFileName().toString()).matches()).toList();
        }
        for (Path jar : found) {
            Path folder = Files.createDirectories(jars.resolve(NAME));
            try (FileSystem content = FileSystems.newFileSystem(jar); Stream<Path> files = Files.walk(content.getPath("/"))) {
                for (Path file : files.filter(NativeFolder::isLibrary).toList()) {
                    pack(file, folder.resolve(file.getFileName() + ".xz"));
                }
            }
            Files.delete(jar);
        }
        return !found.isEmpty();
    }

    private static void pack(Path library, Path packed) throws IOException {
        FilterOptions[] filters = {new X86Options(), new LZMA2Options()};
        try (OutputStream file = Files.newOutputStream(packed); OutputStream out = new XZOutputStream(file, filters)) {
            Files.copy(library, out);
        }
    }

    private static boolean isLibrary(Path file) {
        return file.getFileName() != null && LIBRARY.matcher(file.getFileName().toString()).matches();
    }
}
