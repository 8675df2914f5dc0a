package dev.crescent.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.crescent.data.Dataset;
import dev.crescent.experiment.Task;
import dev.crescent.export.TrainedNetwork;
import dev.crescent.export.Trained;
import dev.crescent.insight.Predictor;
import java.io.ByteArrayOutputStream;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.stream.LongStream;

/// Models in Microsoft's ONNX Runtime.
public final class Runtime {
    private static final double NEAR = 1e-5;

    private Runtime() {}

    public static byte[] bytes(TrainedNetwork network) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OnnxModel.content(network).write(out);
        return out.toByteArray();
    }

    public static OrtSession open(byte[] model) throws OrtException {
        return OrtEnvironment.getEnvironment().createSession(model, new OrtSession.SessionOptions());
    }

    /// The model takes a data set's raw samples and says what Crescent says to its inputs.
    public static void agrees(TrainedNetwork network, Dataset data) throws Exception {
        Dataset.Samples part = data.train();
        assertThat(part.count()).isPositive();
        agrees(bytes(network), network, part.raw(), Trained.answers(network, part.inputs(), part.count()), part.count());
    }

    /// @param raw `[count][columns]`
    public static void agrees(byte[] model, TrainedNetwork network, float[] raw, Predictor.Answers wanted, int count)
            throws Exception {
        long[] shape = LongStream.concat(LongStream.of(count), network.hasImages()
                ? network.inputShape().stream().mapToLong(Integer::longValue) : LongStream.of(network.columns())).toArray();
        String layers = network.network().layers().toString();
        try (OrtSession session = open(model);
                OnnxTensor input = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(raw), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            float[][] outputs = (float[][]) result.get("output").orElseThrow().getValue();
            int units = network.output().units();
            assertThat(outputs).hasDimensions(count, units);
            for (int i = 0; i < count * units; i++) {
                float value = wanted.outputs()[i];
                assertThat(outputs[i / units][i % units]).as(layers)
                        .isCloseTo(value, within((float) (NEAR * Math.max(1, Math.abs(value)))));
            }
            assertThat(result.size()).isEqualTo(network.task() == Task.CLASSIFICATION ? 2 : 1);
            if (network.task() == Task.CLASSIFICATION) {
                long[] classes = (long[]) result.get("class").orElseThrow().getValue();
                for (int i = 0; i < count; i++) {
                    assertThat(classes[i]).isEqualTo(wanted.classes()[i]);
                }
            }
        }
    }
}
