package dev.crescent.app;

import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Language;
import dev.crescent.ui.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Makes the pictures of the help, in light and dark, English and German: opens the window headless, trains experiments that
/// come with Crescent from their own seeds, and takes parts of what is seen. Not a test, which its name keeps it from being
/// run as: `mvn test -Dtest=HelpPictures` does it by hand, after a view has changed its looks. Takes some ten minutes.
class HelpPictures {
    private static final Path FOLDER = Path.of("src/main/resources/dev/crescent/app/help");

    /// Some of the views, in windows that it opens and closes.
    private interface Session {
        void take(HelpCamera camera) throws Exception;
    }

    @AfterEach
    void english() {
        Texts.use(Language.ENGLISH);
    }

    @Test
    void takeAll() throws Throwable {
        Files.createDirectories(FOLDER);
        FxExtension.start();
        HelpCamera camera = new HelpCamera(FOLDER);
        List<Session> sessions = List.of(HelpPlayground::take, HelpDescent::take, HelpDigits::take, HelpStage::take);
        for (Language language : Texts.languages()) {
            for (boolean dark : new boolean[] {false, true}) {
                camera.use(language, dark);
                for (Session session : sessions) {
                    FxExtension.onFx(() -> {
                        Texts.use(language);
                        session.take(camera);
                    });
                }
            }
        }
    }
}
