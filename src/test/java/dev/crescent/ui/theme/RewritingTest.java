package dev.crescent.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RewritingTest {
    private static final String CSS = """
            .a { -fx-background-insets: 0, 1px; -fx-border-width: 1px 0 0 1px; -fx-font-size: 12px; }
            .b { -fx-background-insets: 2px, 3px; -fx-min-width: 1px; -fx-font-size: 28px; }
            """;

    @Test
    void edgesGetWiderAndNothingElse() {
        assertThat(new Rewriting(true, 0).adapt(CSS))
                .contains("-fx-background-insets: 0, 2px;", "-fx-border-width: 2px 0 0 2px;")
                .contains("-fx-background-insets: 2px, 3px;", "-fx-min-width: 1px;");
    }

    @Test
    void smallPrintIsRaisedAndLargePrintStays() {
        assertThat(new Rewriting(false, 12.5).adapt(CSS)).contains("-fx-font-size: 12.5px;", "-fx-font-size: 28.0px;")
                .contains("-fx-background-insets: 0, 1px;");
    }

    @Test
    void nothingIsRewrittenWhereNothingIsWanted() {
        assertThat(Theme.LIGHT.stylesheets(0)).noneMatch(sheet -> sheet.startsWith("data:"));
        assertThat(Theme.HIGH_CONTRAST_DARK.stylesheets(0)).anyMatch(sheet -> sheet.startsWith("data:"));
    }
}
