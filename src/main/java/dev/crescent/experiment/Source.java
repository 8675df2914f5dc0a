package dev.crescent.experiment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the samples come from.
public sealed interface Source {
    /// The name under `data.source` in files.
    String id();

    /// A generated 2-D point set.
    ///
    /// @param samples how many points, training and test together: 2 to 1,000,000
    /// @param noise each set's own kind of noise, 0 to 10; the sets of TensorFlow Playground map its 0..50 to 0..0.5
    record Points(PointSet set, int samples, double noise) implements Source {
        public Points {
            Check.within("samples", samples, 2, 1_000_000);
            Check.within("noise", noise, 0, 10);
        }

        @Override
        public String id() {
            return set.id();
        }
    }

    /// Points that the user painted, in the order of painting.
    record Painted(List<PaintedPoint> points) implements Source {
        public Painted {
            Check.require(points.size() <= 1_000_000, "points", "must be at most 1000000, are " + points.size());
            points = List.copyOf(points);
        }

        @Override
        public String id() {
            return "painted";
        }
    }

    /// A table in a CSV file.
    ///
    /// @param path the file, absolute or relative to the experiment's
    /// @param target the target's column name, or its number from 1; empty means the last column
    /// @param columns the feature columns; empty means all but the target
    /// @param shape how a row is read as an image, `[channels, rows, columns]`; empty means not as one
    /// @param testPath the file with the test part, with the same columns; null splits it off the first file
    /// @param gaps of both files
    /// @param targetUnit what the values of a regression are divided by, 0.001 to 1,000,000,000: with 1000 a price of 250,000 is 250
    record Csv(String path, String target, Task task, List<String> columns, List<Integer> shape,
               @Nullable String testPath, Gaps gaps, double targetUnit) implements Source {
        public static final double MOST_UNIT = 1e9;

        public Csv {
            columns = List.copyOf(columns);
            shape = List.copyOf(shape);
            Check.require(!path.isBlank(), "path", "must name a CSV file, is empty");
            Check.require(testPath == null || !testPath.isBlank(), "testPath",
                    "must name a CSV file, or be null to split the test part off, is empty");
            Check.require(shape.isEmpty() || shape.size() == 3, "shape",
                    "must be [channels, rows, columns], has " + shape.size() + " numbers");
            Check.within("targetUnit", targetUnit, 0.001, MOST_UNIT);
            for (int i = 0; i < shape.size(); i++) {
                Check.within("shape[" + i + "]", shape.get(i), 1, 4096);
            }
        }

        /// Of a table without gaps.
        public Csv(String path, String target, Task task, List<String> columns, List<Integer> shape,
                   @Nullable String testPath) {
            this(path, target, task, columns, shape, testPath, Gaps.REFUSE);
        }

        /// Of values as they are.
        public Csv(String path, String target, Task task, List<String> columns, List<Integer> shape,
                   @Nullable String testPath, Gaps gaps) {
            this(path, target, task, columns, shape, testPath, gaps, 1);
        }

        /// What the values are divided by, as it is written in a file: 100000.
        public String writtenUnit() {
            return BigDecimal.valueOf(targetUnit).stripTrailingZeros().toPlainString();
        }

        /// The same of other files.
        public Csv withPaths(String newPath, @Nullable String newTestPath) {
            return new Csv(newPath, target, task, columns, shape, newTestPath, gaps, targetUnit);
        }

        /// The same with values in another unit.
        public Csv withTargetUnit(double unit) {
            return new Csv(path, target, task, columns, shape, testPath, gaps, unit);
        }

        @Override
        public String id() {
            return "csv";
        }
    }

    /// Synthetic digits, drawn by strokes.
    ///
    /// @param samples how many, training and test together: 10 to 100,000, which take 314 MB
    /// @param fresh whether every epoch has other training digits, which none before it had
    record Digits(int samples, boolean fresh) implements Source {
        static final int MOST_SAMPLES = 100_000;

        public Digits {
            Check.within("samples", samples, 10, MOST_SAMPLES);
        }

        /// The same ones in every epoch.
        public Digits(int samples) {
            this(samples, false);
        }

        @Override
        public String id() {
            return "digits";
        }
    }

    /// Images in IDX files.
    ///
    /// @param path the folder with the four files; null means the user's download cache
    /// @param limit how many of the first training images are used; 0 means all
    record Images(ImageSet set, @Nullable String path, int limit) implements Source {
        public Images {
            Check.within("limit", limit, 0, 10_000_000);
            Check.require(set != ImageSet.IDX || path != null, "path", "must name the folder with the IDX files");
        }

        @Override
        public String id() {
            return set.id();
        }
    }
}
