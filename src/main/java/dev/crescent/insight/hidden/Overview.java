package dev.crescent.insight.hidden;

import dev.crescent.data.Dataset;
import dev.crescent.data.PlaneFeatures;
import java.util.List;

/// Samples with more than two inputs, seen in the plane in which they vary most.
public final class Overview {
    private Overview() {}

    /// The training samples along the first two principal components of their scaled inputs; the test samples are left out.
    ///
    /// @param data with two inputs or more
    /// @param most so many of the first samples, for a small picture
    public static Dataset of(Dataset data, int most) {
        Dataset.Samples train = data.train();
        int width = data.inputWidth();
        int count = Math.min(most, train.count());
        float[] rows = new float[width * count];
        for (int s = 0; s < count; s++) {
            for (int i = 0; i < width; i++) {
                rows[i * count + s] = train.inputs()[s * width + i];
            }
        }
        PrincipalComponents components = PrincipalComponents.of(new Cloud(rows, width, count, count).finite(), 2, null);
        float[] seen = new float[2 * count];
        for (int s = 0; s < count; s++) {
            for (int k = 0; k < 2; k++) {
                double along = 0;
                for (int i = 0; i < width; i++) {
                    along += (rows[i * count + s] - components.mean()[i]) * components.axes()[k][i];
                }
                seen[2 * s + k] = (float) along;
            }
        }
        return new Dataset(data.task(), data.classNames(), List.of("PC 1", "PC 2"), List.of(2),
                new Dataset.Samples(count, seen, seen, 2, train.labels(), train.values()),
                new Dataset.Samples(0, new float[0], new float[0], 2, new int[0], new float[0]), new Components());
    }

    /// Both axes as they are, each with a scale of its own, as the columns of a table have.
    private static final class Components implements PlaneFeatures {
        @Override
        public int width() {
            return 2;
        }

        @Override
        public List<String> axes() {
            return List.of("PC 1", "PC 2");
        }

        @Override
        public void apply(float[] x1, float[] x2, int count, float[] into) {
            System.arraycopy(x1, 0, into, 0, count);
            System.arraycopy(x2, 0, into, count, count);
        }
    }
}
