package dev.crescent.cli;

import dev.crescent.data.Dataset;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Named;
import dev.crescent.export.Gif;
import dev.crescent.insight.CurveData;
import dev.crescent.train.Engines;
import dev.crescent.train.Progress;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import dev.crescent.ui.picture.Look;
import dev.crescent.ui.picture.Moment;
import dev.crescent.ui.picture.PictureForm;
import dev.crescent.ui.picture.PictureKind;
import dev.crescent.ui.picture.PictureStudio;
import dev.crescent.ui.theme.ColorVision;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Trains an experiment and draws a view of it, without a window and without a display.
@Command(name = "render", mixinStandardHelpOptions = true,
        description = {"Train an experiment and draw the picture that the window would show.",
            "It needs no display. A file that ends in .gif becomes an animation of the training, of about 60 frames."})
final class RenderCommand implements Callable<Integer> {
    private static final PictureSize PICTURE = new PictureSize(1200, 900);
    private static final PictureSize ANIMATION = new PictureSize(800, 600);
    private static final int FRAME_MILLIS = 80;
    private static final int LAST_FRAME_MILLIS = 2000;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final StartWeights.Shipped shipped;

    @Parameters(paramLabel = "FILE", description = "An experiment file, builtin:NAME, or a link of TensorFlow Playground.")
    private String file = "";

    @Option(names = "--epochs", paramLabel = "N", description = "How many epochs, instead of the file's number.")
    private @Nullable Integer epochs;

    @Option(names = "--weights", paramLabel = "W.npz",
            description = "Draw the network with these weights, or without the option with those that come with a shipped"
                    + " experiment; with --epochs, train on from them.")
    private @Nullable Path weights;

    @Mixin
    private MnistOption mnist = new MnistOption();

    @Option(names = "--view", required = true, paramLabel = "VIEW", converter = KindReader.class, description = {
        "What to draw:",
        "boundary    the output over the plane, with the points",
        "loss        loss and accuracy over the epochs",
        "landscape   the loss landscape in 3-D, with the way of the weights",
        "descent     the same from above and in 3-D, with how far to trust it",
        "network     the layers, their weights and what every unit says",
        "hidden      the samples as the last hidden layer sees them",
        "weights     all weights, one heat map a layer; of images, kernels and templates",
        "confusion   what the network calls the test samples of each class",
        "predictions of a quantity: what it predicts for the test samples over what is true"})
    private PictureKind view = PictureKind.BOUNDARY;

    @Option(names = "--size", paramLabel = "WIDTHxHEIGHT", converter = PictureSize.Reader.class,
            description = "How many pixels, up to 8192x8192; 1200x900 without it, 800x600 for an animation. From 800x600 on,"
                    + " all in the picture grows with it.")
    private @Nullable PictureSize size;

    @Option(names = "--theme", paramLabel = "THEME", converter = ThemeReader.class,
            description = "light, dark, high-contrast-light or high-contrast-dark; light without it.")
    private ThemeName look = ThemeName.LIGHT;

    @Option(names = "--vision", paramLabel = "VISION", converter = VisionReader.class,
            description = "normal, protan, deutan or tritan: imitates how the color-blind see the picture.")
    private ColorVision vision = ColorVision.NORMAL;

    @Option(names = "--out", required = true, paramLabel = "OUT.png",
            description = "Where to write: OUT.png, OUT.svg, or OUT.gif for all views but weights, confusion"
                    + " and predictions.")
    private Path target = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", converter = FormatReader.class,
            description = "png, svg or gif, whatever OUT's name ends in.")
    private @Nullable PictureFormat format;

    @Option(names = "--transparent", description = "Without a background; not for an animation.")
    private boolean transparent;

    RenderCommand(PrintStream out, PrintStream err, boolean terminal, StartWeights.Shipped shipped) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.shipped = shipped;
    }

    @Override
    public Integer call() throws BadInputException {
        // Pictures are coded by java.desktop, which must not look for a display either.
        System.setProperty("java.awt.headless", "true");
        PictureFormat wanted = format();
        boolean animated = wanted == PictureFormat.GIF;
        OutputFile.check(target);
        ExperimentArgument named = ExperimentArgument.read(file, err::println);
        Optional<StartWeights> start = StartWeights.find(weights, named, shipped);
        // Weights that are there are drawn as they are, unless it is asked to go on from them.
        ExperimentArgument argument =
                mnist.in(named.withEpochs(start.isPresent() && epochs == null ? Integer.valueOf(0) : epochs));
        Experiment experiment = argument.experiment();
        Progress progress = weights == null ? argument.progress() : null;
        Dataset loaded = argument.trainingData();
        Dataset data = progress == null ? loaded : Run.resumed(experiment, loaded, progress);
        argument.keep(target);
        Engines engines = Commands.engines(err::println);
        try (Run run = Run.start(experiment, data, engines, new PreparationLine(err, terminal))) {
            refuseKind(experiment, data);
            if (progress != null) {
                run.resume(progress);
            } else if (start.isPresent()) {
                run.load(start.get().read(run.layout()));
            }
            int end = Math.toIntExact(run.epochsDone() + experiment.training().epochs());
            Recording recording = recording(animated, end);
            TrainingLoop loop = new TrainingLoop(run, recording, new ProgressBar(err, terminal));
            loop.toTheEnd(end);
            draw(experiment, data, epochs == null ? stood(progress, recording.moments()) : recording.moments(), wanted);
            out.println(loop.summary());
            return loop.divergence().map(sentence -> {
                err.println(file + ": " + sentence);
                return Commands.DIVERGED;
            }).orElse(Commands.DONE);
        } catch (TrainingException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
        }
    }

    /// What is asked for, by the option or by the file's name.
    private PictureFormat format() throws BadInputException {
        String name = target.toString().toLowerCase(Locale.ROOT);
        PictureFormat wanted = format != null ? format : Arrays.stream(PictureFormat.values())
                .filter(kind -> name.endsWith("." + kind.id())).findFirst().orElseThrow(() -> new BadInputException(target
                        + ": must end in .png or .svg, or in .gif for an animation; or give --format"));
        if (wanted == PictureFormat.SVG && vision != ColorVision.NORMAL) {
            throw new BadInputException(target + ": --vision imitates eyes pixel by pixel; leave it out, or write a .png");
        }
        if (wanted != PictureFormat.GIF) {
            return wanted;
        }
        if (!view.isAnimated()) {
            String others = String.join(", ", Arrays.stream(PictureKind.values())
                    .filter(PictureKind::isAnimated).map(PictureKind::id).toList());
            throw new BadInputException(target + ": there are no animations of the view " + view.id()
                    + "; write a .png, or choose one of " + others);
        }
        if (transparent) {
            throw new BadInputException(target + ": an animation has a background; leave --transparent out, or write a .png");
        }
        return wanted;
    }

    private void refuseKind(Experiment experiment, Dataset data) throws BadInputException {
        String refusal = view.refuses(experiment, data).orElse("");
        if (!refusal.isEmpty()) {
            throw new BadInputException(file + ": " + refusal);
        }
    }

    private Recording recording(boolean animated, int total) {
        long[] frames = animated ? FrameEpochs.of(total) : new long[0];
        return new Recording(view.showsHistory(), view.showsPath(), epoch -> Arrays.binarySearch(frames, epoch) >= 0);
    }

    /// Training that the file holds has its own epoch and curves.
    private static List<Moment> stood(@Nullable Progress progress, List<Moment> moments) {
        if (progress == null) {
            return moments;
        }
        Moment last = moments.getLast();
        return List.of(new Moment(progress.epoch(), last.train(), last.test(), last.parameters(), last.path(),
                CurveData.of(progress.history(), List.of())));
    }

    private void draw(Experiment experiment, Dataset data, List<Moment> moments, PictureFormat wanted)
            throws BadInputException {
        boolean animated = wanted == PictureFormat.GIF;
        PictureSize pixels = size != null ? size : animated ? ANIMATION : PICTURE;
        int width = pixels.width();
        int height = pixels.height();
        try (PictureStudio studio = PictureStudio.open(view, experiment, data, new CpuEngine(), new PictureForm(width, height,
                new Look(look.dark, look.highContrast, vision), transparent,
                wanted == PictureFormat.SVG))) {
            prepare(studio, moments.getLast());
            OutputFile.replace(target, stream -> {
                if (animated) {
                    Gif.write(stream, width, height, moments.size(), i -> studio.draw(moments.get(i)), FRAME_MILLIS,
                            LAST_FRAME_MILLIS);
                } else {
                    studio.write(moments.getLast(), stream);
                }
            });
        } catch (OutOfMemoryError e) {
            throw new BadInputException(target + ": there is not enough memory for " + width + "x" + height
                    + " pixels; choose a smaller --size", e);
        }
    }

    /// Weights that are no numbers have no landscape.
    private void prepare(PictureStudio studio, Moment end) throws BadInputException {
        try {
            studio.prepare(end);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
        }
    }

    /// The theme of a picture, known without JavaFX.
    private enum ThemeName implements Named {
        LIGHT(false, false), DARK(true, false), HIGH_CONTRAST_LIGHT(false, true), HIGH_CONTRAST_DARK(true, true);

        private final boolean dark;
        private final boolean highContrast;

        ThemeName(boolean dark, boolean highContrast) {
            this.dark = dark;
            this.highContrast = highContrast;
        }

        @Override
        public String id() {
            return Named.kebab(this);
        }
    }

    private enum PictureFormat implements Named {
        PNG, SVG, GIF;

        @Override
        public String id() {
            return Named.kebab(this);
        }
    }

    private static final class KindReader extends NamedReader<PictureKind> {
        KindReader() {
            super(PictureKind.class);
        }
    }

    private static final class ThemeReader extends NamedReader<ThemeName> {
        ThemeReader() {
            super(ThemeName.class);
        }
    }

    private static final class VisionReader extends NamedReader<ColorVision> {
        VisionReader() {
            super(ColorVision.class);
        }
    }

    private static final class FormatReader extends NamedReader<PictureFormat> {
        FormatReader() {
            super(PictureFormat.class);
        }
    }
}
