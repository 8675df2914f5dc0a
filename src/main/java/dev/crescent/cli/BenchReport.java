package dev.crescent.cli;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `bench` has measured, for people and for programs.
final class BenchReport {
    private static final JsonMapper MAPPER = new JsonMapper();

    private BenchReport() {}

    /// A line about the machine, then one a measurement, in columns.
    static String table(List<Measurement> measurements, int rounds) {
        int name = measurements.stream().mapToInt(m -> m.name().length()).max().orElse(0);
        int value = measurements.stream().mapToInt(m -> number(m.value()).length()).max().orElse(0);
        int unit = measurements.stream().mapToInt(m -> m.unit().length()).max().orElse(0);
        int range = measurements.stream().mapToInt(m -> range(m).length()).max().orElse(0);
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT,
                "Java %s, %s %s, %d processors, vectors of %d bits. Median of %d rounds (least to greatest).%n",
                Runtime.version(), System.getProperty("os.name"), System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(), PeakWorkload.vectorBits(), rounds));
        String form = "%-" + name + "s  %" + value + "s %-" + unit + "s  %-" + range + "s  %s";
        for (Measurement m : measurements) {
            String share = Double.isNaN(m.share()) ? ""
                    : String.format(Locale.ROOT, "%s %% of the peak", number(100 * m.share()));
            table.append(String.format(Locale.ROOT, form, m.name(), number(m.value()), m.unit(), range(m), share)
                    .stripTrailing()).append(System.lineSeparator());
        }
        return table.toString();
    }

    private static String range(Measurement m) {
        return "(" + number(m.low()) + " to " + number(m.high()) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%,.0f" : Math.abs(value) >= 100 ? "%.1f" : "%.2f", value);
    }

    /// The machine, and each measurement with its name, value, unit, least, greatest and share of the peak, which is
    /// null where it says nothing.
    static String json(List<Measurement> measurements) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("java", Runtime.version().toString());
        root.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        root.put("processors", Runtime.getRuntime().availableProcessors());
        root.put("vectorBits", PeakWorkload.vectorBits());
        ArrayNode list = root.putArray("measurements");
        for (Measurement m : measurements) {
            ObjectNode node = list.addObject();
            node.put("name", m.name());
            node.put("value", m.value());
            node.put("unit", m.unit());
            node.put("low", m.low());
            node.put("high", m.high());
            if (Double.isNaN(m.share())) {
                node.putNull("shareOfPeak");
            } else {
                node.put("shareOfPeak", m.share());
            }
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
