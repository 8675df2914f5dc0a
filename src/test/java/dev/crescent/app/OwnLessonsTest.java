package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Source;
import dev.crescent.lesson.Lesson;
import dev.crescent.train.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be shown on stage is said when the lesson is opened, with the scene.
class OwnLessonsTest {
    private static final String THREE = "\"model\": {\"layers\": [{\"type\": \"dense\", \"units\": 3, \"activation\": \"softmax\"}]}";
    private static final String TABLE = "\"data\": {\"source\": \"csv\", \"path\": \"t.csv\"}, \"features\": null";
    private static final String VIEWS = "\"camera\": {\"views\": [{\"view\": \"network\"}, {\"view\": \"curves\"}]}";

    @TempDir
    private Path folder = Path.of("");
    private final Engines engines = new Engines(List.of(new CpuEngine()));

    @BeforeEach
    void table() throws IOException {
        StringBuilder rows = new StringBuilder("a,b,c,kind\n");
        for (int i = 0; i < 12; i++) {
            rows.append(i).append(',').append(2 * i).append(',').append(i % 5).append(',').append("xyz".charAt(i % 3)).append('\n');
        }
        Files.writeString(folder.resolve("t.csv"), rows);
    }

    private Path lesson(String... scenes) throws IOException {
        return Files.writeString(folder.resolve("talk.crescent"),
                "{\"format\": \"crescent-lesson\", \"version\": 1, \"scenes\": [" + String.join(",", scenes) + "]}");
    }

    private void refused(String sentence, String... scenes) throws IOException {
        Path file = lesson(scenes);
        assertThatThrownBy(() -> OwnLessons.open(file, engines)).isInstanceOf(OpeningException.class)
                .hasMessage(file + ": " + sentence);
    }

    @Test
    void aTableBesideTheLessonIsFoundFromAnyFolder() throws Exception {
        Lesson read = OwnLessons.open(lesson("{}", "{" + TABLE + ", " + THREE + ", " + VIEWS + "}"), engines);

        Source source = read.scenes().get(1).beats().getFirst().experiment().data().source();
        assertThat(source).isInstanceOfSatisfying(Source.Csv.class,
                csv -> assertThat(csv.path()).isEqualTo(folder.resolve("t.csv").toString()));
    }

    @Test
    void aNetworkThatDoesNotFitItsDataIsRefused() throws Exception {
        refused("scenes[0]: model.layers[0].units: must be 3 for the data's 3 classes, is 2",
                "{" + TABLE + ", " + THREE.replace("3", "2") + ", " + VIEWS + "}");
        refused("scenes[1].then[0]: model.layers[0].units: must be 3 for the data's 3 classes, is 2", "{}",
                "{" + TABLE + ", " + THREE + ", " + VIEWS + ", \"then\": [{" + THREE.replace("3", "2") + "}]}");
    }

    @Test
    void aTableThatIsNotThereIsRefused() throws Exception {
        refused("scenes[0]: nope.csv: is not in the folder " + folder + "; correct the path or choose another file",
                "{" + TABLE.replace("t.csv", "nope.csv") + ", " + THREE + ", " + VIEWS + "}");
    }

    @Test
    void aViewThatTheTableLeavesEmptyIsRefused() throws Exception {
        refused("scenes[0].camera.views[0].view: \"output\" shows a plane, and the scene's table does not have two features;"
                + " use \"network\" or \"curves\"", "{" + TABLE + ", " + THREE + "}");
        refused("scenes[0].camera.views[0].view: \"pixels\" shows images, and the scene's data are a table;"
                + " use \"network\" or \"curves\"", "{" + TABLE + ", " + THREE + ", " + VIEWS.replace("network", "pixels") + "}");
    }
}
