package dev.crescent.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.SourceTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentencesTest {
    /// What is made or called with texts that no user is told.
    private static final Pattern UNSPOKEN = Pattern.compile("IllegalArgumentException|IllegalStateException|ArithmeticException"
            + "|UncheckedIOException|CudaException|Measurement\\.of|MathLine|super|Experiment|TestFunction|FewSamples|of"
            + "|Pattern\\.compile|Datasets\\.evaluated|folder\\.resolve|.*requireNonNull|.*\\.(startsWith|contains|matches|replace|replaceAll)"
            + "|Logs\\..*|=[A-Z]+|=header");
    /// Files that make programs, or talk to people who write programs.
    private static final Pattern SILENT = Pattern.compile("(export/(code|onnx)/|engine/cuda/(Jcuda|Native|Stand)|data/digits/"
            + "|data/IdxFolder.java:1\\d|insight/step/(Activation|Loss|Step)Text|insight/landscape/RunLandscape|engine/cuda/Device).*");
    private static final Pattern WORDS = Pattern.compile("(?s).*[A-Za-z]{2,}[ ;,:].*[A-Za-z]{2,}.*");
    private static final Pattern FORMAT = Pattern.compile("%[.,0-9]*[sdf]");

    @BeforeEach
    void german() {
        Texts.use(Language.GERMAN);
    }

    @AfterEach
    void english() {
        Texts.use(Language.ENGLISH);
    }

    @Test
    void whatTheModelSaysIsSaidInGerman() {
        assertThat(Sentences.local("training.optimizer.learningRate: must be above 0, is -1"))
                .isEqualTo("training.optimizer.learningRate: muss größer als 0 sein, ist -1");
        assertThat(Sentences.local("must be from 0 to 1, is 1.5")).isEqualTo("muss zwischen 0 und 1 liegen, ist 1,5");
        assertThat(Sentences.local("C:\\work\\a.crescent: data.csv: row 3, column \"x: y\": \"1.5 is empty\" is not a number; correct it"
                + " or choose the task classification")).isEqualTo("C:\\work\\a.crescent: data.csv: Zeile 3, Spalte \"x: y\":"
                + " \"1.5 is empty\" ist keine Zahl; berichtige sie oder wähle die Aufgabe classification");
        assertThat(Sentences.local("Training diverged at epoch 3: the loss exploded from 0.5 to 1.2e9. The steps were too large for"
                + " this network: the learning rate is 0.3.")).isEqualTo("Das Training divergierte in Epoche 3: Der Verlust"
                + " explodierte von 0,5 auf 1,2e9. Die Schritte waren zu groß für dieses Netz: Die Lernrate ist 0,3.");
        assertThat(Sentences.local("MNIST was not downloaded: what example.org sends as train-images is not the published file,"
                + " by its size (3 bytes where it has 12); try again later, or get it elsewhere and put it into /tmp/a b"))
                .isEqualTo("MNIST wurde nicht heruntergeladen: was example.org als train-images schickt, ist nicht die"
                + " veröffentlichte Datei, nach ihrer Größe (3 Bytes statt 12); versuche es später noch einmal, oder hol sie"
                + " anderswo und lege sie in /tmp/a b");
        assertThat(Sentences.local("Preparing the GPU: 40 %")).isEqualTo("Die GPU wird vorbereitet: 40 %");
        assertThat(Sentences.local("training.speed: is not a key of the training; its keys are loss, optimizer"))
                .isEqualTo("training.speed: ist kein Schlüssel des Trainings; möglich sind loss, optimizer");
    }

    /// The end alone is a line, too, which knows less of the sentence.
    @Test
    void ofAFilesSentenceAllIsTranslated() {
        assertThat(Sentences.local("/home/me/broken.crescent: is an archive that is damaged or not whole; choose another copy of the file"))
                .isEqualTo("/home/me/broken.crescent: ist ein beschädigtes oder unvollständiges Archiv; wähle eine andere Kopie der Datei");
    }

    @Test
    void whatNobodyTranslatedStaysAsItIs() {
        for (String text : new String[] {"", "moons.csv", "Ein Satz: schon auf Deutsch.", "An unknown thing happened: 1.5"}) {
            assertThat(Sentences.local(text)).isEqualTo(text);
        }
        Texts.use(Language.ENGLISH);
        assertThat(Sentences.local("must be above 0, is 0.5")).isEqualTo("must be above 0, is 0.5");
    }

    @Test
    void everyLineHasTheSamePlacesInBothLanguages() throws IOException {
        List<String> lines = lines();
        assertThat(lines.size() % 2).as("lines without a partner").isZero();
        for (int i = 0; i < lines.size(); i += 2) {
            assertThat(places(lines.get(i + 1))).as(lines.get(i)).isEqualTo(places(lines.get(i)));
        }
        assertThat(IntStream.range(0, lines.size() / 2).mapToObj(i -> lines.get(2 * i)).toList()).doesNotHaveDuplicates();
    }

    @Test
    void everySentenceOfTheModelIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (SourceTexts each : spoken()) {
            String sentence = filled(each.text());
            if (Sentences.local(sentence).equals(sentence)) {
                missing.add(each.place() + " (" + each.context() + "): " + template(each.text()));
            }
        }
        assertThat(missing).as("sentences that sentences_de.txt lacks").isEmpty();
    }

    @Test
    void nothingIsThereThatTheModelDoesNotSay() throws IOException {
        List<Pattern> said = SourceTexts.in("experiment", "data", "engine", "train", "export", "insight", "lesson", "host", "ui", "app").stream()
                .map(each -> Pattern.compile("(?s).*?" + String.join(".*", FORMAT.matcher(each.text()).replaceAll(SourceTexts.HOLE)
                        .replace("%%", "%").lines().flatMap(line -> Pattern.compile(SourceTexts.HOLE).splitAsStream(line + " "))
                        .map(part -> Pattern.quote(part.strip())).toList()) + ".*")).toList();
        List<String> unsaid = new ArrayList<>();
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i += 2) {
            String english = lines.get(i).replaceAll("\\{\\d}", "~");
            if (said.stream().noneMatch(pattern -> pattern.pattern().length() > 20 && pattern.matcher(english).matches())) {
                unsaid.add(lines.get(i));
            }
        }
        assertThat(unsaid).as("lines of sentences_de.txt that stand nowhere in the program").isEmpty();
    }

    private static List<SourceTexts> spoken() throws IOException {
        return SourceTexts.in("experiment", "data", "engine", "train", "export", "insight", "lesson").stream()
                .filter(each -> WORDS.matcher(each.text().replace(SourceTexts.HOLE, " ")).matches())
                .filter(each -> !UNSPOKEN.matcher(each.context()).matches() && !SILENT.matcher(each.place()).matches()).toList();
    }

    /// With something in every place; where a file's kind is one of two, with that.
    private static String filled(String text) {
        String open = FORMAT.matcher(text.replace(SourceTexts.HOLE + "s", "images").replace("the %s accuracy", "the test accuracy")).replaceAll(SourceTexts.HOLE).replace("%%", "%");
        return open.replace(SourceTexts.HOLE, "\u00a7");
    }

    private static String template(String text) {
        String template = text;
        for (int i = 0; template.contains(SourceTexts.HOLE); i++) {
            template = template.replaceFirst(SourceTexts.HOLE, "{" + i + "}");
        }
        return template;
    }

    private static Set<String> places(String line) {
        Set<String> places = new TreeSet<>();
        Matcher found = Pattern.compile("\\{\\d}").matcher(line);
        while (found.find()) {
            places.add(found.group());
        }
        return places;
    }

    private static List<String> lines() throws IOException {
        try (var in = Objects.requireNonNull(Sentences.class.getResourceAsStream("sentences_de.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
