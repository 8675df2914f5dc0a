package dev.crescent.cli;

import dev.crescent.engine.cuda.Gpu;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `bench` has measured, for people and for programs.
final class BenchReport {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String FAILED = "failed: another engine went on in its place";

    private BenchReport() {}

    /// A line about the machine, one about the GPU, if it is measured, then one a measurement, in columns.
    static String table(List<Measurement> measurements, int rounds, Optional<Gpu> gpu) {
        int name = measurements.stream().mapToInt(m -> m.name().length()).max().orElse(0);
        int threads = measurements.stream().mapToInt(m -> threads(m).length()).max().orElse(0);
        int value = measurements.stream().filter(m -> !m.hasFailed()).mapToInt(m -> number(m.value()).length()).max().orElse(1);
        int unit = measurements.stream().mapToInt(m -> m.unit().length()).max().orElse(0);
        int range = measurements.stream().mapToInt(m -> range(m).length()).max().orElse(0);
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT,
                "Java %s, %s %s, %d processors, vectors of %d bits. Median of %d rounds (least to greatest).%n",
                Runtime.version(), System.getProperty("os.name"), System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(), PeakWorkload.vectorBits(), rounds));
        gpu.ifPresent(one -> table.append(String.format(Locale.ROOT, "%s, %s.%n", one.name(), one.driver())));
        String form = "%-" + name + "s  " + (threads == 0 ? "%s" : "%-" + threads + "s  ") + "%" + value + "s %-" + unit + "s  %-" + range + "s  %s";
        for (Measurement m : measurements) {
            if (m.hasFailed()) {
                table.append(String.format(Locale.ROOT, "%-" + name + "s  %s%n", m.name(), FAILED));
                continue;
            }
            String share = Double.isNaN(m.share()) ? ""
                    : String.format(Locale.ROOT, "%s %% of the peak", number(100 * m.share()));
            table.append(String.format(Locale.ROOT, form, m.name(), threads(m), number(m.value()), m.unit(), range(m), share)
                    .stripTrailing()).append(System.lineSeparator());
        }
        return table.toString();
    }

    private static String threads(Measurement m) {
        return switch (m.threads()) {
            case 0 -> "";
            case 1 -> "1 thread";
            default -> m.threads() + " threads";
        };
    }

    private static String range(Measurement m) {
        return m.hasFailed() ? "" : "(" + number(m.low()) + " to " + number(m.high()) + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%,.0f" : Math.abs(value) >= 100 ? "%.1f" : "%.2f", value);
    }

    /// The machine, and each measurement with its name, threads, value, unit, least, greatest, the multiply-add peak of as
    /// many threads in GFLOP/s, and the share of it. Threads, peak and share are null where they say nothing, all figures where
    /// it failed, and the GPU where none is measured.
    static String json(List<Measurement> measurements, Optional<Gpu> gpu) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("java", Runtime.version().toString());
        root.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        root.put("processors", Runtime.getRuntime().availableProcessors());
        root.put("vectorBits", PeakWorkload.vectorBits());
        root.set("gpu", gpu.<JsonNode>map(one -> root.objectNode().put("name", one.name()).put("driver", one.driver()))
                .orElseGet(root::nullNode));
        ArrayNode list = root.putArray("measurements");
        for (Measurement m : measurements) {
            ObjectNode node = list.addObject();
            node.put("name", m.name());
            node.set("threads", m.threads() == 0 ? node.nullNode() : node.numberNode(m.threads()));
            node.put("failed", m.hasFailed());
            node.set("value", numberOrNull(node, m.value()));
            node.put("unit", m.unit());
            node.set("low", numberOrNull(node, m.low()));
            node.set("high", numberOrNull(node, m.high()));
            node.set("peak", numberOrNull(node, m.peak()));
            node.set("shareOfPeak", numberOrNull(node, m.share()));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static JsonNode numberOrNull(ObjectNode node, double value) {
        return Double.isNaN(value) ? node.nullNode() : node.numberNode(value);
    }
}
