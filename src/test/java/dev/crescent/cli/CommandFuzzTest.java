package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged argument lists are either obeyed or refused with a sentence, never anything else.
class CommandFuzzTest {
    private static final Set<String> OUTPUTS = Set.of("--out", "--history", "--save", "--onnx", "--json");
    private static final int MOST_EPOCHS = 50;
    private static final List<String> STRANGE = List.of("", " ", "-", "--", "-h", "-V", "--help", "--version", "@x", "a b",
            "\n", "a\r\nb", "\t", "\0", "\u2028", "\uD800", "\uFEFF", "é", "٣", "-1", "1e9", "0x10", "2147483648",
            "99999999999999999999", "NaN", "=", "--epochs=", "--out=", "--=x", "-e", "--epoch", "--no-epochs",
            "builtin:", "builtin:none", "builtin:xor", "builtin:../moons", "..", "${sys:user.home}", "%s%n", "\"", "'", "\\",
            "a\"b", "help", "list", "train", "bench", "x".repeat(5000));

    @TempDir
    private Path folder = Path.of("");

    /// As in all tests: a command that draws would start it, and no other class could any more.
    @BeforeAll
    static void startToolkit() throws Exception {
        FxExtension.start();
    }

    private List<List<String>> seeds() throws IOException {
        String painted = "{\"format\":\"crescent-experiment\",\"version\":1,\"data\":{\"source\":\"painted\",\"testFraction\":0.5,"
                + "\"points\":[[0,1,0],[1,0,1],[1,2,0],[2,1,1]]},\"training\":{\"epochs\":";
        String file = Files.writeString(folder.resolve("in.crescent"), painted + "1}}").toString();
        String diverging = Files.writeString(folder.resolve("diverging.crescent"), painted + "40,\"loss\":\"mean-squared-error\","
                + "\"optimizer\":{\"type\":\"sgd\",\"learningRate\":1000}},\"model\":{\"layers\":[{\"units\":2,\"activation\":\"linear\"}]}}").toString();
        String bad = Files.writeString(folder.resolve("bad.crescent"), "{\"format\":\"crescent-experiment\"").toString();
        String weights = folder.resolve("w.npz").toString();
        assertThat(CommandRun.of("train", file, "--weights", weights).status()).isZero();
        String out = Files.createDirectories(folder.resolve("out")).resolve("a.csv").toString();
        return List.of(List.of("list"), List.of("data", file), List.of("data", file, "--out", out),
                List.of("data", bad), List.of("train", file), List.of("train", diverging),
                List.of("train", "--epochs", "2", file, "--device", "cpu"), List.of("train", file, "--device=auto"),
                List.of("train", file, "--epochs=1", "--history", out), List.of("train", file, "--save", out),
                List.of("train", file, "--history=" + out, "--save=" + out + "x", "--epochs", "3", "--device", "cuda"),
                List.of("bench", "--json", out), List.of("bench", "--workload", "playground", "--threads=1", "--rounds", "2"),
                List.of("train", "--help"), List.of("--version"),
                List.of("predict", file, "--csv", Files.writeString(folder.resolve("in.csv"), "x1,x2\n0,1\n").toString(), "--weights",
                        weights, "--out", out),
                List.of("export", file, "--weights", weights, "--format", "numpy", "--out", out + ".py"),
                List.of("export", "--format=sklearn", "--out=" + out + ".py", file, "--weights=" + weights),
                List.of("export", "--format", "java", "--out", out + ".java", "builtin:xor", "--weights", weights),
                List.of("train", file, "--onnx", out + ".onnx", "--epochs=1"),
                List.of("predict", "--png=" + out, file, "--idx", out, "--center"),
                // Drawing takes long: the experiment is refused unless it is damaged into another one.
                List.of("render", bad, "--view", "loss", "--size", "300x200", "--theme", "dark", "--out", out + ".png"),
                List.of("render", "--view=boundary", "--epochs=1", bad, "--size=200x200", "--out=" + out + ".gif"));
    }

    @Test
    void aDamagedArgumentListIsObeyedOrRefusedWithOneSentence() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        List<List<String>> seeds = seeds();
        Set<String> before = names(Path.of(""));
        Set<String> inputs = names(folder);
        int[] count = new int[3];
        for (int i = 0; i < 1_500; i++) {
            String[] arguments = harmless(damaged(seeds, random));
            CommandRun run = CommandRun.of(arguments);
            check(arguments, run);
            count[run.status()]++;
        }
        assertThat(names(Path.of(""))).as("files beside those that were asked for").isEqualTo(before);
        assertThat(names(folder)).isEqualTo(inputs);
        assertThat(count[0]).isGreaterThan(150);
        assertThat(count[1]).isGreaterThan(8);
        assertThat(count[2]).isGreaterThan(450);
    }

    private static void check(String[] arguments, CommandRun run) {
        // AssertJ formats descriptions, and Maven prints their first line.
        String shown = (Arrays.toString(arguments) + " " + run).replaceAll("[^ -~]", "?").replace("%", "%%");
        assertThat(run.status()).as(shown).isBetween(0, 2);
        if (run.status() == 0) {
            assertThat(run.err()).as(shown).isEmpty();
            assertThat(run.out() + shown).isNotBlank();
            return;
        }
        assertThat(run.err()).as(shown).endsWith(System.lineSeparator());
        String sentence = run.err().substring(0, run.err().length() - System.lineSeparator().length());
        assertThat(sentence).as(shown).isNotBlank().doesNotContain("Crescent itself failed", "Exception", "\tat ");
        assertThat(sentence.codePoints().noneMatch(Character::isISOControl)).as(shown).isTrue();
    }

    private static List<String> damaged(List<List<String>> seeds, SplittableRandom random) {
        List<String> arguments = new ArrayList<>(seeds.get(random.nextInt(seeds.size())));
        int times = random.nextInt(4);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(arguments.size() + 1);
            int of = Math.min(at, arguments.size() - 1);
            switch (random.nextInt(7)) {
                case 0 -> arguments.add(at, STRANGE.get(random.nextInt(STRANGE.size())));
                case 1 -> arguments.set(of, STRANGE.get(random.nextInt(STRANGE.size())));
                case 2 -> arguments.set(of, changed(arguments.get(of), random));
                case 3 -> arguments.add(at, arguments.get(random.nextInt(arguments.size())));
                case 4 -> arguments.addAll(at, seeds.get(random.nextInt(seeds.size())));
                case 5 -> arguments.set(of, arguments.get(of) + STRANGE.get(random.nextInt(STRANGE.size())));
                default -> arguments.remove(of);
            }
            if (arguments.isEmpty()) {
                arguments.add("data");
            }
        }
        return arguments;
    }

    /// One character left out, doubled, or turned into another one.
    private static String changed(String argument, SplittableRandom random) {
        if (argument.isEmpty()) {
            return "x";
        }
        int at = random.nextInt(argument.length());
        return argument.substring(0, at) + switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> argument.substring(at, at + 1).repeat(2);
            default -> (char) random.nextInt(1, 0x180);
        } + argument.substring(at + 1);
    }

    /// The same arguments, but what they make the program write lies in the folder, and what they make it train is short.
    private String[] harmless(List<String> arguments) {
        List<String> tamed = new ArrayList<>();
        for (String argument : arguments) {
            String before = tamed.isEmpty() ? "" : tamed.getLast();
            int equals = argument.indexOf('=');
            String option = equals < 0 ? "" : argument.substring(0, equals);
            if (OUTPUTS.contains(before)) {
                tamed.add(inside(argument));
            } else if (OUTPUTS.contains(option)) {
                tamed.add(option + "=" + inside(argument.substring(equals + 1)));
            } else if (before.equals("--epochs")) {
                tamed.add(brief(argument));
            } else if (option.equals("--epochs")) {
                tamed.add(option + "=" + brief(argument.substring(equals + 1)));
            } else {
                tamed.add(argument);
            }
        }
        return tamed.toArray(String[]::new);
    }

    /// A path that leaves the folder is led back into it; one that does not is kept as it is.
    private String inside(String path) {
        String out = folder.resolve("out").toString();
        boolean leaves = !path.startsWith(out) || path.contains("..")
                || (path.length() > out.length() && path.charAt(out.length()) != '/');
        return leaves ? out + "/" + path.replace('/', '_').replace("..", "_") : path;
    }

    private static String brief(String epochs) {
        try {
            int number = Integer.parseInt(epochs);
            return number > MOST_EPOCHS && number <= 1_000_000_000 ? "" + MOST_EPOCHS : epochs;
        } catch (NumberFormatException e) {
            return epochs;
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
