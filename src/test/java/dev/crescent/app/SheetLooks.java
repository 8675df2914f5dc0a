package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.picture.Look;
import dev.crescent.ui.picture.PictureForm;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.picture.SvgTexts;
import dev.crescent.ui.theme.Palette;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// How pictures of views come out, and what is asked of all of them.
final class SheetLooks {
    private SheetLooks() {}

    static byte[] drawn(ShownView view, PictureForm form) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        view.sheet(form).write(form, out);
        return out.toByteArray();
    }

    static Document svg(ShownView view) throws Exception {
        return svg(view, 1200, 900);
    }

    static Document svg(ShownView view, int width, int height) throws Exception {
        byte[] bytes = drawn(view, new PictureForm(width, height, Look.LIGHT, false, true));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    static int count(Document svg, String name) {
        return svg.getElementsByTagName(name).getLength();
    }

    /// All words, each of them whole and within the picture.
    static List<String> words(Document svg) {
        String[] box = svg.getDocumentElement().getAttribute("viewBox").split(" ");
        NodeList texts = svg.getElementsByTagName("text");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            assertThat(SvgTexts.x(text)).as(text.getTextContent()).isBetween(0.0, Double.parseDouble(box[2]));
            assertThat(SvgTexts.y(text)).as(text.getTextContent()).isBetween(0.0, Double.parseDouble(box[3]));
            assertThat(text.getTextContent()).doesNotEndWith("\u2026").as("no icons").doesNotContainPattern("[\\ue000-\\uf8ff]");
            words.add(text.getTextContent());
        }
        return words;
    }

    static void isDrawnAtEverySize(ShownView view) throws Exception {
        for (PictureForm form : List.of(PictureForm.of(1920, 1080, Look.DARK), PictureForm.of(300, 900, Look.LIGHT),
                PictureForm.of(2400, 400, Look.LIGHT))) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(drawn(view, form)));
            assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(form.width(), form.height());
            assertThat(colors(image)).as(view.id()).isGreaterThan(20);
            assertThat(image.getRGB(2, 2)).isEqualTo(Palette.argb(Palette.of(form.look().theme()).bg()));
        }
        PictureForm clear = new PictureForm(800, 600, Look.DARK, true, false);
        assertThat(ImageIO.read(new ByteArrayInputStream(drawn(view, clear))).getRGB(2, 2)).isZero();
    }

    private static long colors(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct().count();
    }
}
