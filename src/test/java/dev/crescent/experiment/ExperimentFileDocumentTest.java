package dev.crescent.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The document about the file names every key and every choice there is.
class ExperimentFileDocumentTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern LAST_KEY = Pattern.compile("(?:[a-z]+\\.)*([A-Za-z0-9]+)");

    /// Without the marks of its one block of code.
    private static String document() throws IOException {
        return Files.readString(Path.of("docs/experiment-file.md")).replace("```", "");
    }

    /// The words in its code, of paths such as `training.l1` the last key.
    private static Set<String> named() throws IOException {
        Set<String> words = new TreeSet<>();
        for (Matcher code = CODE.matcher(document()); code.find();) {
            Matcher path = LAST_KEY.matcher(code.group(1));
            if (path.matches()) {
                words.add(path.group(1));
            }
            for (Matcher word = WORD.matcher(code.group(1)); word.find();) {
                words.add(word.group());
            }
        }
        return words;
    }

    /// All keys and all texts without a space or a point in an experiment's file, its title and files apart.
    private static void collect(JsonNode node, Set<String> into) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            into.add(entry.getKey());
            if (!entry.getKey().matches("title|notes|path|testPath|target|columns|features")) {
                collect(entry.getValue(), into);
            }
        }
        if (node.isArray()) {
            node.forEach(item -> collect(item, into));
        }
        if (node.isString() && !node.stringValue().isEmpty()) {
            into.add(node.stringValue());
        }
    }

    @Test
    void everyKeyAndEveryChoiceIsNamed() throws IOException {
        Set<String> there = new TreeSet<>();
        JsonMapper mapper = new JsonMapper();
        EveryKind.experiments().forEach(experiment -> collect(mapper.readTree(ExperimentWriter.write(experiment)), there));
        there.removeAll(Set.of("format", "crescent-experiment", "version"));
        assertThat(there).contains("epsilonInside", "constant", "gauss-regression", "shape", "pieces");
        assertThat(named()).containsAll(there);
    }

    @Test
    void itsShortestFileAndItsObjectsAreRead() throws IOException {
        String document = document();
        String shortest = document.lines().filter(line -> line.startsWith("{\"format\"")).findFirst().orElseThrow();
        assertThat(ExperimentReader.read(shortest)).isEqualTo(Experiment.defaults());
        Stream<String> initializers = CODE.matcher(document).results().map(m -> m.group(1)).filter(c -> c.startsWith("{"));
        assertThat(initializers).hasSize(3).allSatisfy(initializer -> assertThat(ExperimentReader.read(
                "{\"format\": \"crescent-experiment\", \"version\": 1, \"model\": {\"layers\": [{\"units\": 2, \"initializer\": "
                        + initializer + "}]}}")).isNotNull());
    }
}
