import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The program's style sheets in JavaFX's binary form beside their text: JavaFX takes `x.bss` for `x.css` by itself where
/// there is one, and need not parse at the start.
final class StyleSheets {
    private StyleSheets() {}

    /// @param jar the program's, which the binary forms are put into
    /// @param javafx the folder with JavaFX's jars
    static void convert(Path jar, Path javafx) throws Exception {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(javafx)) {
            for (Path file : files.toList()) {
                jars.add(file.toUri().toURL());
            }
        }
        try (URLClassLoader classes = new URLClassLoader(jars.toArray(URL[]::new));
                FileSystem content = FileSystems.newFileSystem(jar)) {
            Method convert = classes.loadClass("javafx.css.Stylesheet").getMethod("convertToBinary", File.class, File.class);
            for (Path sheet : sheets(content.getPath("/"))) {
                convert(convert, sheet);
            }
        }
    }

    private static List<Path> sheets(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".css")).toList();
        }
    }

    private static void convert(Method convert, Path sheet) throws Exception {
        Path text = Files.createTempFile("sheet", ".css");
        Path binary = Files.createTempFile("sheet", ".bss");
        try {
            Files.write(text, Files.readAllBytes(sheet));
            convert.invoke(null, text.toFile(), binary.toFile());
            String name = sheet.getFileName().toString();
            Files.write(sheet.resolveSibling(name.substring(0, name.length() - ".css".length()) + ".bss"),
                    Files.readAllBytes(binary));
        } finally {
            Files.delete(text);
            Files.delete(binary);
        }
    }
}
