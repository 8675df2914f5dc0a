package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.insight.BoundaryLines;
import dev.crescent.insight.Region;
import dev.crescent.insight.UnitSpreads;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.ClassNames;
import dev.crescent.ui.TargetName;
import dev.crescent.ui.Texts;
import dev.crescent.ui.data.DataPanel;
import dev.crescent.ui.network.InputName;
import dev.crescent.ui.network.NetworkView;
import dev.crescent.ui.points.Axes;
import dev.crescent.ui.points.ImageOffer;
import dev.crescent.ui.points.OutputPanel;
import dev.crescent.ui.points.PointsModel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Feeds what shows the plane, the output's picture and the network's tiles, with fields: of the output or the unit
/// pointed at, and of the place that is probed or pinned; and where it is on screen, what the network makes of the test samples.
final class PlanePresenter implements AutoCloseable {
    /// While training, the picture follows at this pace, that of film.
    private static final long PACE_NANOS = 38_000_000;

    private final Workbench bench;
    private final OutputPanel output;
    private final NetworkView network;
    private final FieldWorker worker;
    private final ImageDownloads downloads;
    private final ScorePresenter scores;

    private @Nullable Dataset data;
    private @Nullable Source source;
    private @Nullable ImageSet missing; // the images in whose place their offer stands
    private ImageOffer.@Nullable State offered;
    private Region home = Region.square(1, 0);
    private Wish.@Nullable Unit hovered;
    private Wish.@Nullable Place pin;
    private Wish.@Nullable Place probe;
    private @Nullable Wish asked;
    private @Nullable BoundaryLines drawn;
    private @Nullable Snapshot askedOf;
    private long askedAt;

    /// @param chooseFolder lets the user choose where images lie
    PlanePresenter(Workbench bench, OutputPanel output, NetworkView network, FieldWorker worker, ImageDownloads downloads,
            Runnable chooseFolder) {
        this.downloads = downloads;
        this.bench = bench;
        this.output = output;
        this.network = network;
        this.worker = worker;
        this.scores = new ScorePresenter(output, bench::has);
        output.setOnUnpin(this::clearPin);
        output.setOfferListener(new OfferInput(downloads, () -> missing, chooseFolder, this::showOffer));
    }

    /// Shows the points of a snapshot whose data are others than those before.
    void showData(Snapshot of) {
        Dataset next = of.dataset();
        Dataset before = data;
        data = next;
        missing = null;
        output.expect(next);
        output.nameTarget(TargetName.ofNamed(next, of.experiment().data().source()));
        showSubject();
        if (before != null && !Axes.of(before).equals(Axes.of(next))) {
            clearPin(); // it is no place among other columns
        }
        if (next.plane() == null) {
            showWithoutPlane(of);
            return;
        }
        output.showEmpty("");
        output.showPoints(PointsModel.of(next));
        output.showAxes(Axes.of(next));
        moveHome(of.experiment().data().source(), before, next);
    }

    private void showWithoutPlane(Snapshot of) {
        network.clearFields();
        Dataset next = of.dataset();
        if (next.train().count() == 0 && of.experiment().data().source() instanceof Source.Images images) {
            missing = images.set();
            offered = null;
            showOffer();
            return;
        }
        output.showScores();
    }

    private void showOffer() {
        if (missing != null) {
            ImageOffer.State state = downloads.state(missing);
            if (!state.equals(offered)) {
                offered = state;
                output.showOffer(state);
            }
        }
    }

    /// Says that data are being read, or digits drawn, which takes longer than anything else does.
    ///
    /// @param source of images, digits or a table
    void showReading(Source source) {
        missing = null;
        network.clearFields();
        output.showEmpty(Texts.get(source instanceof Source.Digits ? "output.drawing" : "output.reading", DataPanel.name(source)));
        output.expect(null);
    }

    /// While points are painted, what is on screen stays where it is, whatever becomes of the home.
    private void moveHome(Source to, @Nullable Dataset before, Dataset next) {
        Source from = source;
        source = to;
        Homes.Move move = from == null || before == null ? Homes.Move.CHOSEN : Homes.move(from, before, to, next);
        if (Homes.count(next) == 0 && move != Homes.Move.CHOSEN) {
            return;
        }
        Region wanted = Homes.next(home, move, next);
        if (home.equals(wanted)) {
            return;
        }
        home = wanted;
        boolean painting = move == Homes.Move.PAINTED || move == Homes.Move.VARIED && output.view().isPaintMode();
        if (painting) {
            output.view().changeHome(wanted);
        } else {
            output.view().setHome(wanted);
        }
    }

    /// Asks for the fields of the newest snapshot where they are due, and shows those that have come.
    void frame(@Nullable Snapshot current, long now) {
        showOffer();
        boolean counting = output.showsOutcome();
        boolean seen = network.isVisible() || !output.hiddenProperty().get();
        if (current != null && seen && (current.dataset().plane() != null || UnitSpreads.suit(current.dataset()) || counting)
                && !worker.busy()) {
            ask(current, now, counting);
        }
        Fields fields = worker.take();
        if (fields != null && current != null && fields.snapshot().dataset() == current.dataset()) {
            show(fields);
        }
        SpreadPace.Counted spread = worker.takeSpreads();
        if (spread != null && current != null && spread.snapshot().dataset() == current.dataset() && bench.has(spread.snapshot())) {
            network.show(spread.spreads());
        }
        OutcomePace.Counted counted = worker.takeOutcome();
        if (current != null && current.dataset() == data) {
            scores.frame(current, counted, now);
        }
    }

    /// The unit under the mouse is shown in place of the output.
    void hover(Wish.@Nullable Unit unit) {
        hovered = unit;
        showSubject();
    }

    void probe(Wish.@Nullable Place place) {
        probe = place;
    }

    /// The pinned place; null for none.
    Wish.@Nullable Place pinned() {
        return pin;
    }

    private void clearPin() {
        output.view().clearPin();
        pin(null);
    }

    void pin(Wish.@Nullable Place place) {
        pin = place;
        if (place == null) {
            output.unpin();
        }
    }

    /// The place that is pinned, or else probed; null for none.
    Wish.@Nullable Place marked() {
        return pin != null ? pin : probe;
    }

    /// The part of the plane in the thumbnails.
    Region home() {
        return home;
    }

    @Override
    public void close() {
        worker.close();
    }

    private void ask(Snapshot current, long now, boolean outcome) {
        Wish wish = new Wish(output.view().region(), home, hovered, marked(), outcome);
        boolean moved = current != askedOf && (!current.running() || now - askedAt >= PACE_NANOS);
        if (moved || !wish.equals(asked)) {
            asked = wish;
            askedOf = current;
            askedAt = now;
            worker.ask(current, wish);
        }
    }

    private void show(Fields fields) {
        if (Objects.equals(fields.wish().unit(), hovered)) {
            showOutput(fields);
        }
        if (bench.has(fields.snapshot())) {
            network.show(fields.units());
            showPlace(fields);
        }
        Wish.Place place = fields.wish().place();
        double[] outputs = fields.outputs();
        if (place != null && outputs != null && place.equals(pin)) {
            Dataset of = fields.snapshot().dataset();
            output.pin(place.x1(), place.x2(), of.task(), ClassNames.shown(of.classNames()), outputs);
        }
    }

    /// Painting a field anew costs more than all else here; other fields, or another range, come with other lines.
    private void showOutput(Fields fields) {
        if (fields.lines() != drawn) {
            drawn = fields.lines();
            output.showField(fields.shown(), fields.range(), fields.lines());
        }
    }

    private void showPlace(Fields fields) {
        Wish.Place place = fields.wish().place();
        float[][] activations = fields.probe();
        if (place == null || activations == null) {
            network.clearProbe();
            return;
        }
        network.setProbe(place.x1(), place.x2());
        if (place.equals(pin)) {
            network.showActivations(activations);
        }
    }

    private void showSubject() {
        output.showSubject(subject());
    }

    private String subject() {
        Wish.Unit unit = data != null && data.plane() == null ? null : hovered;
        if (unit != null && unit.layer() < 0) {
            // The columns of a table are no features, and have no picture either.
            List<String> features = bench.experiment().features();
            return unit.index() >= features.size() ? "" : (data == null || data.plane() == null
                    ? InputName.formulas(features) : InputName.of(data, features)).get(unit.index()).text();
        }
        if (unit != null) {
            return Texts.get("output.unit", Integer.toString(unit.layer() + 1), Integer.toString(unit.index() + 1));
        }
        if (data != null && data.plane() == null) {
            return "";
        }
        boolean regression = data != null && data.task() == Task.REGRESSION;
        return Texts.get(regression ? "output.regression" : "output.probability");
    }
}
