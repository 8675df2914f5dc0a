package dev.crescent.insight.image;

import dev.crescent.engine.Engine;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which parts of an image a network cannot do without: a patch of paper is laid around every pixel, and the network
/// reads what is left. Source: Zeiler and Fergus 2014. Used by one thread at a time.
public final class Occlusion {
    /// Rows and columns of a patch: about the width of two strokes in 28 x 28.
    public static final int USUAL_SIDE = 5;

    /// So many images are read between two questions whether to stop.
    private static final int AT_ONCE = 128;

    private final ImageShape shape;
    private final ImageReader reader;

    /// @param inputShape `[channels, rows, columns]`
    /// @param loss by which the network is trained
    /// @throws IllegalArgumentException if the inputs have another shape
    /// @throws InvalidSettingException if a layer does not fit what comes into it
    public Occlusion(Engine engine, Model.Network network, List<Integer> inputShape, Loss loss) {
        this.shape = ImageShape.of(inputShape);
        this.reader = new ImageReader(engine, network, inputShape, loss, AT_ONCE);
    }

    /// The map of one image. Patches that cover no ink change nothing and are not tried.
    ///
    /// @param parameters `[layout total]`
    /// @param image `[inputs]`, scaled as the data's inputs, paper 0; channel by channel, line by line
    /// @param side rows and columns of a patch, 1 or more; an even one reaches one pixel further up and to the left
    /// @param temperature by which probabilities are softened, above 0, see [Temperature]
    /// @param stopped asked now and then whether to give up
    /// @return null if it was stopped
    /// @throws IllegalArgumentException if the image has another size, or side or temperature are out of range
    public @Nullable OcclusionMap of(float[] parameters, float[] image, int side, double temperature,
            BooleanSupplier stopped) {
        shape.require(image);
        if (side < 1) {
            throw new IllegalArgumentException("side: must be 1 or more, is " + side);
        }
        reader.fill(image, 1);
        reader.read(parameters, 1);
        int winner = reader.said(0);
        float[] falls = new float[shape.pixels()];
        if (winner < 0) {
            return new OcclusionMap(winner, Float.NaN, shape.lines(falls));
        }
        float whole = Temperature.soften(reader.probabilities(0), temperature)[winner];
        int[] centers = IntStream.range(0, shape.pixels()).filter(at -> coversInk(image, at, side)).toArray();
        for (int first = 0; first < centers.length; first += AT_ONCE) {
            if (stopped.getAsBoolean()) {
                return null;
            }
            int[] some = Arrays.copyOfRange(centers, first, Math.min(first + AT_ONCE, centers.length));
            read(parameters, image, some, side);
            for (int i = 0; i < some.length; i++) {
                falls[some[i]] = whole - Temperature.soften(reader.probabilities(i), temperature)[winner];
            }
        }
        return new OcclusionMap(winner, whole, shape.lines(falls));
    }

    private void read(float[] parameters, float[] image, int[] centers, int side) {
        reader.fill(image, centers.length);
        for (int i = 0; i < centers.length; i++) {
            int number = i;
            patch(centers[i], side, pixel -> reader.inputs[pixel * centers.length + number] = 0);
        }
        reader.read(parameters, centers.length);
    }

    private boolean coversInk(float[] image, int center, int side) {
        boolean[] found = new boolean[1];
        patch(center, side, pixel -> found[0] |= image[pixel] != 0);
        return found[0];
    }

    private interface Visitor {
        /// @param pixel place in the image, of any channel
        void visit(int pixel);
    }

    /// Goes to all pixels of a patch that lie in the image.
    private void patch(int center, int side, Visitor visitor) {
        int top = center / shape.columns() - side / 2;
        int left = center % shape.columns() - side / 2;
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int row = Math.max(0, top); row < Math.min(top + side, shape.rows()); row++) {
                int line = (channel * shape.rows() + row) * shape.columns();
                for (int column = Math.max(0, left); column < Math.min(left + side, shape.columns()); column++) {
                    visitor.visit(line + column);
                }
            }
        }
    }
}
