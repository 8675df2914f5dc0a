package dev.crescent.ui.engines;

import dev.crescent.insight.engines.Crossing;
import dev.crescent.insight.engines.SizeChart;
import dev.crescent.insight.engines.SpeedCurve;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a chart of speeds by size comes to, in sentences. Pure.
final class SizeWords {
    private static final int DIGITS = 2;

    private SizeWords() {}

    static String of(SizeChart chart) {
        String fastest = chart.fastest();
        // Before the last round the lead may be chance: the first is that of an engine which Java still compiles.
        if (fastest == null || !chart.complete() && chart.contenders() > 1) {
            return "";
        }
        String key = "engines." + chart.size().name().toLowerCase(Locale.ROOT);
        List<String> sentences = new ArrayList<>();
        for (Crossing crossing : chart.crossings()) {
            sentences.add(Texts.get(key + ".from", rounded(crossing.size()), EngineLook.name(crossing.after()),
                    EngineLook.name(crossing.before())));
        }
        if (chart.contenders() < 2) {
            sentences.add(Texts.get("engines.alone", EngineLook.name(fastest)));
        } else if (sentences.isEmpty()) {
            sentences.add(Texts.get(key + (chart.isFastestEverywhere() ? ".always" : ".nearly"), EngineLook.name(fastest)));
        }
        return String.join(" ", sentences);
    }

    /// Which engines are missing, and why; empty if none is.
    static String missing(SizeChart chart) {
        List<String> sentences = new ArrayList<>();
        for (SpeedCurve curve : chart.curves()) {
            if (!curve.remark().isEmpty()) {
                sentences.add(Texts.get("engines.missing", EngineLook.name(curve.id()), RaceWords.sentence(Sentences.local(curve.remark()))));
            }
        }
        return String.join(" ", sentences);
    }

    /// A size between two that were measured is not known to more than two digits.
    static String rounded(double size) {
        return Numbers.fixed(new BigDecimal(size).round(new MathContext(size < 10 ? 1 : DIGITS)).doubleValue(), 0);
    }
}
