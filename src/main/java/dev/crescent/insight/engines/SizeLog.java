package dev.crescent.insight.engines;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was measured of one engine, by size.
final class SizeLog {
    private final String id;
    private final Map<Size, SortedMap<Integer, List<Double>>> rates = new EnumMap<>(Size.class);
    private String remark = "";
    private boolean ended;

    SizeLog(String id) {
        this.id = id;
    }

    /// @param rate samples a second in one round
    void add(Size size, int value, double rate) {
        rates.computeIfAbsent(size, _ -> new TreeMap<>()).computeIfAbsent(value, _ -> new ArrayList<>()).add(rate);
    }

    /// Some size cannot be measured.
    ///
    /// @param why one sentence
    void remark(String why) {
        remark = why;
    }

    /// It is measured no more.
    ///
    /// @param why one sentence
    void end(String why) {
        remark = why;
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    SpeedCurve curve(Size size) {
        return new SpeedCurve(id, rates.getOrDefault(size, new TreeMap<>()).entrySet().stream()
                .map(entry -> new SpeedCurve.Point(entry.getKey(), Medians.of(entry.getValue()),
                        Collections.max(entry.getValue()) / Collections.min(entry.getValue()))).toList(), remark);
    }
}
