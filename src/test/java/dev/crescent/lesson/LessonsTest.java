package dev.crescent.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LessonsTest {
    /// A longer sentence is not read while somebody speaks.
    private static final int MOST_WORDS = 10;

    static Stream<Beat> beats() {
        return Stream.of("en", "de").flatMap(language -> Lessons.tour(language).scenes().stream())
                .flatMap(scene -> scene.beats().stream());
    }

    @Test
    void theTourHasItsEightScenes() {
        assertThat(Lessons.tour("en").scenes()).extracting(Scene::title).containsExactly("One neuron", "XOR",
                "Two moons live", "Space bends", "Downhill race", "Overfit, then don’t", "784 numbers",
                "Draw your own");
    }

    @ParameterizedTest
    @MethodSource("beats")
    void everyCaptionIsShortAndHasAKeyPart(Beat beat) {
        assertThat(beat.caption().split("\\s+")).hasSizeLessThanOrEqualTo(MOST_WORDS);
        assertThat(beat.caption()).containsPattern("\\*\\*.+\\*\\*");
    }

    @ParameterizedTest
    @MethodSource("beats")
    void everyViewCanShowItsData(Beat beat) throws Exception {
        Dataset data = Datasets.load(beat.experiment().data(), beat.experiment().features(), Path.of(""));
        List<Shot.View> views = beat.camera().shots().stream().map(Shot::view).toList();

        assertThat(data.plane() != null).isEqualTo(views.stream().noneMatch(view -> view == Shot.View.PAD || view == Shot.View.PIXELS));
        assertThat(data.train().count()).isGreaterThan(beat.camera().shots().stream().mapToInt(Shot::sample).max().orElse(0));
    }

    @Test
    void theTourIsGermanThroughout() {
        List<Scene> english = Lessons.tour("en").scenes();
        List<Scene> german = Lessons.tour("de").scenes();

        for (int i = 0; i < english.size(); i++) {
            assertThat(german.get(i).title()).isNotEqualTo(english.get(i).title());
            for (int b = 0; b < english.get(i).beats().size(); b++) {
                Beat beat = german.get(i).beats().get(b);
                assertThat(beat.caption()).isNotEqualTo(english.get(i).beats().get(b).caption());
                assertThat(beat.withCaption("")).isEqualTo(english.get(i).beats().get(b).withCaption(""));
            }
        }
    }
}
