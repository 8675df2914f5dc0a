package dev.crescent.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import java.util.List;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class CaptionViewTest {
    private static List<String> words(CaptionView view, String styleClass) {
        return view.getChildren().stream().filter(node -> node.getStyleClass().contains(styleClass))
                .map(node -> ((Text) node).getText()).toList();
    }

    @Test
    void whatIsStrongStandsOut() {
        CaptionView view = new CaptionView();

        view.show("**The network bends space** until *one* line is enough.");

        assertThat(words(view, "caption-key")).containsExactly("The network bends space");
        assertThat(words(view, "caption-rest")).containsExactly(" until ", "one", " line is enough.");
        assertThat(words(view, "caption-emphasis")).containsExactly("one");
        assertThat(view.text()).isEqualTo("The network bends space until one line is enough.");
        assertThat(view.getAccessibleText()).isEqualTo(view.text());
    }

    @Test
    void aSentenceWithoutKeyWordsIsAllKey() {
        CaptionView view = new CaptionView();

        view.show("Draw a `7`.");

        assertThat(words(view, "caption-rest")).isEmpty();
        assertThat(words(view, "caption-code")).containsExactly("7");
    }

    @Test
    void nothingIsTakenForMarkupThatIsNone() {
        CaptionView view = new CaptionView();

        view.show("2 * 3 * 4 < 25 & \\*so\\*");

        assertThat(view.text()).isEqualTo("2 * 3 * 4 < 25 & *so*");
    }
}
