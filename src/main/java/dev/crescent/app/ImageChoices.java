package dev.crescent.app;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.SettingsBar;
import dev.crescent.ui.data.DataPanel;
import java.util.List;

/// The images that the digit room offers.
final class ImageChoices {
    private static final int DRAWN = 12_500;
    private static final double DRAWN_TEST = 0.2;

    private ImageChoices() {}

    static List<SettingsBar.Option> sets(FileActions files) {
        return List.of(option(files, new Source.Digits(DRAWN)), option(files, new Source.Digits(DRAWN, true)),
                option(files, new Source.Images(ImageSet.MNIST, null, 0)),
                option(files, new Source.Images(ImageSet.FASHION_MNIST, null, 0)));
    }

    private static SettingsBar.Option option(FileActions files, Source source) {
        String name = name(source);
        Data data = new Data(source, 1, source instanceof Source.Digits ? DRAWN_TEST : 0, Scaling.UNIT);
        return new SettingsBar.Option(name, () -> files.openImageSet(data, name));
    }

    /// What the bar calls them.
    static String name(Source source) {
        return source instanceof Source.Digits digits && digits.fresh() ? Texts.get("set.freshDigits") : DataPanel.name(source);
    }
}
