package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.OwnSamples;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.export.link.PlaygroundLink;
import dev.crescent.train.Engines;
import dev.crescent.train.History;
import dev.crescent.train.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was on the bench when the program ended is there when it starts again.
class OpeningTest {
    private static final Experiment MINE = Experiment.defaults().withTitle("mine");

    @TempDir
    private Path folder = Path.of("");
    private Autosave autosave = new Autosave(folder);

    @BeforeEach
    void begin() {
        autosave = new Autosave(folder.resolve("unsaved.crescent"));
    }

    private Opening open(String... arguments) {
        return Opening.read(List.of(arguments), Preferences.read(folder.resolve("preferences.properties")), autosave,
                new Engines(List.of(new CpuEngine())));
    }

    private void keep(Document document) {
        keep(Work.of(document));
    }

    private void keep(Work work) {
        try {
            autosave.write(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name, Experiment experiment) {
        Path file = folder.resolve(name);
        assertThat(Documents.write(Document.begun(experiment), file)).isEmpty();
        return file;
    }

    @Test
    void theFirstStartShowsTheDefaultExperiment() {
        assertThat(open()).isEqualTo(Opening.begin());
    }

    @Test
    void unsavedWorkComesBackAndIsStillUnsaved() {
        keep(Document.begun(Experiment.defaults()).with(MINE));

        Document found = open().document();

        assertThat(found.experiment()).isEqualTo(MINE);
        assertThat(found.isSaved()).isFalse();
    }

    /// With another network than a table is begun with, so that nothing but what was kept tells.
    @Test
    void whatWasOnlyBegunIsNoWorkAtTheNextStartEither() {
        keep(Document.begun(MINE));
        assertThat(open().document().isSaved()).isTrue();
        keep(Document.begun(MINE).with(MINE.withNotes("changed")));
        assertThat(open().document().isSaved()).isFalse();
    }

    @Test
    void whoWantedTheSettingsAloneIsNotAskedAgain() throws Exception {
        Path file = file("a.crescent", Experiment.defaults());
        keep(Documents.read(file));
        assertThat(open().document().countsTraining()).isTrue();
        keep(Documents.read(file).trainedTo(Document.SETTINGS_WANTED));
        assertThat(open().document().countsTraining()).isFalse();
    }

    @Test
    void aChangedFileComesBackWithItsNameAndItsChange() throws Exception {
        Path file = file("a.crescent", Experiment.defaults());
        keep(Documents.read(file).with(MINE));

        Document found = open().document();

        assertThat(found.file()).isEqualTo(file);
        assertThat(found.experiment()).isEqualTo(MINE);
        assertThat(found.isSaved()).isFalse();
    }

    @Test
    void anotherDocumentNeverGetsTheNameOfTheOneBefore() throws Exception {
        keep(Documents.read(file("a.crescent", Experiment.defaults())));
        keep(Document.begun(MINE));

        assertThat(open().document().file()).isNull();
    }

    @Test
    void aFileTakesThePlaceOfUnsavedWorkOneUndoAway() {
        keep(Document.begun(Experiment.defaults()).with(MINE));
        Path file = file("a.crescent", Experiment.defaults());

        Opening opening = open(file.toString());

        assertThat(opening.document().file()).isEqualTo(file);
        assertThat(opening.before()).extracting(place -> place.document().experiment()).isEqualTo(MINE);
    }

    @Test
    void aTableBeginsADocumentOfItsOwn() throws Exception {
        Path table = Files.writeString(folder.resolve("flowers.csv"), "length,width,kind\n1,2,a\n3,4,b\n5,6,a\n");
        Document found = open(table.toString()).document();
        assertThat(Titles.of(found)).isEqualTo("flowers");
        assertThat(found.file()).isNull();
        assertThat(found.isSaved()).as("nothing to save yet").isTrue();
        assertThat(Document.recovered(found.experiment()).isSaved()).as("at the next start").isTrue();
        assertThat(Document.recovered(found.experiment().withNotes("mine")).isSaved()).isFalse();
        assertThat(found.experiment().data().source()).isInstanceOf(Source.Csv.class);
        assertThat(open(Files.writeString(folder.resolve("bad.csv"), "a\n").toString()).problem()).contains("bad.csv");
        assertThat(open(Files.writeString(folder.resolve("words.csv"), "a,b\nx,u\ny,v\n").toString()).problem())
                .contains("words.csv: has no column of numbers to learn from");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 2 1.5 2|REGRESSION", "1,5 2 2,25|REGRESSION", "1 2 3 1|CLASSIFICATION",
        "1.0 2.0 1.0|CLASSIFICATION", "a 1.5 b|CLASSIFICATION"})
    void numbersWithFractionsAreAQuantityAndNoClasses(String cells, Task task) throws Exception {
        Path table = Files.writeString(folder.resolve("grades.csv"), "hours;grade\n" + cells.lines()
                .flatMap(line -> Stream.of(line.split(" "))).map(cell -> "3;" + cell).collect(Collectors.joining("\n")) + "\n");
        assertThat(Table.read(table, Experiment.defaults().data()).target().task()).isEqualTo(task);
    }

    @Test
    void whatIsNotTheLastColumnFromAllOthersIsTold() throws Exception {
        String rows = IntStream.range(0, 20).mapToObj(i -> i + "," + i % 7 + "," + i % 3 + "," + i % 2 + "\n").collect(Collectors.joining());
        Path numbered = Files.writeString(folder.resolve("numbered.csv"), "id,a,b,kind\n" + rows);
        assertThat(Table.read(numbered, Experiment.defaults().data()).told()).isEqualTo("kind is learned from 2 columns. Left out: id"
                + " (numbers the rows). Columns... among the data changes that.");
        Path middle = Files.writeString(folder.resolve("middle.csv"), "a,b,class,c\n" + rows.replace(",0\n", ",1.5\n"));
        assertThat(Table.read(middle, Experiment.defaults().data()).told()).isEqualTo("class is learned from 2 columns. Left out: a"
                + " (numbers the rows). Columns... among the data changes that.");
        Path plain = Files.writeString(folder.resolve("plain.csv"), "a,b,c,class\n5" + rows);
        assertThat(Table.read(plain, Experiment.defaults().data()).told()).isEmpty();
    }

    @Test
    void aDamagedFileIsToldAndTheWorkStays() throws Exception {
        keep(Document.begun(Experiment.defaults()).with(MINE));
        Path damaged = Files.writeString(folder.resolve("b.crescent"), "{");

        Opening opening = open(damaged.toString());

        assertThat(opening.problem()).contains("b.crescent");
        assertThat(opening.document().experiment()).isEqualTo(MINE);
    }

    @Test
    void imagesThatAreNotThereYetAreNoReasonToRefuseTheirExperiment() {
        Experiment images = Experiment.defaults().withData(new Data(new Source.Images(ImageSet.MNIST, null, 0), 1, 0,
                Scaling.UNIT)).withModel(new Model.Network(1, List.of(new Layer.Dense(10, Activation.SOFTMAX))));
        Path file = file("mnist.crescent", images);

        assertThat(open(file.toString()).problem()).isEmpty();
        assertThat(open(file.toString()).document().experiment()).isEqualTo(images);
    }

    @Test
    void aFolderOfImagesThatHasGoneIsToldInASentence() {
        keep(Document.begun(Experiment.defaults()).with(MINE));
        Experiment images = Experiment.defaults().withData(new Data(
                new Source.Images(ImageSet.MNIST, folder.resolve("gone").toString(), 0), 1, 0, Scaling.UNIT));
        Path file = file("mnist.crescent", images);

        Opening opening = open(file.toString());

        assertThat(opening.problem()).isEqualTo(file + ": data.path: there is no folder " + folder.resolve("gone")
                + "; choose the one that holds the four files of mnist");
        assertThat(opening.document().experiment()).isEqualTo(MINE);
    }

    @Test
    void aFileThatHasGoneLeavesItsWorkUnsaved() throws Exception {
        Path file = file("a.crescent", MINE);
        keep(Documents.read(file));
        Files.delete(file);

        Document found = open().document();

        assertThat(found.experiment()).isEqualTo(MINE);
        assertThat(found.isSaved()).isFalse();
    }

    private static Experiment withTable(String path) {
        Source.Csv csv = new Source.Csv(path, "", Task.CLASSIFICATION, List.of(), List.of(), null);
        return MINE.withData(new Data(csv, 1, 0.5, Scaling.NONE));
    }

    @Test
    void aFileThatCannotBeTrainedLeavesTheWorkOnTheBench() {
        keep(Document.begun(Experiment.defaults()).with(MINE));
        Path file = file("table.crescent", withTable("gone.csv"));

        Opening opening = open(file.toString());

        assertThat(opening.problem()).contains("table.crescent").contains("gone.csv");
        assertThat(opening.document().experiment()).isEqualTo(MINE);
    }

    @Test
    void workWhoseTableHasGoneIsSetAside() throws Exception {
        Experiment lost = withTable(folder.resolve("gone.csv").toString());
        keep(Document.begun(Experiment.defaults()).with(lost));

        Opening opening = open();

        assertThat(opening.document()).isEqualTo(Document.begun(Experiment.defaults()));
        assertThat(opening.problem()).contains("gone.csv");
        Path aside = aside(opening);
        assertThat(Documents.read(aside).experiment()).isEqualTo(lost);
    }

    @Test
    void workThatCannotBeReadIsSetAside() throws Exception {
        String newer = "{\"format\": \"crescent-experiment\", \"version\": 99}";
        Files.writeString(folder.resolve("unsaved.crescent"), newer);

        Opening opening = open();

        assertThat(opening.document()).isEqualTo(Document.begun(Experiment.defaults()));
        assertThat(opening.problem()).contains("version").contains("could not be opened")
                .doesNotContain("unsaved.crescent").doesNotContain("choose another");
        assertThat(aside(opening)).hasContent(newer);
    }

    private static Path aside(Opening opening) {
        return Path.of(opening.problem().replaceAll(".*?(/[^ ]*unsaved-[0-9-]*\\.crescent).*", "$1"));
    }

    @Test
    void ofWorkWhoseCurvesAreDamagedTheRestComesBack() throws Exception {
        float[] parameters = new float[ParameterLayout.of((Model.Network) Experiment.defaults().model(), List.of(2)).total()];
        History history = History.of(new double[][] {{0, 1, 1, 0.5, 0.5}, {1, 0.5, 0.5, 1, 1}}, 0.01, List.of());
        Progress progress = new Progress(9, 1, List.of(2), parameters, new OptimizerState(0, 0, List.of()), history, OwnSamples.NONE);
        keep(new Work(Document.begun(Experiment.defaults()), progress, List.of(), "playground"));
        Path file = folder.resolve("unsaved.crescent");
        byte[] bytes = Files.readAllBytes(file);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\n1,0.5") + 1] = 'x';
        Files.write(file, bytes);

        Opening opening = open();

        assertThat(opening.problem()).isEmpty();
        assertThat(opening.remark()).contains("curves are lost");
        Progress found = opening.place().progress();
        assertThat(found == null ? -1 : found.step()).isEqualTo(9);
    }

    @Test
    void aLinkSaysWhatIsToBeShown() {
        PlaygroundLink link = open("https://playground.tensorflow.org/#discretize=true&showTestData=true").link();
        assertThat(link != null && link.discretize() && link.showTestData()).isTrue();
        assertThat(open("builtin:moons").link()).isNull();
    }

    @Test
    void aTableInTheCacheIsKeptWithTheWork() throws Exception {
        Path table = Documents.tables().resolve("0123456789abcdef").resolve("t.csv");
        Files.createDirectories(table.getParent());
        Files.writeString(table, "a,b,y\n1,2,0\n2,1,1\n3,3,0\n4,4,1\n");
        Experiment learns = withTable(table.toString());
        keep(Document.begun(Experiment.defaults()).with(learns));
        assertThat(autosave.heldBytes()).isEqualTo(Files.size(table));
        Files.delete(table); // someone makes room

        Opening opening = open();

        assertThat(opening.problem()).isEmpty();
        Path again = Path.of(((Source.Csv) opening.document().experiment().data().source()).path());
        assertThat(again).isRegularFile().startsWith(Documents.tables());
        Path elsewhere = Files.writeString(folder.resolve("mine.csv"), "a,b,y\n1,2,0\n2,1,1\n");
        keep(Document.begun(Experiment.defaults()).with(withTable(elsewhere.toString())));
        assertThat(autosave.heldBytes()).as("a table of the user's own").isZero();
    }

    @Test
    void whereTheWorkWasSetAsideIsToldEvenIfTheFileCannotBeOpenedEither() throws Exception {
        Files.writeString(folder.resolve("unsaved.crescent"), "{");
        Path damaged = Files.writeString(folder.resolve("b.crescent"), "{");

        assertThat(open(damaged.toString()).problem()).contains("b.crescent").contains("unsaved-");
    }

    @Test
    void aFileIsKnownByItsWholeNameWhereverTheNextStartIs() {
        Path file = file("a.crescent", MINE);
        Path relative = Path.of("").toAbsolutePath().relativize(file);

        assertThat(open(relative.toString()).document().file()).isEqualTo(file);
    }

    @Test
    void aShippedExperimentThatWasLeftAsItIsHasNothingToSave() throws Exception {
        Experiment spiral = Builtins.read("spiral");
        keep(Document.begun(spiral));
        assertThat(open().document()).isEqualTo(Document.begun(spiral));

        Experiment changed = spiral.withFeatures(List.of("x1"));
        keep(Document.begun(spiral).with(changed));
        assertThat(open().document()).isEqualTo(new Document(changed, null, spiral));
    }

    @Test
    void whatIsNoFileNameIsToldInASentence() {
        assertThat(open("a\0b").problem()).contains("is not a file name");
    }

    @Test
    void aShippedExperimentOpensByItsName() {
        assertThat(open("builtin:moons").problem()).isEmpty();
        assertThat(open("builtin:nothing").problem()).contains("nothing");
    }

    @Test
    void theStartScreenIsForWhoHasNothingOnTheBench() {
        assertThat(open().home()).as("the first start").isTrue();
        keep(Document.begun(Experiment.defaults()));
        assertThat(open().home()).as("an experiment as it was shipped").isTrue();
        assertThat(open().inRoom().home()).isFalse();
    }

    @Test
    void theStartScreenDoesNotComeBeforeWorkOrAFile() throws Exception {
        keep(Document.begun(Experiment.defaults()).with(MINE));
        assertThat(open().home()).as("unsaved work").isFalse();
        Path file = file("a.crescent", Experiment.defaults());
        keep(Documents.read(file));
        assertThat(open().home()).as("a file, though it is saved").isFalse();
        keep(Document.begun(Experiment.defaults()));
        assertThat(open(file.toString()).home()).as("what was asked for").isFalse();
        assertThat(open("builtin:moons").home()).isFalse();
        assertThat(open(folder.resolve("gone.crescent").toString()).home()).as("and is not there").isFalse();
        Files.writeString(folder.resolve("unsaved.crescent"), "{");
        assertThat(open().home()).as("work that was set aside").isFalse();
    }

    @Test
    void whatWaitsForItsRoomIsWorkToo() throws IOException {
        UserFolder user = new UserFolder(folder.resolve("home"));
        Preferences preferences = Preferences.read(user.preferences());
        Engines engines = new Engines(List.of(new CpuEngine()));
        try (Desk desk = Desk.take(user)) {
            assertThat(Opening.read(List.of(), preferences, desk, engines).home()).isTrue();
            desk.waiting().write(Work.of(Document.begun(Experiment.defaults())));
            assertThat(Opening.read(List.of(), preferences, desk, engines).home()).as("as it was shipped").isTrue();
            desk.waiting().write(Work.of(Document.begun(Experiment.defaults()).with(MINE)));
            assertThat(Opening.read(List.of(), preferences, desk, engines).home()).isFalse();
        }
    }

    @Test
    void whatWaitsAndCannotBeReadIsSetAsideAndToldOnTheStartScreen() throws IOException {
        UserFolder user = new UserFolder(folder.resolve("home"));
        try (Desk desk = Desk.take(user)) {
            Files.writeString(user.waiting(1), "{");

            Opening opening = Opening.read(List.of(), Preferences.read(user.preferences()), desk,
                    new Engines(List.of(new CpuEngine())));

            assertThat(opening.home()).isTrue();
            assertThat(opening.waits()).isNotNull();
            assertThat(Objects.requireNonNull(opening.waits()).remark()).contains("could not be opened", "unsaved-");
        }
    }

    @Test
    void workWhoseTableHasNoRoomIsNotCalledDamaged() throws Exception {
        Path table = Documents.tables().resolve("fedcba9876543210").resolve("t.csv");
        Files.createDirectories(table.getParent());
        Files.writeString(table, "a,b,y\n1,2,0\n2,1,1\n3,3,0\n5,4,1\n");
        keep(Document.begun(Experiment.defaults()).with(withTable(table.toString())));
        Files.delete(table);
        Path again = Path.of(((Source.Csv) open().document().experiment().data().source()).path());
        Files.delete(again);
        Path inTheWay = Files.createDirectories(again.resolve("in the way"));
        try {
            assertThat(open().problem()).contains("cannot be opened now", "cannot be unpacked", "make room there")
                    .doesNotContain("unsaved.crescent:");
        } finally {
            Files.delete(inTheWay);
            Files.delete(again);
        }
    }
}
