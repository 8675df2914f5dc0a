package dev.crescent.ui.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final Model.Network NET = new Model.Network(1, List.of(new Layer.Dense(3, Activation.TANH),
            new Layer.Dense(2, Activation.SOFTMAX)));
    private static final ParameterLayout LAYOUT = ParameterLayout.of(NET, List.of(2));

    private final Structure structure = Structure.of(NET, List.of(2), LAYOUT);
    private final NetworkLayout layout = NetworkLayout.of(structure, 600, 456, 30, 40);
    private final Links links = new Links(structure, layout);

    @Test
    void theCurveIsTheCubicOfTheDesign() {
        assertThat(LinkCurve.y(0)).isCloseTo(0, within(1e-9));
        assertThat(LinkCurve.y(0.5)).isCloseTo(0.5, within(1e-4));
        assertThat(LinkCurve.y(1)).isEqualTo(1);
        assertThat(LinkCurve.slope(0)).isCloseTo(0, within(1e-9));
        double t = 0.3;
        double x = 3 * 0.49 * t * 0.46 + 3 * 0.7 * t * t * 0.54 + t * t * t;
        assertThat(LinkCurve.y(x)).isCloseTo(t * t * (3 - 2 * t), within(1e-4));
        double h = 1e-2;
        assertThat(LinkCurve.slope(0.4)).isCloseTo((LinkCurve.y(0.4 + h) - LinkCurve.y(0.4 - h)) / (2 * h), within(1e-2));
    }

    @Test
    void strengthShowsAsTheDesignSays() {
        assertThat(LinkStyle.width(0)).isEqualTo(0.75);
        assertThat(LinkStyle.width(-1)).isCloseTo(2.65, within(1e-9));
        assertThat(LinkStyle.width(100)).isEqualTo(6);
        assertThat(LinkStyle.ramp(-2.2)).isCloseTo(-1, within(1e-9));
        assertThat(LinkStyle.ramp(1.1)).isCloseTo(0.59, within(1e-9));
        assertThat(LinkStyle.ramp(Double.NaN)).isZero();
        assertThat(LinkStyle.opacity(0)).isEqualTo(0.35);
        assertThat(LinkStyle.opacity(5)).isCloseTo(0.95, within(1e-9));
    }

    @Test
    void aLinkKnowsItsParameter() {
        // First layer: weights [3][2], biases [3]; then [2][3], [2].
        links.setParameters(new float[LAYOUT.size()]);
        assertThat(links.index(new Links.LinkRef(1, 1, 2))).isEqualTo(2 * 2 + 1);
        assertThat(links.index(new Links.LinkRef(2, 2, 1))).isEqualTo(6 + 3 + 3 + 2);
        assertThat(structure.biasIndex(1, 2)).isEqualTo(8);
        assertThat(structure.biasIndex(2, 0)).isEqualTo(15);
    }

    @Test
    void aLinkIsFoundOnItsCurveAndTheStrongerOfTwoFirst() {
        float[] parameters = new float[LAYOUT.size()];
        parameters[5] = 2;
        links.setParameters(parameters);
        Links.LinkRef link = new Links.LinkRef(1, 1, 2);
        Box handle = links.handle(link);
        assertThat(links.at(handle.x(), handle.y())).isEqualTo(link);
        assertThat(links.at(handle.x(), 110)).isNull();
        assertThat(links.at(5, handle.y())).isNull();
    }

    @Test
    void aStrongPositiveWeightIsPaintedBlueWhereItRuns() {
        float[] parameters = new float[LAYOUT.size()];
        parameters[5] = 3;
        links.setParameters(parameters);
        Raster raster = new Raster(600, 456, 1, 0);
        Palette palette = Palette.of(Theme.LIGHT);
        links.paint(raster, palette, Double.NaN, null);
        Box handle = links.handle(new Links.LinkRef(1, 1, 2));
        int row = (int) handle.y();
        int painted = raster.pixels[row * 600 + (int) handle.x()];
        assertThat(painted >>> 24).isGreaterThan(230);
        assertThat(painted & 0xff).isGreaterThan((painted >> 16 & 0xff) + 100);
    }

    @Test
    void flowMovesAndFadesWhatIsNotMeant() {
        float[] parameters = new float[LAYOUT.size()];
        java.util.Arrays.fill(parameters, 2);
        links.setParameters(parameters);
        assertThat(painted(0, null)).isNotEqualTo(painted(8, null));
        assertThat(painted(0, null)).isEqualTo(painted(16, null));
        assertThat(painted(Double.NaN, new UnitRef(1, 0))).isNotEqualTo(painted(Double.NaN, null));
    }

    private int[] painted(double flow, @org.jspecify.annotations.Nullable UnitRef stressed) {
        Raster raster = new Raster(600, 456, 1, 0);
        links.paint(raster, Palette.of(Theme.DARK), flow, stressed);
        return raster.pixels;
    }

    @Test
    void ofMaxoutThePieceOfGreatestSizeIsShown() {
        Model.Network net = new Model.Network(1, List.of(new Layer.Maxout(1, 2, Activation.LINEAR,
                Initializer.Standard.GLOROT_UNIFORM, true, Initializer.Standard.ZEROS),
                new Layer.Dense(2, Activation.SOFTMAX)));
        Structure maxout = Structure.of(net, List.of(2), ParameterLayout.of(net, List.of(2)));
        float[] parameters = {0.1f, 0.5f, -0.9f, 0.2f, 0, 0, 0, 0, 0, 0};
        assertThat(maxout.weightIndex(1, 0, 0, parameters)).isEqualTo(2);
        assertThat(maxout.weightIndex(1, 1, 0, parameters)).isEqualTo(1);
    }

    @Test
    void parametersOfAnotherNetworkAreNotShown() {
        links.setParameters(new float[3]);
        assertThat(links.index(new Links.LinkRef(1, 0, 0))).isEqualTo(-1);
        assertThat(links.weight(new Links.LinkRef(1, 0, 0))).isZero();
    }

    @Test
    void manyLinksDoNotFlow() {
        assertThat(links.flows()).isTrue();
        Model.Network wide = new Model.Network(1, List.of(new Layer.Dense(20, Activation.TANH),
                new Layer.Dense(20, Activation.TANH), new Layer.Dense(2, Activation.SOFTMAX)));
        Structure many = Structure.of(wide, List.of(2), ParameterLayout.of(wide, List.of(2)));
        Links crowd = new Links(many, NetworkLayout.of(many, 600, 456, 30, 40));
        assertThat(crowd.count()).isEqualTo(40 + 400 + 40);
        assertThat(crowd.flows()).isFalse();
        assertThat(crowd.isCached()).isFalse();
    }
}
