package dev.crescent.app;

import dev.crescent.data.digits.Drawing;
import dev.crescent.data.digits.Preparation;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.digits.PadView;
import dev.crescent.ui.start.StartView;
import java.util.function.Consumer;

/// Has what is drawn on the start screen read, and says what was read. All methods run on the JavaFX thread.
final class StartPad implements AutoCloseable {
    /// A probability that would be written as 100 %, which no network has.
    private static final double CERTAIN = 0.995;

    private final StartView view;
    private final PadView pad;
    private final StartReader reader;

    StartPad(StartView view, StartReader reader, Tools tools) {
        this.view = view;
        this.pad = view.pad();
        this.reader = reader;
        Consumer<String> warn = tools.banners()::warn;
        pad.setListener(new PadFiles(new PadImages(pad, tools.worker(), warn), warn) {
            @Override
            public void drawn(Drawing drawing) {
                read();
            }
        });
        showNothing();
    }

    Drawing drawing() {
        return pad.drawing();
    }

    void undo() {
        if (pad.takesSteps()) {
            pad.undo();
        }
    }

    void redo() {
        if (pad.takesSteps()) {
            pad.redo();
        }
    }

    void frame() {
        StartReader.Read read = reader.take();
        if (read == null || pad.drawing().isEmpty()) {
            return;
        }
        String digit = String.valueOf(read.digit());
        if (read.sure()) {
            view.showRead(digit, read.probability() > CERTAIN ? Texts.get("start.certain")
                    : Texts.get("start.sure", Numbers.percent(read.probability(), 0)));
        } else {
            view.showUnsure(Texts.get("start.notSure"), Texts.get("start.likest", digit));
        }
    }

    private void read() {
        Preparation prepared = pad.preparation();
        if (prepared.isEmpty()) {
            showNothing();
        } else {
            reader.ask(prepared.centered());
        }
    }

    private void showNothing() {
        view.showRead("", Texts.get("start.reads"));
    }

    @Override
    public void close() {
        reader.close();
    }
}
