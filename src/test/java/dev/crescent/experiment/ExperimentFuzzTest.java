package dev.crescent.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Damaged files are either read or refused with a sentence, never anything else.
class ExperimentFuzzTest {
    private static final Pattern TOKENS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[-+.0-9a-zA-Z]+|\\s+|.");
    private static final List<String> STRANGE = List.of("null", "-1", "1e400", "-1e-400", "99999999999999999999", "{}",
            "[]", "\"\"", "\"\\u0000\"", "true", "NaN", "0x10", "\uFEFF", "//",
            "[".repeat(2000), "{\"a\":".repeat(2000));

    @Test
    void aDamagedFileIsReadOrRefusedWithOneSentence() {
        SplittableRandom random = new SplittableRandom(42);
        List<String> valid = EveryKind.experiments().stream().map(ExperimentWriter::write).toList();
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            String damaged = damage(valid.get(random.nextInt(valid.size())), random);
            refused += isRefused(damaged) ? 1 : 0;
        }
        assertThat(refused).isBetween(5_000, 9_999);
    }

    private static boolean isRefused(String text) {
        try {
            Experiment read = ExperimentReader.read(text);
            assertThat(ExperimentReader.read(ExperimentWriter.write(read))).isEqualTo(read);
            return false;
        } catch (InvalidSettingException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n").doesNotContain("Source:");
            assertThat(e.getMessage()).hasSizeLessThan(600);
            return true;
        } catch (RuntimeException e) {
            return fail("for " + text, e);
        }
    }

    private static String damage(String text, SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> flipped(text, random);
            case 1 -> text.substring(0, random.nextInt(text.length()));
            case 2 -> swapped(text, random);
            case 3 -> replaced(text, random);
            default -> flipped(swapped(replaced(text, random), random), random);
        };
    }

    private static String flipped(String text, SplittableRandom random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String swapped(String text, SplittableRandom random) {
        List<String> tokens = tokens(text);
        int a = random.nextInt(tokens.size());
        int b = random.nextInt(tokens.size());
        String kept = tokens.get(a);
        tokens.set(a, tokens.get(b));
        tokens.set(b, kept);
        return String.join("", tokens);
    }

    private static String replaced(String text, SplittableRandom random) {
        List<String> tokens = tokens(text);
        tokens.set(random.nextInt(tokens.size()), STRANGE.get(random.nextInt(STRANGE.size())));
        return String.join("", tokens);
    }

    private static List<String> tokens(String text) {
        return new ArrayList<>(TOKENS.matcher(text).results().map(r -> r.group()).toList());
    }
}
