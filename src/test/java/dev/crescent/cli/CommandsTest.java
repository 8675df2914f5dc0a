package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Builtins;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "", value = {
        "trian | trian: is not a command; see crescent --help",
        "--foo | --foo: is not an option; see crescent --help",
        "help nope | Unknown subcommand 'nope'; see crescent --help",
        "list x | x: is not expected here; see crescent list --help",
        "list --foo | --foo: is not an option; see crescent list --help",
        "data | Missing required parameter: 'FILE'; see crescent data --help",
        "data a b | b: is not expected here; see crescent data --help",
        "data builtin:xor --out | Missing required parameter for option '--out' (OUT.csv); see crescent data --help",
        "data none.crescent | none.crescent: there is no such file",
        "data @none | @none: there is no such file",
        "data moons | moons: there is no such file; the experiment that comes with Crescent is builtin:moons",
        "data builtin:xor --out no/where.csv | no/where.csv: its folder does not exist, make it first"})
    void badInputIsOneSentenceOnStandardErrorAndStatusTwo(String arguments, String sentence) {
        CommandRun run = CommandRun.of(arguments.split(" "));
        assertThat(run).isEqualTo(new CommandRun(2, "", sentence + System.lineSeparator()));
    }

    @Test
    void anEmptyNameIsNoFolder() {
        assertThat(CommandRun.of("data", "").err())
                .isEqualTo("The name of the experiment file is empty; name one" + System.lineSeparator());
    }

    @Test
    void whateverAnArgumentHoldsTheSentenceIsOneLine() {
        assertThat(CommandRun.of("data", "a\nb\r\u0007\u2028").err())
                .isEqualTo("a\\u000ab\\u000d\\u0007\\u2028: there is no such file" + System.lineSeparator());
    }

    @Test
    void withoutACommandTheCommandsAreNamed() {
        CommandRun run = CommandRun.of();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("A command is missing: one of ").contains("data", "list").hasLineCount(1);
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        for (String[] arguments : List.of(new String[] {"--help"}, new String[] {"data", "--help"},
                new String[] {"help"}, new String[] {"help", "train"}, new String[] {"--version"})) {
            CommandRun run = CommandRun.of(arguments);
            assertThat(run.status()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).containsIgnoringCase("crescent");
        }
    }

    @Test
    void listNamesEveryExperimentThatComesWithCrescent() {
        CommandRun run = CommandRun.of("list");
        assertThat(run.status()).isZero();
        List<String> names = run.out().lines().map(line -> line.split(" ", 2)[0]).toList();
        assertThat(names).isEqualTo(Builtins.names().stream().map(name -> "builtin:" + name).toList());
    }
}
