package dev.crescent.export;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.JsonObject;
import dev.crescent.experiment.JsonText;
import dev.crescent.insight.CurveData.Ghost;
import dev.crescent.train.History;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The runs that a user pinned for comparison, as entries of an archive: `pinned.json` has their names and lengths, and
/// `pinned.0.npy` and so on their curves, `[3, rows]` float32: epochs, losses, accuracies, NaN where missing.
final class PinnedEntries {
    static final String PINNED = "pinned.json";

    private static final int COLUMNS = 3;
    private static final int MOST_RUNS = 100;
    private static final int LONGEST_NAME = 1000;
    private static final int LARGEST_JSON = 1 << 20;

    private PinnedEntries() {}

    private record Run(String name, int rows) {}

    static void write(ZipOutputStream zip, List<Ghost> pinned) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode runs = root.putArray("runs");
        for (int i = 0; i < pinned.size(); i++) {
            Ghost run = pinned.get(i);
            int rows = run.epochs().length;
            runs.addObject().put("name", run.name()).put("rows", rows);
            float[] values = new float[COLUMNS * rows];
            for (int k = 0; k < rows; k++) {
                values[k] = (float) run.epochs()[k];
                values[rows + k] = (float) run.loss()[k];
                values[2 * rows + k] = (float) run.accuracy()[k];
            }
            Weights.store(zip, curves(i), new NumpyArray(List.of(COLUMNS, rows), values).bytes());
        }
        Archives.text(zip, PINNED, JsonText.print(root));
    }

    private static String curves(int number) {
        return "pinned." + number + ".npy";
    }

    /// @throws ContentException if anything of them is damaged
    static List<Ghost> read(ZipContent zip, String file) throws ContentException {
        List<Run> runs;
        try {
            JsonObject json = JsonObject.of(Archives.text(zip, file, PINNED, LARGEST_JSON));
            runs = json.list("runs", List.of(), (node, path) -> {
                JsonObject run = new JsonObject(node, path);
                String name = run.text("name", "");
                return new Run(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                        run.whole("rows", 0, 0, History.MAX_ROWS));
            });
        } catch (InvalidSettingException e) {
            throw new ContentException(file + ": " + PINNED + ": " + e.getMessage(), e);
        }
        List<Ghost> pinned = new ArrayList<>();
        for (int i = 0; i < Math.min(runs.size(), MOST_RUNS); i++) {
            pinned.add(read(zip, curves(i), runs.get(i)));
        }
        return pinned;
    }

    private static Ghost read(ZipContent zip, String entry, Run run) throws ContentException {
        int rows = run.rows;
        byte[] bytes = zip.bytes(entry, (long) Float.BYTES * COLUMNS * rows + NumpyArray.LARGEST_HEADER);
        float[] values = NumpyArray.of(bytes, List.of(COLUMNS, rows)).values();
        double[][] columns = new double[COLUMNS][rows];
        for (int i = 0; i < values.length; i++) {
            columns[i / rows][i % rows] = Float.isFinite(values[i]) ? values[i] : Double.NaN;
        }
        double last = Double.NEGATIVE_INFINITY;
        for (double epoch : columns[0]) {
            if (!(epoch >= last)) {
                throw new ContentException("has epochs that do not ascend");
            }
            last = epoch;
        }
        return new Ghost(run.name, columns[0], columns[1], columns[2]);
    }
}
