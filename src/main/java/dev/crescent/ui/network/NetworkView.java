package dev.crescent.ui.network;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.insight.UnitFields;
import dev.crescent.insight.UnitSpreads;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.Zoom;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The network: a column of live thumbnails a layer, links whose width and color are the weights, a card above each
/// column. Everything can be changed in place.
///
/// The view shows what it is given and keeps no model of its own: a change goes to the listener, and is seen when the
/// listener's owner shows the changed experiment. All methods run on the JavaFX thread.
public final class NetworkView extends Region {
    private static final double MIN_WIDTH = 480;
    private static final double MIN_HEIGHT = 280;
    private static final double MOST_REFUSAL = 420;
    private static final float[] NO_PARAMETERS = new float[0];

    private final NetworkController controller = new NetworkController(this);
    private final NetworkHeader header = new NetworkHeader(controller::oneLess, controller::oneMore,
            number -> listener().readyChosen(number), () -> listener().lensToggled());
    private final LayerCards cards = new LayerCards(controller);
    private final NetworkPicture picture = new NetworkPicture();
    private final NetworkLabels labels = new NetworkLabels();
    private final ValueEditors editors = new ValueEditors(this, controller::setParameter, controller::valueClosed);
    private final Label none = new Label(Texts.get("network.none"));
    private final PictureInput input = new PictureInput(picture, controller);
    private final LayerPopover popover = new LayerPopover(controller);
    private final PlaneState plane = new PlaneState();
    private final UnitTip unitTip = new UnitTip();
    private final SpreadTip spreadTip = new SpreadTip();
    private final InsertMenu insertMenu = new InsertMenu();
    private final Label refusal = new Label();
    private final LensLabels lensLabels = new LensLabels();

    private Listener listener = new Listener() {};
    private Palette palette = Palette.of(Theme.LIGHT);
    private @Nullable Shown shown;
    private @Nullable NetworkLayout layout;
    private @Nullable NetworkPainter painter;
    private float[] parameters = NO_PARAMETERS;
    private boolean newest = true; // whether the parameters are the newest
    private boolean stale = true;
    private List<Offer> offered = List.of();
    private @Nullable LensMarks lens;

    public NetworkView() {
        getStyleClass().add("network-view");
        none.getStyleClass().add("muted");
        none.setAlignment(Pos.CENTER);
        none.setManaged(false);
        none.setVisible(false);
        refusal.setId("network.refusal");
        refusal.getStyleClass().addAll("network-refusal", "danger-text");
        refusal.setWrapText(true);
        refusal.setManaged(false);
        refusal.setVisible(false);
        refusal.setViewOrder(-3);
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> refuseNothing());
        addEventFilter(KeyEvent.KEY_PRESSED, e -> refuseNothing());
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        describe("");
        Zoom.whenDensityChanges(this, () -> {
            stale = true;
            requestLayout();
        });
        getChildren().setAll(header, cards, picture, labels, lensLabels, none, editors.tip(), unitTip, spreadTip, refusal);
    }

    /// What the user does with the network; every method may be left out.
    public interface Listener {
        /// The user changed the network.
        ///
        /// @param what in a few words, such as "5 units", for a mark on the curves; empty for no mark
        /// @param finished false while a drag goes on; its last change is told of once more at its end, with its words
        default void networkChanged(Model.Network next, String what, boolean finished) {}

        /// The user changed one weight or bias.
        ///
        /// @param index in the parameters, as [ParameterLayout] orders them
        default void parameterChanged(int index, float value) {}

        /// The user chose one of the ready networks.
        ///
        /// @param number in the list that was offered
        default void readyChosen(int number) {}

        /// The mouse or the keyboard is at a unit.
        ///
        /// @param layer its number in the model's layers; -1 for the features
        default void unitHovered(int layer, int unit) {}

        /// No unit is pointed at any more.
        default void unitUnhovered() {}

        /// The lens is wanted, or not any more.
        default void lensToggled() {}

        /// Under the lens the user chose a unit, a link into it, or its bias.
        ///
        /// @param column 0 for the features
        /// @param from the unit that the link comes from; -1 for the unit itself, -2 for its bias
        default void lensPicked(int column, int unit, int from) {}
    }

    /// A network that is ready to be trained.
    ///
    /// @param hint one sentence on what it is
    public record Offer(String name, String hint) {}

    /// Offers ready networks in a menu; an empty list takes the menu away.
    public void offer(List<Offer> networks) {
        if (!networks.equals(offered)) {
            offered = List.copyOf(networks);
            header.showReady(networks);
        }
    }

    public void setListener(Listener value) {
        listener = value;
    }

    /// Shows another structure; weights and thumbnails follow with the next [#show(float[])] and [#show(UnitFields)].
    ///
    /// @param inputShape `[features]` or `[channels, rows, columns]`
    /// @param inputNames one a feature: for images one for all pixels
    /// @param outputNames two or more classes, or the one target of a regression
    /// @param parameterLayout of the network; null where it cannot be trained
    public void show(Experiment experiment, List<Integer> inputShape, List<InputName> inputNames, List<String> outputNames,
                     @Nullable ParameterLayout parameterLayout) {
        Shown next = experiment.model() instanceof Model.Network network && !inputNames.isEmpty()
                ? Shown.of(experiment, network, inputShape, inputNames, outputNames, parameterLayout) : null;
        if (next == null || !next.equals(shown)) {
            shown = next;
            stale = true;
            refresh();
        }
    }

    /// Shows the newest weights and biases.
    ///
    /// @param newest not copied, must not change; what does not fit the layout is not shown
    public void show(float[] newest) {
        show(newest, true);
    }

    /// Shows weights and biases as they once were, which are nothing new to their history.
    ///
    /// @param earlier not copied, must not change; what does not fit the layout is not shown
    public void showEarlier(float[] earlier) {
        show(earlier, false);
    }

    private void show(float[] values, boolean ofNow) {
        parameters = values;
        newest = ofNow;
        if (painter != null) {
            painter.setParameters(fitting());
            picture.linksChanged();
        }
        editors.setParameters(fitting(), newest);
        unitTip.update(fitting());
    }

    /// Shows an edited weight before the trainer answers, at once.
    void showEdited(float[] edited) {
        show(edited);
        picture.repaint();
    }

    /// The values before training, with which the history of every weight and bias starts.
    public void showStart(float[] values) {
        editors.setStart(values);
    }

    /// Shows one of the images that come in.
    ///
    /// @param pixels `[rows][columns]` of its first channel, 0 to 1; empty for none
    public void showImage(float[] pixels) {
        plane.setImage(pixels);
        passPlane();
    }

    /// Shows the newest thumbnails.
    public void show(UnitFields newest) {
        plane.setFields(newest);
        passPlane();
    }

    /// Shows how the units' outputs are spread in the thumbnails, where data do not lie in a plane.
    public void show(UnitSpreads newest) {
        plane.setSpreads(newest);
        spreadTip.update(newest);
        passPlane();
    }

    /// Leaves all thumbnails empty, as of a run that is not there yet, and takes the probe away.
    public void clearFields() {
        plane.setFields(null);
        spreadTip.setVisible(false);
        clearProbe();
    }

    /// Whether the links flow, as a sign of training.
    public void setRunning(boolean running) {
        picture.setRunning(running);
    }

    /// Marks a place of the plane in every thumbnail.
    public void setProbe(double x1, double x2) {
        plane.setProbe(x1, x2);
        passPlane();
    }

    /// Takes the mark, the level bars and the outputs' values away.
    public void clearProbe() {
        plane.setActivations(null);
        setProbe(Double.NaN, Double.NaN);
    }

    /// Shows what every unit says to the pinned sample.
    ///
    /// @param perLayer the features, then every layer of the model: `[1 + layers][units]`
    public void showActivations(float[][] perLayer) {
        plane.setActivations(perLayer);
        passPlane();
    }

    /// Shows the numbers of a step on units and links; a click then chooses whose are looked at. Null for no more.
    public void showLens(@Nullable LensMarks marks) {
        lens = marks;
        if (marks != null) {
            editors.close();
        }
        header.showLens(marks != null);
        passLens();
        picture.repaint();
    }

    private void passLens() {
        LensMarks fitting = lens != null && shown != null && lens.fits(shown.structure()) ? lens : null;
        if (painter != null && layout != null) {
            painter.setLens(fitting);
            lensLabels.show(fitting, layout, painter.links());
        }
    }

    /// Whether a click chooses what is looked at under the lens.
    boolean isUnderLens() {
        return lens != null;
    }

    public void setTheme(Theme theme) {
        palette = Palette.of(theme);
        editors.setTheme(palette);
        unitTip.setTheme(palette);
        spreadTip.setTheme(palette);
        stale = true;
        refresh();
    }

    private float[] fitting() {
        return shown != null && shown.fits(parameters) ? parameters : NO_PARAMETERS;
    }

    private void passPlane() {
        if (painter != null && shown != null) {
            plane.pass(shown.structure(), painter, labels);
            picture.unitsChanged();
        }
    }

    /// Lays out and paints everything anew where structure, size or theme changed.
    private void refresh() {
        double width = getWidth();
        double height = getHeight();
        if (!stale || width < 1 || height < 1) {
            return;
        }
        stale = false;
        boolean any = shown != null;
        for (Node part : List.of(cards, picture, labels, lensLabels)) {
            part.setVisible(any);
        }
        none.setVisible(!any);
        none.resizeRelocate(0, NetworkLayout.PICTURE_TOP, width, Math.max(0, height - NetworkLayout.PICTURE_TOP));
        header.resizeRelocate(NetworkLayout.PADDING, 0, width - 2 * NetworkLayout.PADDING, NetworkLayout.CARDS_TOP);
        if (shown == null) {
            header.showNone();
            unitTip.setVisible(false);
            spreadTip.setVisible(false);
            popover.close();
            editors.close();
            return;
        }
        refresh(shown, width, height);
    }

    private void refresh(Shown now, double width, double height) {
        // An image needs no name.
        List<InputName> inputNames = now.structure().seesImages() ? List.of() : now.inputNames();
        NetworkLayout placed = NetworkLayout.of(now.structure(), width, height,
                NetworkLabels.leftRoom(inputNames, width), NetworkLabels.rightRoom(now.outputNames(), width));
        layout = placed;
        header.offerLens(!now.structure().seesImages());
        header.show(now.structure().hidden(), now.layout() == null ? -1 : now.layout().size(), controller.canInsert());
        cards.resizeRelocate(0, 0, width, NetworkLayout.PICTURE_TOP);
        cards.show(now.cards(), now.structure(), placed);
        NetworkPainter next = new NetworkPainter(now.structure(), placed, palette, now.activations(), now.classes(),
                width, height, pixelScale());
        painter = next;
        next.setParameters(fitting());
        labels.resizeRelocate(0, 0, width, height);
        labels.show(inputNames, now.outputNames(), placed, palette, now.activations()[now.activations().length - 1],
                now.classes());
        labels.showShapes(now.structure(), placed);
        for (int c = 0; c < placed.columns().size(); c++) {
            int hidden = now.structure().columns().get(c).units() - placed.columns().get(c).shown();
            if (hidden > 0) {
                labels.showMore(placed.columns().get(c), hidden);
            }
        }
        plane.pass(now.structure(), next, labels);
        lensLabels.resizeRelocate(0, 0, width, height);
        passLens();
        picture.resizeRelocate(0, NetworkLayout.PICTURE_TOP, width, Math.max(0, height - NetworkLayout.PICTURE_TOP));
        picture.show(next);
        editors.show(now, placed, next.links());
        input.show(now.structure(), placed, next.links());
        popover.follow(this);
        editors.setParameters(fitting(), newest);
    }

    private double pixelScale() {
        return Math.max(1, Zoom.density(this));
    }

    @Override
    protected void setWidth(double value) {
        stale |= value != getWidth();
        super.setWidth(value);
    }

    @Override
    protected void setHeight(double value) {
        stale |= value != getHeight();
        super.setHeight(value);
    }

    @Override
    protected void layoutChildren() {
        refresh();
    }

    @Override
    protected double computeMinWidth(double height) {
        return MIN_WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return MIN_HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 456;
    }

    /// Tells a screen reader where the keyboard or the mouse is.
    void describe(String unit) {
        picture.setAccessibleText(unit.isEmpty() ? Texts.get("network.picture") : unit);
    }

    /// Says in one sentence why a network is not possible: in the open card, or below the layers until the next press.
    public void refuse(String sentence) {
        if (popover.isShowing()) {
            popover.say(sentence);
            return;
        }
        refusal.setText(sentence);
        refusal.setVisible(true);
        refusal.applyCss();
        double wide = Math.min(MOST_REFUSAL, Math.min(getWidth() - 2 * NetworkLayout.PADDING, Math.ceil(refusal.prefWidth(-1))));
        refusal.resize(wide, Math.ceil(refusal.prefHeight(wide)));
        refusal.relocate(Math.rint((getWidth() - wide) / 2), NetworkLayout.PICTURE_TOP + 4);
    }

    void refuseNothing() {
        refusal.setVisible(false);
    }

    /// Shows the weights of a unit beside it, where images come in, or how its outputs are spread, where data do not lie in a
    /// plane; null for none.
    ///
    /// @return what is said there, for those who do not see it; empty if nothing is
    String showUnit(@Nullable UnitRef unit) {
        unitTip.show(shown, unit, fitting());
        spreadTip.show(shown, unit, plane.spreads());
        UnitCard card = unitTip.isVisible() ? unitTip : spreadTip;
        if (unit != null && layout != null && card.isVisible()) {
            card.place(layout.columns().get(unit.column()).unit(unit.unit()), getWidth(), getHeight());
        }
        return card.said();
    }

    /// The middle of a link.
    Box handle(Links.LinkRef link) {
        return painter == null ? new Box(Double.NaN, Double.NaN, 0, 0) : painter.links().handle(link);
    }

    @Nullable
    Shown shown() {
        return shown;
    }

    Listener listener() {
        return listener;
    }

    /// The parameters shown; empty if there are none that fit.
    float[] parameters() {
        return fitting();
    }

    NetworkLayout networkLayout() {
        return Objects.requireNonNull(layout, "Nothing is laid out yet");
    }

    LayerCards cards() {
        return cards;
    }

    LayerPopover popover() {
        return popover;
    }

    ValueEditors editors() {
        return editors;
    }

    InsertMenu insertMenu() {
        return insertMenu;
    }

    SpreadTip spreadTip() {
        return spreadTip;
    }

    UnitTip unitTip() {
        return unitTip;
    }

    PictureInput input() {
        return input;
    }
}
