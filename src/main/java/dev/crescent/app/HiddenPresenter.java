package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Model;
import dev.crescent.insight.Region;
import dev.crescent.insight.hidden.Chosen;
import dev.crescent.insight.hidden.HiddenNetwork;
import dev.crescent.insight.hidden.HiddenSpace;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.ShippedTitles;
import dev.crescent.ui.Texts;
import dev.crescent.ui.hidden.HiddenView;
import dev.crescent.ui.hidden.ShownSamples;
import dev.crescent.ui.picture.Caption;
import dev.crescent.ui.picture.Sheet;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.points.OutputPanel;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Feeds the hidden space, while it is on screen, with what the layers of the shown snapshot's network make of the samples
/// and the plane.
final class HiddenPresenter implements AutoCloseable {
    /// While training, the picture follows at this pace, that of film.
    private static final long PACE_NANOS = 38_000_000;
    /// Of a processor that the trainer needs too, at most one part in so many.
    private static final int SHARE = 3;

    /// @param over what the mesh over the plane covers
    private record Question(Snapshot snapshot, Region over, HiddenNetwork.Look look) {}

    /// @param space null where there is none; the refusal says why
    private record Answer(Question question, @Nullable HiddenSpace space, Chosen chosen, String refusal) {}

    private final OutputPanel output;
    private final PlanePresenter plane;
    private final Failures failures;
    private final HiddenView view = new HiddenView();
    private final AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
    private volatile boolean busy;
    private volatile long took;
    private @Nullable NewestServer<Question> server; // null until it is needed
    private @Nullable Question asked;
    private long askedAt;
    private boolean settled = true;
    private @Nullable Chosen chosen; // what the view's samples are
    private @Nullable Dataset data;
    private @Nullable Snapshot seen; // whose space the view shows

    // The server's own:
    private @Nullable HiddenNetwork network;
    private @Nullable Question networkOf;

    HiddenPresenter(OutputPanel output, PlanePresenter plane, Failures failures) {
        this.output = output;
        this.plane = plane;
        this.failures = failures;
        view.showEmpty(Texts.get("hidden.coming"));
        output.setHiddenSpace(view);
        view.setListener(new Input());
        output.hiddenProperty().subscribe(shown -> {
            if (!shown) {
                plane.probe(null);
            }
        });
    }

    void setTheme(Palette palette) {
        view.setTheme(palette);
    }

    /// A picture of it as it is bent and turned; none while it is not shown.
    List<ShownView> pictures() {
        return output.isVisible() && output.hiddenProperty().get() && seen != null && !view.isEmpty()
                ? List.of(new ShownView("space", this::sheet)) : List.of();
    }

    private Sheet sheet(Palette colors) {
        Snapshot of = Objects.requireNonNull(seen);
        return new Sheet(ShippedTitles.local(of.experiment().title()), Texts.get("picture.space"),
                Caption.of(of.epoch(), of.train(), of.test()), view.again(colors), Sheet.WIDTH, Sheet.HEIGHT);
    }

    /// Asks for the hidden space of a snapshot where it is due, and shows the one that has come.
    ///
    /// @param current the snapshot that the other views show
    void frame(@Nullable Snapshot current, long now) {
        if (!output.isVisible() || !output.hiddenProperty().get() || current == null) {
            return;
        }
        view.frame(now);
        if (!busy) {
            ask(current, now);
        }
        Answer newest = answer.getAndSet(null);
        if (newest != null && newest.question().snapshot().dataset() == current.dataset()) {
            show(newest);
        }
    }

    private void ask(Snapshot current, long now) {
        int stage = (int) Math.round(view.at());
        // The picture's size is rounded: an edge that is dragged is not to ask for a hundred spaces.
        double aspect = Math.rint(Math.clamp(view.aspect(), 0.25, 4) * 8) / 8;
        Wish.Place place = plane.marked();
        HiddenNetwork.Look look = new HiddenNetwork.Look(view.isDeep(), stage, aspect,
                place == null ? null : new HiddenNetwork.Look.Place(place.x1(), place.x2()));
        Question before = asked;
        Question next = new Question(current, plane.home(), look);
        boolean same = before != null && before.snapshot() == current && before.look().equals(look)
                && before.over().equals(next.over());
        boolean onlyTrained = before != null && before.look().equals(look) && before.over().equals(next.over())
                && current.running();
        if (same && settled || (same || onlyTrained) && now - askedAt < Math.max(PACE_NANOS, SHARE * took)) {
            return;
        }
        asked = next;
        askedAt = now;
        busy = true;
        NewestServer<Question> serving = server;
        if (serving == null) {
            serving = new NewestServer<>("crescent-hidden", this::serve, failures::report);
            server = serving;
        }
        serving.ask(next);
    }

    private void show(Answer newest) {
        HiddenSpace space = newest.space();
        if (space == null) {
            settled = true;
            view.showEmpty(newest.refusal());
            return;
        }
        settled = space.settled();
        seen = newest.question().snapshot();
        if (newest.chosen() != chosen) {
            chosen = newest.chosen();
            data = newest.question().snapshot().dataset();
            view.showPoints(ShownSamples.of(data, newest.chosen()), ShownSamples.inputNames(data));
        }
        view.show(space);
    }

    private void serve(Question question) {
        long start = System.nanoTime();
        try {
            answer.set(answer(question));
        } finally {
            took = System.nanoTime() - start;
            busy = false;
        }
    }

    private Answer answer(Question question) {
        Snapshot snapshot = question.snapshot();
        Dataset of = snapshot.dataset();
        if (!(snapshot.experiment().model() instanceof Model.Network model)) {
            return refusal(question, Texts.get("hidden.noNetwork"));
        }
        if (of.plane() == null && of.train().count() + of.test().count() == 0) {
            return refusal(question, Texts.get("hidden.noSamples"));
        }
        try {
            if (HiddenNetwork.widest(model, of) > HiddenNetwork.MOST_UNITS) {
                return refusal(question, Texts.get("hidden.tooWide", Numbers.fixed(HiddenNetwork.widest(model, of), 0),
                        Numbers.fixed(HiddenNetwork.MOST_UNITS, 0)));
            }
            HiddenNetwork made = network(question);
            return new Answer(question, made.look(snapshot.parameters(), question.look()), made.chosen(), "");
        } catch (InvalidSettingException e) {
            return refusal(question, Texts.get("hidden.notFitting")); // the trainer says how
        }
    }

    private static Answer refusal(Question question, String sentence) {
        return new Answer(question, null, new Chosen(new int[0], 0), sentence);
    }

    /// Kept from moment to moment, and its axes even when samples come and go.
    private HiddenNetwork network(Question question) {
        Question before = networkOf;
        HiddenNetwork known = network;
        Snapshot snapshot = question.snapshot();
        if (known != null && before != null && before.snapshot().dataset() == snapshot.dataset()
                && before.over().equals(question.over())
                && before.snapshot().experiment().model().equals(snapshot.experiment().model())
                && before.snapshot().experiment().training().loss() == snapshot.experiment().training().loss()) {
            return known;
        }
        HiddenNetwork made = new HiddenNetwork(new CpuEngine(), snapshot.experiment(), snapshot.dataset(), question.over(),
                HiddenNetwork.MOST_SAMPLES);
        if (known != null) {
            made.follow(known);
        }
        network = made;
        networkOf = question;
        return made;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }

    /// What the user does with the picture: in the plane, a sample is a place, and marked in all views.
    private final class Input implements HiddenView.Listener {
        @Override
        public void pointed(int sample) {
            plane.probe(place(sample));
        }

        @Override
        public void clicked(int sample) {
            Wish.Place place = place(sample);
            if (place != null) {
                output.view().showPin(place.x1(), place.x2());
            } else {
                output.view().clearPin();
            }
            plane.pin(place);
        }

        private Wish.@Nullable Place place(int sample) {
            Chosen shown = chosen;
            Dataset of = data;
            if (sample < 0 || shown == null || of == null || of.plane() == null || sample >= shown.count()) {
                return null;
            }
            int number = shown.numbers()[sample];
            float[] raw = Chosen.part(of, number).raw();
            int at = 2 * Chosen.within(of, number);
            return new Wish.Place(raw[at], raw[at + 1]);
        }
    }
}
