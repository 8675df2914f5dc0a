package dev.crescent.app;

import dev.crescent.engine.Engine;
import dev.crescent.experiment.Device;
import dev.crescent.insight.engines.EngineNews;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.bars.EngineLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Asks the engines what they would run on, in the background and only when somebody wants to know, each time: a GPU that was
/// reserved may be free now, and what had to be unpacked may be there.
final class EngineProbe implements AutoCloseable {
    private final List<Engine> engines;
    private final Consumer<List<EngineLine>> show;
    private final Consumer<Throwable> onFailure;
    private final Map<String, EngineNews> known = new HashMap<>(); // the JavaFX thread's
    private @Nullable NewestServer<List<Engine>> server; // null until somebody wants to know

    /// @param show told on the JavaFX thread what there is to choose from, whenever more is known
    /// @param onFailure told of errors in the program itself
    EngineProbe(List<Engine> engines, Consumer<List<EngineLine>> show, Consumer<Throwable> onFailure) {
        this.engines = engines;
        this.show = show;
        this.onFailure = onFailure;
        show.accept(lines());
    }

    /// Asks them all.
    void ask() {
        NewestServer<List<Engine>> asking = server;
        if (asking == null) {
            asking = new NewestServer<>("crescent-engines", this::probe, onFailure);
            server = asking;
        }
        asking.ask(engines);
    }

    private void probe(List<Engine> asked) {
        for (Engine engine : asked) {
            EngineNews news = EngineNews.of(engine);
            Platform.runLater(() -> {
                known.put(news.id(), news);
                show.accept(lines());
            });
        }
    }

    private List<EngineLine> lines() {
        List<EngineLine> lines = new ArrayList<>(List.of(new EngineLine(Device.AUTO, "", true)));
        for (Engine engine : engines) {
            EngineNews news = known.get(engine.id());
            device(engine.id()).ifPresent(device -> lines.add(news == null ? new EngineLine(device, "", true)
                    : new EngineLine(device, Sentences.local(news.words()), news.usable())));
        }
        return List.copyOf(lines);
    }

    private static Optional<Device> device(String id) {
        return Stream.of(Device.values()).filter(device -> device.id().equals(id)).findFirst();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
