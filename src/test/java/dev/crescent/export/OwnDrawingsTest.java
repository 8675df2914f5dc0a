package dev.crescent.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnDrawingsTest {
    @TempDir
    private Path folder;

    private static OwnDrawings.Drawn drawn(int label) {
        byte[] pixels = new byte[28 * 28];
        Arrays.fill(pixels, (byte) (200 + label));
        pixels[label] = 3;
        return new OwnDrawings.Drawn(pixels, label);
    }

    private static OwnDrawings three() {
        return OwnDrawings.NONE.with(drawn(7)).with(drawn(0)).with(drawn(9));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        Path file = folder.resolve("own.zip");
        assertThat(OwnDrawings.read(file)).isEqualTo(OwnDrawings.NONE);
        three().write(file);
        List<OwnDrawings.Drawn> read = OwnDrawings.read(file).all();
        assertThat(read).extracting(OwnDrawings.Drawn::label).containsExactly(7, 0, 9);
        assertThat(read.get(2).pixels()).isEqualTo(drawn(9).pixels());
        three().without(1).write(file);
        assertThat(OwnDrawings.read(file).all()).extracting(OwnDrawings.Drawn::label).containsExactly(7, 9);
    }

    @Test
    void theFolderIsADataSet() throws Exception {
        Path images = folder.resolve("new").resolve("images");
        three().export(images);
        Dataset data = Datasets.load(new Data(new Source.Images(ImageSet.IDX, images.toString(), 0), 1, 0, Scaling.NONE),
                List.of(), Path.of(""));
        assertThat(data.train().labels()).containsExactly(7, 0, 9);
        assertThat(data.train().inputs()[2 * 784 + 9]).isEqualTo(3);
        assertThat(data.train().inputs()[2 * 784 + 10]).isEqualTo(209);
    }

    @Test
    void theOldestGiveWayWhenThereAreTooMany() {
        OwnDrawings.Drawn one = drawn(1);
        OwnDrawings many = new OwnDrawings(java.util.Collections.nCopies(OwnDrawings.MOST, one)).with(drawn(2));
        assertThat(many.all()).hasSize(OwnDrawings.MOST);
        assertThat(many.all().getLast().label()).isEqualTo(2);
    }

    @Test
    void aDamagedFileIsNamedAndStays() throws Exception {
        Path file = folder.resolve("own.zip");
        three().write(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> OwnDrawings.read(file)).isInstanceOf(IOException.class)
                .hasMessage(file + ": is damaged, no drawings can be read from it; move it away to begin anew");
        assertThat(file).exists();
    }
}
