package dev.crescent.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.theme.Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class TextFitTest {
    @Test
    void namesThatAreTooLongEndInAnEllipsisAndFit() {
        for (double room : new double[] {20, 40, 60, 90}) {
            String cut = TextFit.cut("6-4-2 sgd 0.03 and more", room);
            assertThat(cut).endsWith("\u2026");
            assertThat(TextFit.width(cut)).isLessThanOrEqualTo(room);
        }
        assertThat(TextFit.cut("short", 500)).isEqualTo("short");
        assertThat(TextFit.cut("short", 1)).isEmpty();
    }

    @Test
    void theRoomIsThatOfTheFont() {
        String text = "momentum and weight decay";
        double room = TextFit.width(text);
        assertThat(TextFit.width(text, Fonts.bold(24))).isGreaterThan(1.9 * room);
        assertThat(TextFit.cut(text, Fonts.caption(), room)).isEqualTo(text);
        assertThat(TextFit.cut(text, Fonts.bold(24), room)).startsWith("mom").endsWith("\u2026");
    }

    @Test
    void aLetterOfTwoCharsIsNotCutInHalf() {
        String moons = "\ud83c\udf19".repeat(9);
        for (double room = 12; room < TextFit.width(moons); room += 3) {
            assertThat(TextFit.cut(moons, room).codePoints()).noneMatch(code -> code >= 0xd800 && code <= 0xdfff);
        }
    }
}
