package dev.crescent.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the model says (why a file cannot be read, why training stopped), in the language of the window.
///
/// The model speaks English, as the command line does, and knows nothing of languages. Here its sentences are looked up, as
/// with gettext, by their English: `sentences_de.txt` has each as it is written in the program, with `{0}`, `{1}`, ...
/// for what is filled in, and below it the German one. What is filled in is looked up in turn. A sentence that is not
/// there stays English.
public final class Sentences {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern NUMBER = Pattern.compile("[-\u2212]?\\d+\\.\\d+(e[-\u2212]?\\d+)?( [MGk]B)?");
    private static final Pattern PART = Pattern.compile(": ");
    private static final int DEEPEST = 8;

    private Sentences() {}

    /// One line, in both languages.
    ///
    /// @param english a pattern with a group for each place, in the order in which they stand there
    /// @param places which of the numbers `{0}`, `{1}`, ... each group is
    /// @param quoted for each group, whether it stands in quotes: what a file or a person wrote, which stays as it is
    private record Line(Pattern english, List<Integer> places, List<Boolean> quoted, String translated, int letters) {
        static Line of(String english, String translated) {
            StringBuilder pattern = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            List<Boolean> quoted = new ArrayList<>();
            Matcher place = PLACE.matcher(english);
            int at = 0;
            int letters = 0;
            while (place.find()) {
                pattern.append(Pattern.quote(english.substring(at, place.start()))).append("(.*?)");
                letters += place.start() - at;
                places.add(Integer.valueOf(place.group(1)));
                quoted.add(place.start() > 0 && "\"'".indexOf(english.charAt(place.start() - 1)) >= 0);
                at = place.end();
            }
            pattern.append(Pattern.quote(english.substring(at)));
            return new Line(Pattern.compile(pattern.toString(), Pattern.DOTALL), List.copyOf(places), List.copyOf(quoted),
                    translated, letters + english.length() - at);
        }

        Optional<Found> of(String sentence, int depth) {
            Matcher found = english.matcher(sentence);
            if (!found.matches()) {
                return Optional.empty();
            }
            List<Found> filled = new ArrayList<>();
            for (int group = 0; group < places.size(); group++) {
                String text = found.group(group + 1);
                filled.add(quoted.get(group) ? new Found(text, 0) : found(text, depth + 1));
            }
            String text = PLACE.matcher(translated).replaceAll(place ->
                    Matcher.quoteReplacement(filled.get(places.indexOf(Integer.valueOf(place.group(1)))).text));
            return Optional.of(new Found(text, letters + filled.stream().mapToInt(Found::letters).sum()));
        }
    }

    /// A sentence as far as it is known.
    ///
    /// @param letters how many letters of it lines have themselves
    private record Found(String text, int letters) {}

    /// The German lines, those with the most letters of their own first. Read when the first one is wanted.
    private static final class German {
        static final List<Line> LINES = read("sentences_de.txt");
    }

    /// A sentence, or a part of one, in the language of the window.
    public static String local(String english) {
        return Texts.language() == Language.ENGLISH ? english : found(english, 0).text;
    }

    /// What an error says of itself, likewise.
    public static String of(Throwable error) {
        return local(String.valueOf(error.getMessage()));
    }

    /// As a whole or by its parts: that which knows more of it. Of "a.crescent: is damaged; choose another" the part behind the
    /// name does, and not "{0}; choose another".
    private static Found found(String text, int depth) {
        String bare = text.strip();
        if (bare.isEmpty() || depth > DEEPEST) {
            return new Found(text, 0);
        }
        if (NUMBER.matcher(bare).matches()) {
            return new Found(text.replace(bare, Numbers.inText(bare)), 0);
        }
        Found unknown = new Found(bare, 0);
        Found whole = whole(bare, depth).orElse(unknown);
        Found parts = parts(bare, depth).orElse(unknown);
        Found more = parts.letters > whole.letters ? parts : whole;
        return bare.equals(text) ? more : new Found(text.replace(bare, more.text), more.letters);
    }

    private static Optional<Found> whole(String text, int depth) {
        return German.LINES.stream().map(line -> line.of(text, depth)).flatMap(Optional::stream).findFirst();
    }

    /// A file's name, or a key's, before a sentence; of several the first after which all is known.
    private static Optional<Found> parts(String text, int depth) {
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String before = text.substring(0, part.start());
            String after = text.substring(part.end());
            if (whole(after, depth).isPresent() || whole(before, depth).isPresent()) {
                Found first = found(before, depth + 1);
                Found second = found(after, depth + 1);
                return Optional.of(new Found(first.text + ": " + second.text, first.letters + second.letters));
            }
        }
        return Optional.empty();
    }

    private static List<Line> read(String name) {
        try (InputStream in = Objects.requireNonNull(Sentences.class.getResourceAsStream(name), name);
             BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> texts = reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i + 1 < texts.size(); i += 2) {
                lines.add(Line.of(texts.get(i), texts.get(i + 1)));
            }
            lines.sort(Comparator.comparingInt(Line::letters).reversed());
            return List.copyOf(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
