package dev.crescent.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.util.List;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
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
    void aLongSentenceIsSetSmallerUntilItHasRoom() {
        CaptionView view = new CaptionView();
        Stage stage = FxEvents.stage(new StackPane(view), 800, 600);

        view.show("Short");
        double usual = view.fit(720, 700, 100);
        view.show("Nobody reads so long a sentence in the last row. ".repeat(5));
        double all = view.fit(720, 700, 1000);
        double shrunk = view.fit(720, 700, 150);

        stage.hide();
        assertThat(usual).isLessThan(50);
        assertThat(all).isGreaterThan(200);
        assertThat(shrunk).isLessThanOrEqualTo(150);
    }

    @Test
    void nothingIsTakenForMarkupThatIsNone() {
        CaptionView view = new CaptionView();

        view.show("2 * 3 * 4 < 25 & \\*so\\*");

        assertThat(view.text()).isEqualTo("2 * 3 * 4 < 25 & *so*");
    }
}
