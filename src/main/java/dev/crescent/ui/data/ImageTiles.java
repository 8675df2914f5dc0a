package dev.crescent.ui.data;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The sets of images among the tiles: their pictures, of real images where these are on this machine, and what choosing
/// one means.
final class ImageTiles {
    /// As many as networks of images learn to read from.
    private static final int DIGITS = 30_000;
    private static final double TEST_FRACTION = 0.1;
    /// Enough to find images of different classes among.
    private static final int LOOKED_AT = 40;

    /// In the order of the tiles, named as data sources are.
    static final List<Source> SOURCES = List.of(new Source.Digits(DIGITS),
            new Source.Images(ImageSet.MNIST, null, 0), new Source.Images(ImageSet.FASHION_MNIST, null, 0));

    private final List<Tile> tiles = new ArrayList<>();
    private final NewestJob<List<int @Nullable []>> job;
    private @Nullable Wish drawn;
    private int changes;

    /// A picture, and an icon until there is one.
    private record Tile(PixelImage picture, FontIcon icon, StackPane pane) {}

    /// What the pictures depend on.
    ///
    /// @param changes how often files have come
    private record Wish(List<Source> sources, Palette palette, int pixels, int changes) {}

    /// @param side of a picture
    ImageTiles(Executor background, double side, double corner) {
        job = new NewestJob<>(background, this::showPictures);
        for (Feather symbol : List.of(Feather.EDIT_2, Feather.HASH, Feather.SHOPPING_BAG)) {
            PixelImage picture = new PixelImage(side, corner);
            FontIcon icon = new FontIcon(symbol);
            icon.getStyleClass().add("quiet-icon");
            tiles.add(new Tile(picture, icon, new StackPane(icon, picture)));
        }
    }

    /// What is on a tile.
    Node graphic(int tile) {
        return tiles.get(tile).pane;
    }

    static String name(Source source) {
        return DataPanel.name(source);
    }

    static String sentence(Source source) {
        return Texts.get("pointset." + source.id() + ".hint");
    }

    /// The data after a set was chosen: of digits, a tenth is kept for testing; the other sets have files for that.
    static Data chosen(Source source, Data now) {
        Data data = now.withSource(source).withScaling(Scaling.UNIT);
        return source instanceof Source.Digits ? data.withTestFraction(TEST_FRACTION) : data;
    }

    void setSide(double side) {
        tiles.forEach(tile -> tile.picture.setSide(side));
    }

    /// Files have come or gone.
    void filesChanged() {
        changes++;
    }

    /// @param now the data on the bench: where these images lie in a folder of the user's, pictures are from there
    /// @param pixels of a picture's side
    void request(Data now, Palette palette, int pixels) {
        List<Source> sources = SOURCES.stream().map(source -> source.id().equals(now.source().id())
                && source instanceof Source.Images ? now.source() : source).toList();
        Wish wish = new Wish(sources, palette, pixels, changes);
        if (!wish.equals(drawn)) {
            drawn = wish;
            job.want(() -> sources.stream().<int @Nullable []>map(source -> picture(source, palette, pixels)).toList());
        }
    }

    /// @return `[side * side]`; null if there are no images
    private static int @Nullable [] picture(Source source, Palette palette, int side) {
        try {
            return Thumbnails.ofImages(few(source), palette, side);
        } catch (DataException e) {
            // They are not on this machine; the icon stays, and who chooses them is told what to do.
            return null;
        }
    }

    private static Dataset few(Source source) throws DataException {
        Path here = Path.of("");
        return source instanceof Source.Images images ? Datasets.first(images, LOOKED_AT, here)
                : Datasets.load(new Data(new Source.Digits(LOOKED_AT), 1, 0, Scaling.NONE), FeatureList.VARIABLES, here);
    }

    private void showPictures(List<int @Nullable []> pictures) {
        for (int i = 0; i < tiles.size(); i++) {
            int[] pixels = pictures.get(i);
            if (pixels != null) {
                tiles.get(i).picture.show(pixels);
            }
            tiles.get(i).icon.setVisible(pixels == null);
        }
    }
}
