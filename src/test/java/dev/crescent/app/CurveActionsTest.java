package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.train.Engines;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The curves as a table.
@ExtendWith(FxExtension.class)
class CurveActionsTest {
    @TempDir
    private Path folder = Path.of("");
    private final List<String> said = new ArrayList<>();

    private final class Answers extends FileDialogs {
        Answers() {
            super(new Stage(), new Preferences(folder.resolve("none")));
        }

        @Override
        Optional<Path> toSave(String title, FileChooser.ExtensionFilter kind, String name) {
            said.add(name);
            return Optional.of(folder.resolve("curves"));
        }
    }

    @Test
    void theTableHasTheColumnsOfTheCommandLine() throws Exception {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try (Workbench bench = new Workbench(Document.begun(Builtins.read("moons")), new Engines(List.of(new CpuEngine())),
                error -> {
                    throw new AssertionError(error);
                })) {
            CurveActions curves = new CurveActions(bench, new Answers(), worker, said::add, said::add);
            await(() -> bench.trainer().latest() != null);
            bench.playhead().see(bench.trainer().latest());
            curves.save();
            assertThat(said).containsExactly(Texts.get("curves.nothing"));
            said.clear();
            new RunActions(bench).epoch();
            await(() -> bench.trainer().latest().epoch() >= 1 && !bench.trainer().latest().running()
                    && bench.trainer().latest().history().size() > 1);
            bench.playhead().see(bench.trainer().latest());
            curves.save();
            await(() -> said.size() == 2);
            assertThat(said.getFirst()).isEqualTo("two-moons-curves.csv");
            List<String> lines = Files.readAllLines(folder.resolve("curves.csv"));
            assertThat(said.getLast()).isEqualTo(Texts.get("curves.saved", folder.resolve("curves.csv"), lines.size() - 1));
            assertThat(lines.getFirst()).isEqualTo("epoch,trainLoss,testLoss,trainAccuracy,testAccuracy,seconds");
            assertThat(lines.get(1)).startsWith("0,").matches("[0-9.,E-]+,");
            assertThat(lines.getLast()).startsWith("1,");
        } finally {
            worker.shutdownNow();
        }
    }

    /// Lets JavaFX run meanwhile.
    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            FxExtension.drain();
        }
    }
}
