package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Model;
import dev.crescent.insight.CurveData;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.picture.LivePicture;
import dev.crescent.ui.picture.Moment;
import dev.crescent.ui.picture.PictureKind;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A view as it is in a picture, which follows training: the network, or the curves.
final class PictureShot extends StackPane implements StageShot {
    private static final long PACE_NANOS = 60_000_000;

    private record Question(LivePicture picture, Snapshot of, Moment moment) {}

    private record Answer(LivePicture picture, Snapshot of, Runnable show) {}

    private final PictureKind kind;
    private final NewestServer<Question> server;
    private final AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
    private volatile boolean busy;
    private Theme theme = Theme.DARK;
    private @Nullable LivePicture picture;
    private @Nullable Dataset data;
    private @Nullable Model model;
    private @Nullable Snapshot asked;
    private @Nullable Snapshot drawn;
    private long askedAt;

    PictureShot(PictureKind kind, Failures failures) {
        this.kind = kind;
        server = new NewestServer<>("crescent-stage-picture", this::serve, failures::report);
    }

    @Override
    public Region content() {
        return this;
    }

    @Override
    public void setTheme(Theme next) {
        theme = next;
        picture = null;
    }

    @Override
    public void frame(@Nullable Snapshot newest, long now) {
        if (newest == null || getWidth() < 1 || kind.refuses(newest.experiment(), newest.dataset()).isPresent()) {
            return;
        }
        LivePicture known = picture;
        if (known == null || newest.dataset() != data || !newest.experiment().model().equals(model)) {
            known = LivePicture.of(kind, newest.experiment(), newest.dataset(), new CpuEngine(), theme);
            picture = known;
            data = newest.dataset();
            model = newest.experiment().model();
            asked = null;
            drawn = null;
            getChildren().setAll(known.node());
            applyCss();
            layout();
        }
        if (newest != asked && !busy && (!newest.running() || now - askedAt >= PACE_NANOS)) {
            asked = newest;
            askedAt = now;
            busy = true;
            server.ask(new Question(known, newest, new Moment(newest.epoch(), newest.train(), newest.test(), newest.parameters(),
                    List.of(), kind.showsHistory() ? Curves.of(newest, List.of()) : CurveData.EMPTY)));
        }
        Answer ready = answer.getAndSet(null);
        if (ready != null && ready.picture() == known) {
            ready.show().run();
            drawn = ready.of();
        }
    }

    @Override
    public @Nullable Snapshot inNumbers() {
        return kind.showsHistory() ? drawn : null;
    }

    private void serve(Question question) {
        try {
            answer.set(new Answer(question.picture(), question.of(), question.picture().ready(question.moment())));
        } finally {
            busy = false;
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
