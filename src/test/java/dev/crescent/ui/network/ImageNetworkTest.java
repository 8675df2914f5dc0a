package dev.crescent.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How networks that look at images are shown; without a window.
class ImageNetworkTest {
    private static final List<Integer> DIGIT = List.of(1, 28, 28);

    private static Shown shown(String name) throws Exception {
        Experiment experiment = Builtins.read(name);
        Model.Network network = (Model.Network) experiment.model();
        return Shown.of(experiment, network, DIGIT, InputName.pixels(),
                IntStream.range(0, 10).mapToObj(Integer::toString).toList(), ParameterLayout.of(network, DIGIT));
    }

    @Test
    void anImageIsOneUnitAndNeverHundredsOfLinks() throws Exception {
        for (String name : List.of("mnist-softmax", "mnist-old", "mnist-modern", "mnist-conv")) {
            Shown shown = shown(name);
            NetworkLayout layout = NetworkLayout.of(shown.structure(), 600, 456, 10, 40);
            assertThat(layout.columns().getFirst().shown()).isEqualTo(1);
            assertThat(layout.columns()).allSatisfy(column -> assertThat(column.shown()).isLessThanOrEqualTo(48));
            assertThat(new Links(shown.structure(), layout).count()).isZero();
        }
    }

    @Test
    void cardsSayKindSizeAndShape() throws Exception {
        List<CardModel> cards = shown("mnist-conv").cards();
        assertThat(cards.get(0).name()).isEqualTo("Image");
        assertThat(cards.get(0).count()).isEqualTo("28 \u00d7 28");
        assertThat(cards.get(1).name()).isEqualTo("conv 3 \u00d7 3");
        assertThat(cards.get(1).count()).isEqualTo("32 filters");
        assertThat(cards.get(1).detail()).isEqualTo(
                "A convolution of 3 \u00d7 3, 32 filters, padding full; it gives out 32 \u00d7 30 \u00d7 30.");
        assertThat(cards.get(2).kind()).isEqualTo(CardModel.Kind.POOL);
        assertThat(cards.get(2).count()).isEqualTo("2 \u00d7 2");
        assertThat(cards.get(2).detail()).contains("32 \u00d7 15 \u00d7 15");
        assertThat(cards.stream().filter(c -> c.count().equals("625 units"))).hasSize(1);
    }

    @Test
    void pillsOfEveryKindHaveATitle() {
        Model.Network network = new Model.Network(1, List.of(new Layer.BatchNorm(), new Layer.Flatten(),
                new Layer.Dense(2, Activation.SOFTMAX)));
        Structure structure = Structure.of(network, DIGIT, ParameterLayout.of(network, DIGIT));
        Stream<String> titles = structure.items().stream()
                .map(item -> CardModel.of(network, structure, item, Task.CLASSIFICATION).title());
        assertThat(titles).contains("Batch normalization", "Flatten");
    }

    @Test
    void weightsOfPixelsAreShownAsPictures() throws Exception {
        Structure modern = shown("mnist-modern").structure();
        assertThat(modern.columns().get(1).picture()).as("behind dropout on the pixels")
                .isEqualTo(new Structure.Picture(0, 1, 28, 28));
        assertThat(modern.columns().get(2).picture()).as("weights of units").isNull();
        Structure conv = shown("mnist-conv").structure();
        assertThat(conv.columns().get(1).picture()).isEqualTo(new Structure.Picture(0, 1, 3, 3));
        assertThat(conv.columns().get(2).picture()).as("filters of 32 channels")
                .isEqualTo(new Structure.Picture(320, 32, 3, 3));
    }

    @Test
    void picturesHaveTheColorsOfTheWeightsAndBandsJoinTheColumns() throws Exception {
        Shown shown = shown("mnist-softmax");
        Palette palette = Palette.of(Theme.LIGHT);
        NetworkLayout layout = NetworkLayout.of(shown.structure(), 600, 456, 10, 40);
        NetworkPainter painter = new NetworkPainter(shown.structure(), layout, palette, shown.activations(), true, 600, 456, 1);
        float[] parameters = new float[7850];
        Arrays.fill(parameters, 0, 392, 1); // the upper half of class 0
        Arrays.fill(parameters, 392, 784, -1);
        painter.setParameters(parameters);
        float[] image = new float[784];
        Arrays.fill(image, 1);
        painter.setImage(image);
        painter.paintLinks(Double.NaN, null);
        painter.paint(NetworkPainter.Pointed.NOTHING);
        Box first = layout.columns().get(1).unit(0);
        assertThat(at(painter, first.centerX(), first.y() + 5)).isEqualTo(palette.weightArgb(1));
        assertThat(at(painter, first.centerX(), first.bottom() - 5)).isEqualTo(palette.weightArgb(-1));
        Box input = layout.columns().getFirst().unit(0);
        assertThat(at(painter, input.centerX(), input.centerY())).isEqualTo(palette.inkArgb(1));
        double middle = (input.right() + first.x()) / 2;
        assertThat(at(painter, middle, input.centerY()) >>> 24).as("a band").isNotZero();
        assertThat(at(painter, middle, 100)).as("and nothing else").isZero();
        painter.setParameters(new float[7850]);
        painter.paint(NetworkPainter.Pointed.NOTHING);
        assertThat(at(painter, first.centerX(), first.y() + 5)).as("new weights").isEqualTo(palette.weightArgb(0));
        assertThat(at(painter, input.centerX(), input.centerY())).as("the same image").isEqualTo(palette.inkArgb(1));
        painter.setImage(new float[0]);
        painter.paint(NetworkPainter.Pointed.NOTHING);
        assertThat(at(painter, input.centerX(), input.centerY())).as("none").isEqualTo(Palette.argb(palette.bgInset()));
    }

    @Test
    void unitsWithoutAPictureAreRoundAndFilled() throws Exception {
        Shown shown = shown("digits-conv");
        Palette palette = Palette.of(Theme.DARK);
        NetworkLayout layout = NetworkLayout.of(shown.structure(), 600, 456, 10, 40);
        NetworkPainter painter = new NetworkPainter(shown.structure(), layout, palette, shown.activations(), true, 600, 456, 1);
        painter.paint(NetworkPainter.Pointed.NOTHING);
        Box output = layout.columns().getLast().unit(0);
        int middle = at(painter, output.centerX(), output.centerY());
        assertThat(middle).isNotEqualTo(Palette.argb(palette.bgInset()));
        assertThat(middle >>> 24).isEqualTo(255);
        assertThat(at(painter, output.right() - 2, output.y() + 1)).as("outside of the circle").isZero();
    }

    @Test
    void unitsStandInAGridAndEachIsFoundWhereItIsPainted() throws Exception {
        for (String name : List.of("mnist-softmax", "mnist-old", "digits-conv", "mnist-conv")) {
            NetworkLayout layout = NetworkLayout.of(shown(name).structure(), 600, 456, 10, 40);
            for (int c = 0; c < layout.columns().size(); c++) {
                for (int unit = 0; unit < layout.columns().get(c).shown(); unit++) {
                    Box box = layout.columns().get(c).unit(unit);
                    assertThat(layout.unitAt(box.centerX(), box.centerY())).as(name).isEqualTo(new UnitRef(c, unit));
                    assertThat(box.right()).as(name).isLessThan(600);
                    assertThat(box.bottom()).as(name).isLessThan(456);
                }
            }
        }
        assertThat(NetworkLayout.of(shown("mnist-softmax").structure(), 600, 456, 10, 46).columns().getLast().width())
                .as("two pixels a weight").isEqualTo(56);
    }

    private static int at(NetworkPainter painter, double x, double y) {
        Raster raster = painter.raster();
        int row = (int) (y - NetworkLayout.PICTURE_TOP);
        return raster.pixels[row * 600 + (int) x];
    }

    @Test
    void aLayerThatLeavesNoImageBecomesAConvolutionWhereOneIsNeeded() throws Exception {
        Shown shown = shown("mnist-conv");
        assertThat(shown.refusal(NetworkEdits.inserted(shown.network(), 3))).isPresent();
        Model.Network convolved = NetworkEdits.convolved(shown.network(), 3);
        assertThat(shown.refusal(convolved)).isEmpty();
        assertThat(convolved.layers().get(3)).isInstanceOf(Layer.Conv.class);
        assertThat(NetworkEdits.withUnits(shown.network(), 0, 8).layers().getFirst())
                .isInstanceOfSatisfying(Layer.Conv.class, conv -> assertThat(conv.filters()).isEqualTo(8));
        assertThat(NetworkEdits.withSize(shown.network(), 0, 5).layers().getFirst())
                .isInstanceOfSatisfying(Layer.Conv.class, conv -> assertThat(conv.kernel()).isEqualTo(5));
        assertThat(NetworkEdits.withSize(shown.network(), 1, 3).layers().get(1))
                .isInstanceOfSatisfying(Layer.MaxPool.class, pool -> assertThat(pool.stride()).isEqualTo(3));
    }
}
