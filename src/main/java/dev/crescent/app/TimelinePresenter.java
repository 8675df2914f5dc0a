package dev.crescent.app;

import dev.crescent.train.Snapshot;
import dev.crescent.train.Timeline;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.TimelineBar;
import dev.crescent.ui.bars.TimelineState;
import dev.crescent.ui.picture.PictureKind;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Feeds the timeline's bar, and does what the user does there: whoever goes back in time pauses the training.
final class TimelinePresenter implements TimelineBar.Listener {
    private final Workbench bench;
    private final RunActions run;
    private final TimelineBar bar;
    private final FilmActions films;
    private final Consumer<String> tell;
    private final Playback playback = new Playback();
    private @Nullable Snapshot drawn;
    private @Nullable Snapshot drawnOf;
    private @Nullable Snapshot offered; // whose films are offered
    private List<PictureKind> kinds = List.of();
    private Theme theme = Theme.LIGHT;

    /// @param tell tells the user a sentence
    TimelinePresenter(Workbench bench, RunActions run, TimelineBar bar, FilmActions films, Consumer<String> tell) {
        this.bench = bench;
        this.run = run;
        this.bar = bar;
        this.films = films;
        this.tell = tell;
        bar.setListener(this);
    }

    /// Films are in this theme.
    void setTheme(Theme next) {
        theme = next;
    }

    /// Plays on, before anything is drawn. Called once a frame.
    ///
    /// @param now nanoseconds of the frame's clock
    void play(long now) {
        Playhead playhead = bench.playhead();
        Timeline timeline = playhead.timeline();
        if (playback.isPlaying() && !playhead.isLive()) {
            double epoch = playback.advance(now, timeline.epoch(0), timeline.epoch(timeline.size() - 1));
            playhead.hold(playback.isPlaying() ? timeline.upTo(epoch) : timeline.size() - 1);
        } else {
            playback.stop(); // something brought the newest moment back
        }
        bar.showPlaying(playback.isPlaying());
        bar.showFilming(films.share());
    }

    /// Brings the bar up to date, once a frame while it is on screen.
    ///
    /// @param due whether what training changes is shown now
    void frame(boolean due) {
        Snapshot newest = bench.trainer().latest();
        Snapshot shown = bench.shown();
        boolean moved = shown != drawn || newest != drawnOf;
        boolean waits = newest != null && newest.running() && !due && bench.playhead().isLive();
        if (newest != null && shown != null && moved && !waits && bench.playhead().timeline().size() > 0) {
            drawn = shown;
            drawnOf = newest;
            bar.show(state(newest));
            offerFilms(newest);
        }
    }

    private TimelineState state(Snapshot newest) {
        Playhead playhead = bench.playhead();
        Timeline timeline = playhead.timeline();
        double[] epochs = new double[timeline.size()];
        long[] steps = new long[epochs.length];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = timeline.epoch(i);
            steps[i] = timeline.step(i);
        }
        return new TimelineState(epochs, steps, playhead.index(), newest.stepsPerEpoch(), playhead.isLive(), newest.running(),
                newest.history().marks().stream().map(mark -> new TimelineState.Mark(mark.epoch(), mark.text())).toList());
    }

    private void offerFilms(Snapshot newest) {
        Snapshot before = offered;
        offered = newest;
        if (before != null && before.experiment() == newest.experiment() && before.dataset() == newest.dataset()) {
            return;
        }
        List<PictureKind> next = Film.kinds(newest.experiment(), newest.dataset());
        if (!next.equals(kinds)) {
            kinds = next;
            bar.offerFilms(next.stream().map(kind -> Texts.get("timeline.film." + kind.id())).toList());
        }
    }

    @Override
    public void scrubbed(double epoch) {
        Timeline timeline = bench.playhead().timeline();
        show(Double.isInfinite(epoch) ? timeline.size() - 1 : timeline.nearest(epoch));
    }

    @Override
    public void stepped(int by) {
        show(bench.playhead().index() + by);
    }

    private void show(int index) {
        Playhead playhead = bench.playhead();
        int last = playhead.timeline().size() - 1;
        playback.stop();
        if (index < last) {
            run.pause();
        }
        playhead.hold(Math.clamp(index, Math.min(0, last), last));
    }

    @Override
    public void playPressed() {
        Playhead playhead = bench.playhead();
        if (playback.isPlaying()) {
            playback.stop();
        } else if (playhead.timeline().size() > 1) {
            int from = playhead.isLive() ? 0 : playhead.index();
            show(from);
            playback.start(playhead.timeline().epoch(from));
        }
    }

    @Override
    public void speedChosen(double factor) {
        playback.setFactor(factor);
    }

    @Override
    public void branchPressed() {
        Snapshot moment = bench.playhead().held();
        if (moment != null) {
            playback.stop();
            bench.branch(moment);
            tell.accept(Texts.get("timeline.branched", TimelineBar.epochText(moment.epoch())));
        }
    }

    @Override
    public void filmWanted(int number) {
        films.film(kinds.get(number), theme.isDark(), playback.factor());
    }

    @Override
    public void filmCancelled() {
        films.cancel();
    }
}
