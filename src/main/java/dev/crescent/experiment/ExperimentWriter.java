package dev.crescent.experiment;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes experiments as JSON, each in exactly one form: every key of its kind is there, in a fixed order.
public final class ExperimentWriter {
    private ExperimentWriter() {}

    /// The experiment as the text of a `.crescent` file, which [ExperimentReader#read(String)] reads back as an equal
    /// experiment.
    public static String write(Experiment experiment) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", ExperimentReader.FORMAT);
        root.put("version", ExperimentReader.VERSION);
        root.put("title", experiment.title());
        root.put("notes", experiment.notes());
        DataJson.write(experiment.data(), root.putObject("data"));
        ArrayNode features = root.putArray("features");
        experiment.features().forEach(features::add);
        ModelJson.write(experiment.model(), root.putObject("model"));
        TrainingJson.write(experiment.training(), root.putObject("training"));
        root.put("device", experiment.device().id());
        return JsonText.print(root);
    }
}
