package dev.crescent.export.link;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A link of [TensorFlow Playground](https://playground.tensorflow.org): an experiment, and what is shown of it. All of the
/// Playground's state is in the part of the link after the `#`, so that nothing is fetched.
///
/// What is opened is the same problem, with the same arithmetic: the same point sets and kind of noise, the same share of
/// training samples, mini-batches in the same order in every epoch, weights drawn evenly from [-0.5, 0.5) and biases from
/// 0.1 (or all 0), half squared error, plain gradient descent. It differs in this:
///
/// - The Playground draws points and weights by the library seedrandom, one stream for both. Here they come from other
///   generators, so that a seed gives other points of the same kind and other starting weights.
/// - The samples that are left at the end of an epoch, fewer than a mini-batch, join the first mini-batch of the next epoch
///   there. Here they are a smaller mini-batch of their own.
/// - With L1 there, a weight that the penalty takes across 0 becomes 0 and stays it, and one that is 0 from the start is
///   moved. Here the first goes on, around 0, and on the second the penalty does nothing.
/// - The spiral's points come in the order in which they lie on its arms; the Playground mixes them once, here they are
///   mixed in every epoch.
/// - Numbers are 32-bit floats, there 64-bit.
///
/// @param showTestData whether the test samples are drawn, too
/// @param discretize whether the output is drawn by its sign alone
public record PlaygroundLink(Experiment experiment, boolean showTestData, boolean discretize) {
    /// How such a link is called in sentences, where the link itself would be too long.
    public static final String NAME = "playground.tensorflow.org link";

    private static final String ADDRESS = "https://playground.tensorflow.org/";
    private static final int LONGEST = 10_000;
    private static final int LONGEST_SHOWN = 60;
    /// Some programs encode the number sign, too.
    private static final Pattern OURS = Pattern.compile("(?i)(?:https?://)?(?:www\\.)?playground\\.tensorflow\\.org(?::\\d+)?"
            + "(?:/+(?:index\\.html?)?)?(?:\\?[^#]*?)?(?:(?:#|%23)(?<hash>.*))?", Pattern.DOTALL);
    private static final Pattern ANY =
            Pattern.compile("(?i)https?://\\S*|(?:www\\.)?playground\\.tensorflow\\.org(?:[/?#%:]\\S*)?");

    /// Whether a text is a link, and nothing else: of the Playground, or one that cannot be opened.
    public static boolean isLink(String text) {
        return ANY.matcher(bare(text)).matches();
    }

    /// Whether an experiment is called as the one of a link is that is trained on the same kind of points.
    public static boolean isTitled(Experiment experiment) {
        return StateExperiment.isTitled(experiment);
    }

    /// Opens a link.
    ///
    /// @param text with or without `https://`, spaces around it and the angle brackets of mails
    /// @throws LinkException if it is not of the Playground, or a key in it has a value that it cannot have
    public static PlaygroundLink read(String text) throws LinkException {
        String link = bare(text);
        Matcher ours = OURS.matcher(link);
        if (!ours.matches()) {
            throw new LinkException(cut(link, LONGEST_SHOWN) + ": is not a link of TensorFlow Playground; those begin with "
                    + ADDRESS + "#");
        }
        if (link.length() > LONGEST) {
            throw new LinkException(NAME + ": must be at most " + LONGEST + " characters, is " + link.length());
        }
        String hash = Optional.ofNullable(ours.group("hash")).orElse("");
        PlaygroundState state = StateReader.read(decoded(hash));
        try {
            return new PlaygroundLink(StateExperiment.of(state), state.showTestData(), state.discretize());
        } catch (InvalidSettingException e) {
            throw new LinkException(NAME + ": " + e.getMessage(), e);
        }
    }

    /// The link, which [#read] makes the same experiment from: but for the texts, the seeds of weights and training, the
    /// order of features, the number of epochs and the device, which links do not have.
    ///
    /// @throws LinkException if the experiment is none that the Playground could show, with what does not fit
    public String text() throws LinkException {
        return ADDRESS + "#" + ExperimentState.of(this).hash();
    }

    private static String bare(String text) {
        String stripped = text.strip();
        return stripped.startsWith("<") && stripped.endsWith(">") ? stripped.substring(1, stripped.length() - 1).strip()
                : stripped;
    }

    /// The Playground takes percent signs as they are, but links meet programs that encode commas and the like on their way.
    private static String decoded(String hash) {
        String plain = hash.replace("&amp;", "&");
        try {
            return URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return plain; // a percent sign that means itself
        }
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "\u2026";
    }
}
