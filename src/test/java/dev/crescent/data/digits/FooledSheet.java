package dev.crescent.data.digits;

import dev.crescent.data.Dataset;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.export.ContentException;
import dev.crescent.export.Weights;
import dev.crescent.insight.image.MistakeFinder;
import dev.crescent.insight.image.Mistakes;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/// Draws the digits that fool weights most, each with what it was meant to be and what was read: of those that a careful
/// [PadHand] writes with any pen, prepared as the window does. Not a test: run it by hand, with
/// `WEIGHTS.npz COUNT OUT.png`: the weights, how many digits are written, and the picture's name.
final class FooledSheet {
    private static final int COLUMNS = 10;
    private static final int ROWS = 4;
    private static final int ZOOM = 3;
    private static final int CELL = Centering.SIDE * ZOOM;
    private static final int TEXT = 24;
    private static final int GAP = 10;
    private static final long SEED = 1;
    private static final int PAPER = 238;
    private static final int INK = 24;
    private static final List<Integer> SHAPE = List.of(1, Centering.SIDE, Centering.SIDE);

    private FooledSheet() {}

    public static void main(String[] arguments)
            throws ExperimentFileException, IOException, ContentException {
        Dataset.Samples written = written(Integer.parseInt(arguments[1]));
        Model.Network network = (Model.Network) Builtins.read("digits").model();
        float[] parameters = Weights.read(Path.of(arguments[0]), ParameterLayout.of(network, SHAPE));
        Mistakes mistakes = Objects.requireNonNull(new MistakeFinder(new CpuEngine(1), network, SHAPE, Loss.CROSS_ENTROPY)
                .find(parameters, written, () -> false));
        int wrong = mistakes.worst(written.count()).length;
        System.out.printf("%d of %d are read wrong%n", wrong, written.count());
        ImageIO.write(sheet(written, mistakes), "png", Path.of(arguments[2]).toFile());
    }

    private static Dataset.Samples written(int count) {
        SyntheticDigits digits = new SyntheticDigits(SEED, SyntheticDigits.Part.TEST);
        SplittableRandom random = new SplittableRandom(SEED);
        Preparer preparer = new Preparer();
        float[] inputs = new float[count * SyntheticDigits.PIXELS];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = digits.label(i);
            Style style = Styles.SHIPPED.pick(labels[i], random.nextDouble());
            float[] image = preparer.prepare(PadHand.CAREFUL.write(style, random)).centered();
            System.arraycopy(image, 0, inputs, i * image.length, image.length);
        }
        return new Dataset.Samples(count, inputs, inputs, SyntheticDigits.PIXELS, labels, new float[count]);
    }

    private static BufferedImage sheet(Dataset.Samples written, Mistakes mistakes) {
        var sheet = new BufferedImage(COLUMNS * (CELL + GAP) + GAP, ROWS * (CELL + TEXT + GAP) + GAP,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        graphics.setColor(Color.DARK_GRAY);
        int[] worst = mistakes.worst(ROWS * COLUMNS);
        for (int i = 0; i < worst.length; i++) {
            int left = GAP + i % COLUMNS * (CELL + GAP);
            int top = GAP + i / COLUMNS * (CELL + TEXT + GAP);
            paint(written.inputs(), worst[i] * SyntheticDigits.PIXELS, sheet, left, top);
            String text = mistakes.labels()[worst[i]] + " read as " + mistakes.predictions()[worst[i]];
            int middle = left + (CELL - graphics.getFontMetrics().stringWidth(text)) / 2;
            graphics.drawString(text, middle, top + CELL + TEXT - 7);
        }
        graphics.dispose();
        return sheet;
    }

    /// Dark ink on a light paper.
    private static void paint(float[] inputs, int from, BufferedImage sheet, int left, int top) {
        for (int y = 0; y < CELL; y++) {
            for (int x = 0; x < CELL; x++) {
                float ink = inputs[from + y / ZOOM * Centering.SIDE + x / ZOOM];
                int shade = (int) (PAPER - (PAPER - INK) * ink);
                sheet.setRGB(left + x, top + y, shade << 16 | shade << 8 | shade);
            }
        }
    }
}
