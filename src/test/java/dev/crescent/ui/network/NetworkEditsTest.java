package dev.crescent.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkEditsTest {
    /// 6 tanh, dropout, 4 relu, 2 softmax.
    private static final Model.Network NET = new Model.Network(1, List.of(new Layer.Dense(6, Activation.TANH),
            new Layer.Dropout(0.2), new Layer.Dense(4, Activation.RELU), new Layer.Dense(2, Activation.SOFTMAX)));

    @Test
    void unitsStayWithinTheirLimitsAndTheOutputsBelongToTheData() {
        assertThat(text(NetworkEdits.withUnits(NET, 0, 7))).isEqualTo("7 d 4 2");
        assertThat(NetworkEdits.withUnits(NET, 0, 0)).isSameAs(NET);
        assertThat(NetworkEdits.withUnits(NET, 1, 5)).isSameAs(NET);
        assertThat(NetworkEdits.withUnits(NET, 3, 3)).isSameAs(NET);
        assertThat(NetworkEdits.withUnits(NET, -1, 3)).isSameAs(NET);
    }

    @Test
    void aLayerMayHaveAsManyUnitsAsInAFile() {
        assertThat(text(NetworkEdits.withUnits(NET, 0, 65_536))).isEqualTo("65536 d 4 2");
        assertThat(NetworkEdits.withUnits(NET, 0, 65_537)).isSameAs(NET);
        Model.Network wide = NET.withLayer(0, new Layer.Dense(625, Activation.TANH));
        Model.Network less = NetworkEdits.withUnits(wide, 0, 100);
        assertThat(NetworkEdits.withUnits(less, 0, 625)).isEqualTo(wide);
    }

    @Test
    void aLayerMovesWithItsDropout() {
        assertThat(text(NetworkEdits.moved(NET, 0, 3))).isEqualTo("4 6 d 2");
        assertThat(NetworkEdits.movedTo(NET, 0, 3)).isEqualTo(1);
        assertThat(text(NetworkEdits.moved(NET, 2, 0))).isEqualTo("4 6 d 2");
        assertThat(NetworkEdits.movedTo(NET, 2, 0)).isZero();
        assertThat(text(NetworkEdits.moved(NET, 1, 3))).isEqualTo("6 4 d 2");
        assertThat(NetworkEdits.moved(NET, 0, 2)).isSameAs(NET);
        assertThat(NetworkEdits.moved(NET, 0, 4)).isSameAs(NET);
        assertThat(NetworkEdits.moved(NET, 3, 0)).isSameAs(NET);
    }

    @Test
    void neighborsChangePlaces() {
        assertThat(NetworkEdits.beforeLeft(NET, 0)).isEqualTo(-1);
        assertThat(NetworkEdits.beforeLeft(NET, 2)).isZero();
        assertThat(NetworkEdits.beforeRight(NET, 0)).isEqualTo(3);
        assertThat(NetworkEdits.beforeRight(NET, 2)).isEqualTo(-1);
        assertThat(NetworkEdits.beforeRight(NET, 1)).isEqualTo(3);
        assertThat(NetworkEdits.beforeLeft(NET, 1)).isZero();
        assertThat(NetworkEdits.beforeLeft(NET, 3)).isEqualTo(-1);
    }

    @Test
    void insertingCopiesTheLeftNeighbor() {
        assertThat(text(NetworkEdits.inserted(NET, 2))).isEqualTo("6 d 6 4 2");
        Model.Network none = new Model.Network(1, List.of(new Layer.Dense(2, Activation.SOFTMAX)));
        assertThat(text(NetworkEdits.inserted(none, 0))).isEqualTo("4 2");
        assertThat(NetworkEdits.inserted(NET, 4)).isSameAs(NET);
        Model.Network full = none;
        for (int i = 0; i < 30; i++) {
            full = NetworkEdits.withOneMore(full);
        }
        assertThat(full.layers()).hasSize(11);
    }

    @Test
    void removingTakesTheDropoutAlongButNeverTheOutput() {
        assertThat(text(NetworkEdits.removed(NET, 0))).isEqualTo("4 2");
        assertThat(text(NetworkEdits.withOneLess(NET))).isEqualTo("6 d 2");
        assertThat(NetworkEdits.removed(NET, 3)).isSameAs(NET);
        Model.Network bare = NetworkEdits.withOneLess(NetworkEdits.withOneLess(NET));
        assertThat(text(bare)).isEqualTo("2");
        assertThat(NetworkEdits.withOneLess(bare)).isSameAs(bare);
    }

    @Test
    void duplicatingTakesTheDropoutAlong() {
        assertThat(text(NetworkEdits.duplicated(NET, 0))).isEqualTo("6 d 6 d 4 2");
    }

    @Test
    void dropoutComesChangesAndGoes() {
        assertThat(NetworkEdits.dropout(NET, 0)).isEqualTo(0.2);
        assertThat(NetworkEdits.dropout(NET, 2)).isZero();
        assertThat(text(NetworkEdits.withDropout(NET, 2, 0.5))).isEqualTo("6 d 4 d 2");
        assertThat(NetworkEdits.dropout(NetworkEdits.withDropout(NET, 0, 0.5), 0)).isEqualTo(0.5);
        assertThat(text(NetworkEdits.withDropout(NET, 0, 0))).isEqualTo("6 4 2");
        assertThat(NetworkEdits.withDropout(NET, 3, 0.5)).isSameAs(NET);
        assertThat(NetworkEdits.withDropout(NET, 2, 1)).isSameAs(NET);
    }

    @Test
    void softmaxIsRefusedInAHiddenLayer() {
        assertThat(NetworkEdits.withActivation(NET, 0, Activation.SOFTMAX)).isSameAs(NET);
        assertThat(NetworkEdits.withActivation(NET, 0, Activation.RELU).layers().getFirst())
                .isEqualTo(new Layer.Dense(6, Activation.RELU));
    }

    @Test
    void anotherKindKeepsWhatBothHave() {
        Model.Network net = NetworkEdits.withInitializer(NET, 2, new Initializer.Normal(0.3));
        Layer maxout = NetworkEdits.withKind(net, 2, NetworkEdits.Kind.MAXOUT).layers().get(2);
        assertThat(maxout).isEqualTo(new Layer.Maxout(4, 2, Activation.RELU, new Initializer.Normal(0.3), true,
                Initializer.Standard.ZEROS));
        assertThat(NetworkEdits.withKind(net, 2, NetworkEdits.Kind.NOISE).layers().get(2)).isInstanceOf(Layer.Noise.class);
        assertThat(text(NetworkEdits.withKind(net, 1, NetworkEdits.Kind.DENSE))).isEqualTo("6 6 4 2");
        assertThat(NetworkEdits.withKind(net, 3, NetworkEdits.Kind.DROPOUT)).isSameAs(net);
    }

    @Test
    void wrongAmountsAreRefused() {
        assertThat(NetworkEdits.withAmount(NET, 1, 1.5)).isSameAs(NET);
        assertThat(NetworkEdits.withAmount(NET, 1, 0.4).layers().get(1)).isEqualTo(new Layer.Dropout(0.4));
        assertThat(NetworkEdits.withSize(NET, 0, 3)).isSameAs(NET);
    }

    private static String text(Model.Network network) {
        return IntStream.range(0, network.layers().size())
                .mapToObj(i -> network.layers().get(i) instanceof Layer.Dropout ? "d"
                        : Integer.toString(Structure.units(network.layers().get(i))))
                .collect(Collectors.joining(" "));
    }
}
