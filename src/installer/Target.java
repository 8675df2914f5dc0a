import java.nio.file.Path;
import java.util.Locale;

/// A system to make an installer for, and where its packager puts what.
enum Target {
    LINUX("deb", "-512.png", "bin", "lib/app", "lib/runtime"),
    WINDOWS("msi", ".ico", "", "app", "runtime"),
    MAC("dmg", ".icns", "Contents/MacOS", "Contents/app", "Contents/runtime/Contents/Home");

    static final String NAME = "crescent";

    private final String type;
    private final String icon;
    private final String launchers;
    private final String files;
    private final String runtime;

    Target(String type, String icon, String launchers, String files, String runtime) {
        this.type = type;
        this.icon = icon;
        this.launchers = launchers;
        this.files = files;
        this.runtime = runtime;
    }

    /// The one that this runs on.
    static Target here() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.startsWith("windows") ? WINDOWS : system.startsWith("mac") ? MAC : LINUX;
    }

    /// The package's kind, which is the ending of its name.
    String type() {
        return type;
    }

    /// The program's icon among the project's.
    Path icon(Path project) {
        return project.resolve("assets/icon/crescent" + icon).toAbsolutePath();
    }

    /// The program's image in a folder.
    Path image(Path folder) {
        return folder.resolve(this == MAC ? NAME + ".app" : NAME);
    }

    Path launcher(Path image) {
        return image.resolve(launchers).resolve(this == WINDOWS ? NAME + ".exe" : NAME);
    }

    /// The folder of the program's files in its image, `$APPDIR` for its launcher.
    Path files(Path image) {
        return image.resolve(files);
    }

    Path java(Path image) {
        return image.resolve(runtime).resolve("bin").resolve(executable("java"));
    }

    /// A program of the JDK that this runs with.
    String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", executable(name)).toString();
    }

    private String executable(String name) {
        return this == WINDOWS ? name + ".exe" : name;
    }
}
