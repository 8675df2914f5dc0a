package dev.crescent.app;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.SettingsBar;
import dev.crescent.ui.data.DataPanel;
import java.util.ArrayList;
import java.util.List;

/// The networks and images that the digit room offers.
///
/// @param openTrained puts the network that comes trained on the bench
record ImageChoices(Workbench bench, FileActions files, Runnable openTrained) {
    private static final List<Integer> IMAGE = List.of(1, 28, 28);
    private static final int DRAWN = 12_500;
    private static final double DRAWN_TEST = 0.2;

    /// What the bar calls the network on the bench.
    String network() {
        Model model = bench.experiment().model();
        return bench.beganTrained() ? Texts.get("set.trained") : ReadyNetworks.all().stream()
                .filter(ready -> ready.network().equals(model)).findFirst().map(ReadyNetworks.Ready::name)
                .orElse(Texts.get("set.ownNetwork"));
    }

    List<SettingsBar.Option> networks() {
        List<SettingsBar.Option> options = new ArrayList<>();
        options.add(new SettingsBar.Option(Texts.get("set.trained"), Texts.get("set.trainedDetail"), openTrained));
        for (ReadyNetworks.Ready ready : ReadyNetworks.all()) {
            options.add(new SettingsBar.Option(ready.name(), size(ready.network()), () -> {
                Experiment next = ReadyNetworks.with(bench.experiment(), ready);
                bench.change(next, ready.name(), true);
            }));
        }
        return options;
    }

    private static String size(Model.Network network) {
        return Texts.get("set.parameters", ParameterLayout.of(network, IMAGE).total());
    }

    /// What the bar calls the images on the bench.
    String set() {
        return name(bench.experiment().data().source());
    }

    List<SettingsBar.Option> sets() {
        return List.of(option(new Source.Digits(DRAWN)), option(new Source.Digits(DRAWN, true)),
                option(new Source.Images(ImageSet.MNIST, null, 0)), option(new Source.Images(ImageSet.FASHION_MNIST, null, 0)),
                new SettingsBar.Option(Texts.get("set.folder"), "", files::openImages));
    }

    private SettingsBar.Option option(Source source) {
        String name = name(source);
        Data data = new Data(source, 1, source instanceof Source.Digits ? DRAWN_TEST : 0, Scaling.UNIT);
        return new SettingsBar.Option(name, "", () -> files.openImageSet(data, name));
    }

    private static String name(Source source) {
        return source instanceof Source.Digits digits
                ? Texts.get(digits.fresh() ? "set.freshDigits" : "set.drawnDigits") : DataPanel.name(source);
    }
}
