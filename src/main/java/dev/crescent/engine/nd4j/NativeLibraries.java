package dev.crescent.engine.nd4j;

import dev.crescent.engine.Preparation;
import dev.crescent.engine.UnavailableException;
import dev.crescent.host.CacheFolder;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// ND4J's native libraries for one platform, which come packed and have to lie in a folder: in jars, or beside an installed
/// program, see [InstalledLibraries].
///
/// JavaCPP, which loads them, would unpack jars by itself, but silently, and leave halves behind where the disk is full. So
/// what they hold is put beforehand where it looks for that: `folder/name of the jar/path in the jar`, with the jar's time.
final class NativeLibraries {
    /// Where JavaCPP looks for its folder.
    private static final String FOLDER_PROPERTY = "org.bytedeco.javacpp.cachedir";
    /// Names the folder of the packed libraries in an installed program.
    static final String INSTALLED_PROPERTY = "crescent.nd4j";
    /// Where JavaCPP looks for libraries that lie in no jar.
    static final String PATH_PROPERTY = "org.bytedeco.javacpp.platform.preloadpath";
    /// The folders in the jars, each with one folder a platform.
    private static final List<String> PLACES =
            List.of("org/bytedeco/javacpp/", "org/bytedeco/openblas/", "org/nd4j/linalg/cpu/nativecpu/bindings/");
    private static final Pattern LIBRARY = Pattern.compile("[^/]+\\.(so(\\.\\d+)*|dll|dylib)");
    /// JavaCPP makes one more copy of the linear algebra.
    private static final long JAVACPP_NEEDS = 64L << 20;
    private static final double MEGABYTE = 1e6;

    private final String platform;
    private final Path folder;
    private final @Nullable Path installed; // null where they come in jars

    /// @param platform as JavaCPP names it: `linux-x86_64`
    /// @param installed the folder that they lie in beside the program, if there is one
    NativeLibraries(String platform, Path folder, @Nullable Path installed) {
        this.platform = platform;
        this.folder = folder;
        this.installed = installed != null && Files.isDirectory(installed) ? installed : null;
    }

    /// Those of this machine. From here on JavaCPP keeps its libraries in Crescent's cache folder, unless the system property
    /// `org.bytedeco.javacpp.cachedir` names another, or looks for them where the program is installed with them.
    static NativeLibraries here() {
        String folder = System.getProperty(FOLDER_PROPERTY, "");
        if (folder.isBlank()) {
            folder = CacheFolder.find().resolve("nd4j").toString();
            System.setProperty(FOLDER_PROPERTY, folder);
        }
        String installed = System.getProperty(INSTALLED_PROPERTY, "");
        return new NativeLibraries(platform(System.getProperty("os.name", ""), System.getProperty("os.arch", "")),
                Path.of(folder).toAbsolutePath(), installed.isBlank() ? null : Path.of(installed));
    }

    static String platform(String system, String processor) {
        String lower = system.toLowerCase(Locale.ROOT);
        String name = lower.startsWith("windows") ? "windows" : lower.startsWith("mac") ? "macosx" : lower;
        return name + "-" + switch (processor) {
            case "amd64", "x86_64", "x64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> processor;
        };
    }

    /// What is done with the libraries that are not in the folder yet, while their jars are open.
    private interface Use {
        long of(List<NativeLibrary> missing) throws IOException, UnavailableException;
    }

    /// Bytes that are still to be unpacked.
    ///
    /// @throws UnavailableException if there are none for the platform, or the folder cannot be read
    long missing() throws UnavailableException {
        return withMissing(NativeLibraries::bytes);
    }

    /// Unpacks what is not there yet, each file whole or not at all, and says where JavaCPP finds it.
    ///
    /// @throws UnavailableException if there are none for the platform, or the folder cannot take them
    void unpack(Preparation watcher) throws UnavailableException {
        withMissing(missing -> {
            unpack(missing, watcher);
            if (installed != null) {
                InstalledLibraries.link(unpacked());
                System.setProperty(PATH_PROPERTY, unpacked().toString());
            }
            return bytes(missing);
        });
    }

    /// Where those of an installed program are put.
    private Path unpacked() {
        return folder.resolve("installed");
    }

    private static long bytes(List<NativeLibrary> libraries) {
        return libraries.stream().mapToLong(NativeLibrary::size).sum();
    }

    private long withMissing(Use use) throws UnavailableException {
        List<JarFile> jars = new ArrayList<>();
        try {
            List<NativeLibrary> missing = new ArrayList<>();
            for (NativeLibrary library : installed == null ? inJars(jars) : InstalledLibraries.of(installed, unpacked())) {
                if (!library.isThere()) {
                    missing.add(library);
                }
            }
            return use.of(missing);
        } catch (IOException e) {
            throw notInto(e);
        } finally {
            close(jars);
        }
    }

    /// @param jars receives what is to be closed
    private List<NativeLibrary> inJars(List<JarFile> jars) throws IOException, UnavailableException {
        List<NativeLibrary> libraries = new ArrayList<>();
        for (String place : PLACES) {
            JarFile jar = jar(place);
            jars.add(jar);
            libraries.addAll(libraries(jar, place));
        }
        return libraries;
    }

    private UnavailableException notInto(IOException e) {
        return UnavailableException.mendable("ND4J's native libraries cannot be unpacked into " + folder + " ("
                + e.getClass().getSimpleName() + ": " + e.getMessage() + "); make that folder writable", e);
    }

    private JarFile jar(String place) throws IOException, UnavailableException {
        URL found = NativeLibraries.class.getClassLoader().getResource(place + platform + "/");
        if (found == null || !(found.openConnection() instanceof JarURLConnection connection)) {
            throw new UnavailableException("ND4J has no native libraries for " + platform
                    + " in this version of Crescent");
        }
        connection.setUseCaches(false);
        return connection.getJarFile();
    }

    private List<NativeLibrary> libraries(JarFile jar, String place) {
        String inside = place + platform + "/";
        Path name = Path.of(jar.getName()).getFileName();
        return jar.stream().filter(entry -> entry.getName().startsWith(inside)
                        && LIBRARY.matcher(entry.getName().substring(inside.length())).matches())
                .map(entry -> new NativeLibrary(folder.resolve(String.valueOf(name)).resolve(entry.getName()), entry.getSize(),
                        entry.getTime(), () -> jar.getInputStream(entry)))
                .toList();
    }

    private void unpack(List<NativeLibrary> missing, Preparation watcher) throws IOException, UnavailableException {
        if (missing.isEmpty()) {
            return;
        }
        long bytes = bytes(missing);
        Files.createDirectories(folder);
        checkRoom(bytes + JAVACPP_NEEDS, Files.getFileStore(folder).getUsableSpace());
        String what = String.format(Locale.ROOT, "Unpacking ND4J's native libraries, %.0f MB, once", bytes / MEGABYTE);
        long done = 0;
        watcher.goesOn(what, 0);
        for (NativeLibrary library : missing) {
            long before = done;
            library.unpack(now -> watcher.goesOn(what, (double) (before + now) / bytes));
            done += library.size();
        }
    }

    /// @param room bytes that are free in the folder
    void checkRoom(long bytes, long room) throws UnavailableException {
        if (room < bytes) {
            throw UnavailableException.mendable(String.format(Locale.ROOT, "ND4J's native libraries need %.0f MB in %s, where %.0f MB"
                    + " are free; make room there", bytes / MEGABYTE, folder, room / MEGABYTE), null);
        }
    }

    private static void close(List<JarFile> jars) {
        for (JarFile jar : jars) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new IllegalStateException("a jar that was only read cannot be closed", e);
            }
        }
    }
}
