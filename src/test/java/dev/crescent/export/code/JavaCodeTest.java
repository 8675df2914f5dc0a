package dev.crescent.export.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.export.code.Programs.Case;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCodeTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyProgramCompilesAndSaysWhatCrescentSays() throws Exception {
        for (Map.Entry<String, Case> entry : Programs.all(folder).entrySet()) {
            String name = entry.getKey();
            Path place = Files.createDirectory(folder.resolve("of-" + name));
            Path file = Programs.write(JavaCode.of(entry.getValue().network(), name), place.resolve(name + ".java"));
            compile(file);
            List<String> lines = Programs.run(place, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dstdout.encoding=UTF-8", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", ".", JavaCode.className(name)), Map.of("JDK_JAVA_OPTIONS", ""));
            Programs.agrees(name, entry.getValue(), lines);
        }
    }

    /// For Java 17, with every warning an error.
    private static void compile(Path file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        boolean done = compiler.getTask(messages, null, null, List.of("--release", "17", "-Xlint:all", "-Werror", "-d",
                String.valueOf(file.getParent())), null, compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file)).call();
        assertThat(done).as(() -> file + "\n" + messages).isTrue();
    }

    @Test
    void aClassIsNamedAfterItsFile() {
        assertThat(List.of("moons", "two-moons", "Moons2", "2 moons", "--", "string", "path", "réseau", "a.b"))
                .extracting(JavaCode::className)
                .containsExactly("Moons", "TwoMoons", "Moons2", "Moons", "Network", "StringNetwork", "PathNetwork", "Réseau", "AB");
    }
}
