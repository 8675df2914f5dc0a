package dev.crescent;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.crescent.train.StopCondition;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may know whom. Packages that do not exist yet are allowed to be empty.
class ArchitectureTest {
    /// From the top of the house to its ground.
    private static final List<String> FLOORS = List.of("app", "cli", "ui", "export", "lesson", "insight", "train",
            "learner", "engine", "data", "experiment", "host");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.crescent");

    @Test
    void thereIsSomethingToCheck() {
        assertThat(CLASSES.contain("dev.crescent.experiment.Experiment")).isTrue();
    }

    static Stream<Integer> floorsButTheTop() {
        return IntStream.range(1, FLOORS.size()).boxed();
    }

    @ParameterizedTest
    @MethodSource("floorsButTheTop")
    void dependenciesPointDown(int floor) {
        noClasses().that().resideInAPackage(inside(FLOORS.get(floor)))
                .should().dependOnClassesThat().resideInAnyPackage(insideAll(FLOORS.subList(0, floor)))
                .orShould().dependOnClassesThat().resideInAPackage("dev.crescent")
                .because("what is below must be usable and testable without what is above")
                .allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.crescent.(**)").should().beFreeOfCycles()
                .because("two packages that need each other are one package")
                .allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void enginesKnowOnlyTheExperiment() {
        noClasses().that().resideInAPackage("dev.crescent.engine..")
                .should().dependOnClassesThat().resideInAPackage("dev.crescent.data..")
                .because("an engine is given arrays and does not care where they come from")
                .allowEmptyShould(true).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anEngineKnowsNoOtherEngine(String engine) {
        String[] others = engines().filter(other -> !other.equals(engine)).toArray(String[]::new);
        noClasses().that().resideInAPackage(engine)
                .should().dependOnClassesThat().resideInAnyPackage(others)
                .because("each engine must work where the others cannot be loaded")
                .allowEmptyShould(true).check(CLASSES);
    }

    static Stream<String> engines() {
        return Stream.of("cpu", "nd4j", "cuda").map(name -> "dev.crescent.engine." + name + "..");
    }

    @Test
    void theToolkitStaysAboveTheLine() {
        List<String> below = FLOORS.subList(FLOORS.indexOf("export"), FLOORS.size());
        noClasses().that().resideInAnyPackage(insideAll(below))
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "com.sun.javafx..",
                        "org.controlsfx..", "atlantafx..", "org.kordamp..")
                .because("everything below the views runs without a screen, and its tests need none")
                .check(CLASSES);
    }

    @Test
    void viewsKnowNothingOfTheTrainer() {
        noClasses().that().resideInAPackage("dev.crescent.ui..")
                .should().dependOnClassesThat(resideInAPackage("dev.crescent.train..")
                        .and(not(type(StopCondition.class))))
                .because("a view draws what it is shown, and tells its listener what the user does")
                .check(CLASSES);
    }

    @Test
    void mainStartsWithoutTheToolkit() {
        noClasses().that().resideInAPackage("dev.crescent")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..")
                .because("the command line works where there is no screen")
                .check(CLASSES);
    }

    @Test
    void onlyItsEngineKnowsNd4j() {
        noClasses().that().resideOutsideOfPackage("dev.crescent.engine.nd4j..")
                .should().dependOnClassesThat().resideInAnyPackage("org.nd4j..", "org.bytedeco..")
                .because("ND4J's first use unpacks hundreds of megabytes and must never be needed for a view")
                .check(CLASSES);
    }

    @Test
    void onlyItsEngineKnowsCuda() {
        noClasses().that().resideOutsideOfPackage("dev.crescent.engine.cuda..")
                .should().dependOnClassesThat().resideInAPackage("jcuda..")
                .because("a machine without a driver must not notice that there is a CUDA engine")
                .check(CLASSES);
    }

    @Test
    void trainingNeedsOnlyJavaBase() {
        noClasses().that().resideInAnyPackage("dev.crescent.train..", "dev.crescent.engine",
                        "dev.crescent.engine.cpu..", "dev.crescent.engine.cuda..", "dev.crescent.data..")
                .should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax..", "java.util.logging..",
                        "java.sql..", "java.beans..", "tools.jackson..", "org.ejml..")
                .because("training runs on a bare Java with the Vector API")
                .check(CLASSES);
    }

    private static String inside(String floor) {
        return "dev.crescent." + floor + "..";
    }

    private static String[] insideAll(List<String> floors) {
        return floors.stream().map(ArchitectureTest::inside).toArray(String[]::new);
    }
}
