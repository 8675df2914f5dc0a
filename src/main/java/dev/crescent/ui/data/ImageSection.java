package dev.crescent.ui.data;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Source;
import dev.crescent.ui.Hint;
import dev.crescent.ui.ShapeText;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Data that are images, in place of features: how many, how large, and a few of each class.
final class ImageSection extends VBox {
    private static final int ROWS = 3;

    private final Label count = new Label();
    private final Label facts = new Label();
    private final ImageView sheet = new ImageView();
    private final Button folder = new Button(Texts.get("images.folder"));
    private final NewestJob<ContactSheet> job;
    private Palette palette = Palette.of(Theme.LIGHT);
    private @Nullable Dataset shown;
    private @Nullable Palette drawnWith;
    private @Nullable Dataset drawn;

    /// @param chooseFolder lets the user choose where the images lie
    ImageSection(Executor background, Runnable chooseFolder) {
        job = new NewestJob<>(background, this::show);
        setId("data.images");
        getStyleClass().add("data-section");
        Label title = new Label(Texts.get("images.title"));
        title.getStyleClass().add("group-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        count.setId("images.count");
        count.getStyleClass().add("group-title");
        HBox header = new HBox(title, count);
        header.getStyleClass().add("group-header");
        facts.setId("images.facts");
        facts.getStyleClass().add("muted");
        facts.setWrapText(true);
        sheet.setId("images.sheet");
        sheet.setPreserveRatio(true);
        sheet.setSmooth(true);
        sheet.setAccessibleText(Texts.get("images.sheet"));
        folder.setId("images.folder");
        folder.getStyleClass().add("small-control");
        Hint.give(folder, Texts.get("images.folderHint"));
        folder.setOnAction(e -> chooseFolder.run());
        getChildren().setAll(header, facts, sheet, folder);
    }

    /// @param dataset null while it is read
    void show(Source source, @Nullable Dataset dataset) {
        shown = dataset;
        folder.setVisible(source instanceof Source.Images);
        folder.setManaged(source instanceof Source.Images);
        boolean any = dataset != null && dataset.train().count() > 0;
        count.setText(!any || dataset == null ? "" : Texts.get("images.count", dataset.train().count(), dataset.test().count()));
        facts.setText(dataset == null ? Texts.get("images.reading") : any ? Texts.get("images.facts",
                ShapeText.of(dataset.inputShape()), dataset.classNames().size()) : Texts.get("images.none"));
        sheet.setVisible(any);
        sheet.setManaged(any);
        draw();
    }

    void setPalette(Palette colors) {
        palette = colors;
        draw();
    }

    private void draw() {
        Dataset data = shown;
        if (data == null || data.train().count() == 0 || data == drawn && palette == drawnWith) {
            return;
        }
        drawn = data;
        drawnWith = palette;
        Palette colors = palette;
        job.want(() -> ContactSheet.of(data, ROWS, colors));
    }

    private void show(ContactSheet done) {
        WritableImage image = new WritableImage(done.width(), done.height());
        image.getPixelWriter().setPixels(0, 0, done.width(), done.height(), PixelFormat.getIntArgbInstance(), done.argb(), 0,
                done.width());
        sheet.setImage(image);
        sheet.fitWidthProperty().bind(widthProperty().map(w -> Math.min(w.doubleValue(), done.width())));
    }
}
