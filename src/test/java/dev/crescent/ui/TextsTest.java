package dev.crescent.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.SourceTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    /// What shows its text to people, by the way it gets it.
    private static final Pattern SHOWN = Pattern.compile("Label|Tooltip|Text|Button|ToggleButton|CheckBox|RadioButton|Menu|MenuItem"
            + "|RadioMenuItem|CheckMenuItem|MenuButton|Hyperlink|ButtonType|Alert|.*ExtensionFilter"
            + "|(.*\\.)?(setText|setPromptText|setAccessibleText|setAccessibleHelp|setAccessibleRoleDescription|setTitle|setHeaderText"
            + "|setContentText|fillText|warn|tell|offer|suggest|say|showHint|refuse)(\\.accept)?");
    /// What is kept, and shown to nobody.
    private static final String KEPT = "preferences.";
    /// Names, and what is the same in every language.
    private static final Set<String> SAME = Set.of("Crescent", "Nesterov", "Momentum", "L1", "L2",
            "sin(2*x)*cos(y) + (x^2 + y^2)/8");

    @AfterEach
    void english() {
        Texts.use(Language.ENGLISH);
    }

    @Test
    void aLanguageIsTheChosenOneElseTheSystemsElseEnglish() {
        assertThat(Language.of("de", Locale.ENGLISH)).isEqualTo(Language.GERMAN);
        assertThat(Language.of("en", Locale.GERMANY)).isEqualTo(Language.ENGLISH);
        assertThat(Language.of("", Locale.of("de", "AT"))).isEqualTo(Language.GERMAN);
        assertThat(Language.of("", Locale.FRANCE)).isEqualTo(Language.ENGLISH);
        assertThat(Language.of("nonsense", Locale.GERMANY)).isEqualTo(Language.GERMAN);
        assertThat(Texts.languages()).containsExactly(Language.ENGLISH, Language.GERMAN);
    }

    @Test
    void englishIsEnglishOnAGermanMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Texts.get("window.saved")).isEqualTo("Saved");
            assertThat(Texts.get("digits.of", 1, 1000, 69_970)).isEqualTo("1 to 1,000 of 69,970");
            Texts.use(Language.GERMAN);
            assertThat(Texts.get("window.saved")).isEqualTo("Gespeichert");
            assertThat(Texts.get("digits.of", 1, 1000, 69_970)).isEqualTo("1 bis 1.000 von 69.970");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void germanHasEveryTextAndNoOther() throws IOException {
        Set<String> english = read("views.properties").stringPropertyNames();
        Set<String> german = read("views_de.properties").stringPropertyNames();
        assertThat(without(english, german)).as("keys of views.properties that views_de.properties lacks").isEmpty();
        assertThat(without(german, english)).as("keys of views_de.properties that views.properties lacks").isEmpty();
    }

    @Test
    void noKeyIsThereTwice() throws IOException {
        for (String file : List.of("views.properties", "views_de.properties")) {
            List<String> twice = new ArrayList<>();
            Properties keys = new Properties() {
                private static final long serialVersionUID = 1L;

                @Override
                public synchronized Object put(Object key, Object value) {
                    Object before = super.put(key, value);
                    if (before != null) {
                        twice.add(String.valueOf(key));
                    }
                    return value;
                }
            };
            load(keys, file);
            assertThat(twice).as("keys that are twice in " + file).isEmpty();
        }
    }

    @Test
    void whatIsFilledInIsTheSameInBothAndEveryTextIsAPattern() throws IOException {
        Properties english = read("views.properties");
        Properties german = read("views_de.properties");
        for (String key : english.stringPropertyNames()) {
            String translated = german.getProperty(key, "");
            Set<String> places = places(english.getProperty(key));
            assertThat(places(translated)).as("places in the German " + key).isEqualTo(places);
            if (!places.isEmpty()) {
                for (String text : List.of(english.getProperty(key), translated)) {
                    assertThat(new MessageFormat(text, Locale.ROOT).format(new Object[] {2, 2, 2, 2, 2})).as(key).doesNotContain("{");
                    assertThat(text.replace("''", "")).as("a single quote in " + key).doesNotContain("'");
                }
            }
            assertThat(count(translated, '|')).as("parts of " + key).isEqualTo(count(english.getProperty(key), '|'));
        }
    }

    /// Keys are written whole, or put together from a part that is written and one that is computed.
    @Test
    void everyKeyIsThereAndUsed() throws IOException {
        Set<String> keys = read("views.properties").stringPropertyNames();
        List<SourceTexts> texts = SourceTexts.in("ui", "app");
        List<String> lacking = texts.stream().filter(each -> each.context().equals("Texts.get") && each.text().contains("."))
                .filter(each -> keys.stream().noneMatch(key -> isFor(each.text(), key)))
                .map(each -> each.place() + ": " + each.text().replace(SourceTexts.HOLE, "*")).toList();
        assertThat(lacking).as("keys that are asked for and not there").isEmpty();

        List<String> asked = texts.stream().map(SourceTexts::text).filter(text -> text.matches("[A-Za-z0-9.\u0001-]+")).distinct().toList();
        Set<String> prefixes = new TreeSet<>(texts.stream().map(SourceTexts::text).filter(text -> text.matches("[A-Za-z]+")).toList());
        List<String> unused = keys.stream().filter(key -> asked.stream().noneMatch(text -> text.contains(".") && isFor(text, key)))
                .filter(key -> !isJoined(key, asked, prefixes)).sorted().toList();
        assertThat(unused).as("keys that nobody asks for").isEmpty();
    }

    private static boolean isFor(String written, String key) {
        return key.matches(String.join(".+", Pattern.compile(SourceTexts.HOLE).splitAsStream(written + " ")
                .map(part -> part.isBlank() ? "" : Pattern.quote(part.strip())).toList()));
    }

    /// Where both parts are computed from words of their own: `name + ".hint"`.
    private static boolean isJoined(String key, List<String> asked, Set<String> words) {
        int dot = key.lastIndexOf('.');
        String first = key.substring(0, Math.max(dot, 0));
        String last = key.substring(dot);
        return dot > 0 && (asked.contains(SourceTexts.HOLE + last) || asked.contains(last))
                && (words.contains(first) || asked.stream().anyMatch(text -> text.contains(".") && isFor(text, first)))
                || Stream.of("Hint", "Name").anyMatch(end -> key.endsWith(end) && asked.contains(SourceTexts.HOLE + end));
    }

    @Test
    void noTextForPeopleIsWrittenInTheCode() throws IOException {
        List<String> found = SourceTexts.in("ui", "app").stream()
                .filter(each -> !each.context().startsWith(KEPT)).filter(each -> SHOWN.matcher(each.context()).matches())
                .filter(each -> each.text().replace(SourceTexts.HOLE, " ").matches("(?s).*[A-Za-z]{2,}.*"))
                .filter(each -> !SAME.contains(each.text().replace(SourceTexts.HOLE, "").strip()))
                .filter(each -> !each.text().matches("\\*?\\.[a-z]+|[a-z]+[A-Za-z]*\\.[A-Za-z.]+|\\u0001\\.[a-z]+"))
                .map(each -> each.place() + " (" + each.context() + "): " + each.text().replace(SourceTexts.HOLE, "\u2026")).toList();
        assertThat(found).as("texts that belong into views.properties and views_de.properties").isEmpty();
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        load(texts, name);
        return texts;
    }

    private static void load(Properties into, String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name));
             InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            into.load(reader);
        }
    }

    private static Set<String> without(Set<String> these, Set<String> those) {
        Set<String> left = new TreeSet<>(these);
        left.removeAll(those);
        return left;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher found = PLACE.matcher(text);
        while (found.find()) {
            places.add(found.group(1));
        }
        return places;
    }

    private static long count(String text, char letter) {
        return text.startsWith("{") || !text.contains("=") ? 0 : text.chars().filter(c -> c == letter).count();
    }
}
