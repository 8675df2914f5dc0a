package dev.crescent.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.data.digits.Drawing;
import dev.crescent.data.digits.InkImage;
import dev.crescent.data.digits.PadStroke;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingFileTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("pad.drawing");
    }

    private static Drawing drawing() {
        PadStroke line = PadStroke.at(PadStroke.Tool.PEN, 0.04, 0.1, 0.2);
        for (int i = 1; i < 300; i++) {
            line = line.to(0.1 + 0.003 * i, 0.2 + 0.3 * Math.sin(i / 20.0));
        }
        PadStroke gone = PadStroke.at(PadStroke.Tool.ERASER, 0.06, 0.5, 0.5).to(0.52, 0.51).to(0.521, 0.5101);
        return new Drawing(new InkImage(2, 3, new float[] {0, 0.25f, 1, 0.5f, 0, 1}), true, List.of(line, gone));
    }

    private static void same(Drawing read, Drawing written) {
        assertThat(read.inverted()).isEqualTo(written.inverted());
        assertThat(read.render(140)).isEqualTo(written.render(140));
        assertThat(read.strokes()).hasSameSizeAs(written.strokes());
        for (int s = 0; s < read.strokes().size(); s++) {
            PadStroke one = read.strokes().get(s);
            PadStroke other = written.strokes().get(s);
            assertThat(one.points()).isEqualTo(other.points());
            assertThat(one.tool()).isEqualTo(other.tool());
            assertThat(one.x(one.points() - 1)).isEqualTo(other.x(other.points() - 1));
        }
    }

    @Test
    void whatIsWrittenIsReadAgainToTheLastPoint() throws IOException {
        DrawingFile.write(file(), drawing());
        Drawing read = DrawingFile.read(file());
        same(read, drawing());
        assertThat(read.background()).isNotNull();
        DrawingFile.write(file(), Drawing.EMPTY);
        assertThat(DrawingFile.read(file()).isEmpty()).isTrue();
    }

    @Test
    void withoutAFileThePaperIsEmpty() throws IOException {
        assertThat(DrawingFile.read(file()).isEmpty()).isTrue();
    }

    @Test
    void everyDamageIsTold() throws IOException {
        DrawingFile.write(file(), drawing());
        byte[] plain = new GZIPInputStream(Files.newInputStream(file())).readAllBytes();
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
        refused();
        Files.write(file(), new byte[] {1, 2, 3});
        refused();
        // magic, version, background's rows, a pixel, number of strokes, tool, radius, points
        int strokes = 17 + 24;
        for (int place : new int[] {0, 7, 9, 17, strokes, strokes + 4, strokes + 5, strokes + 13}) {
            byte[] damaged = plain.clone();
            damaged[place] = (byte) 0x7f;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                zip.write(damaged);
            }
            Files.write(file(), bytes.toByteArray());
            refused();
        }
    }

    private void refused() {
        assertThatThrownBy(() -> DrawingFile.read(file())).isInstanceOf(IOException.class)
                .hasMessageStartingWith(file() + ": is damaged");
    }
}
