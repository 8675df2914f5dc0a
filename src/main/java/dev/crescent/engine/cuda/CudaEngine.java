package dev.crescent.engine.cuda;

import dev.crescent.engine.Cost;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.Surveyor;
import dev.crescent.engine.Sweep;
import dev.crescent.engine.UnavailableException;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Training on an NVIDIA GPU. Of CUDA nothing is loaded before it is prepared; then the GPU has to come to the same numbers
/// as another engine, which also goes on in its place where it fails.
public final class CudaEngine implements Engine {
    private static final String KERNELS = "crescent.ptx";
    /// Multiply-adds of a step from which on it is taken to gain: a step's launches last some tenths of a millisecond at most, in
    /// which two cores do about a third of so many. An estimate, not measured on a GPU.
    private static final double LARGE_STEP = 1e8;

    private final Engine spare;
    private final Consumer<String> told;
    private final Supplier<CudaDrivers.Result> drivers;
    private final long longestNanos;
    /// Null before it is prepared, and after it failed.
    private @Nullable Device device;
    /// Why there is none, and will be none.
    private @Nullable Trouble trouble;
    /// Whether there was one once: whoever asks for it then goes on elsewhere.
    private boolean wasReady;
    /// What may be over soon, and was told; null where all went well since.
    private @Nullable Trouble passing;

    /// @param spare what the GPU is checked against, and what goes on in its place
    /// @param told a sentence for the user when that happens, on the thread that trains
    public CudaEngine(Engine spare, Consumer<String> told) {
        this(spare, told, CudaDrivers.here()::open);
    }

    CudaEngine(Engine spare, Consumer<String> told, Supplier<CudaDrivers.Result> drivers) {
        this(spare, told, drivers, Device.LONGEST_NANOS);
    }

    /// @param longestNanos how long the GPU may be busy before it is taken for lost
    CudaEngine(Engine spare, Consumer<String> told, Supplier<CudaDrivers.Result> drivers, long longestNanos) {
        this.spare = spare;
        this.told = told;
        this.drivers = drivers;
        this.longestNanos = longestNanos;
    }

    @Override
    public String id() {
        return "cuda";
    }

    /// The GPU's name. The driver alone is asked: the kernels are neither loaded nor tried.
    @Override
    public synchronized String machine() throws UnavailableException {
        if (device != null) {
            return device.driver.name();
        }
        if (trouble != null) {
            throw new UnavailableException(trouble.sentence());
        }
        switch (drivers.get()) {
            case CudaDrivers.Refused refused -> throw new UnavailableException(refused.trouble().sentence());
            case CudaDrivers.Opened ready -> {
                try (CudaDriver driver = ready.driver()) {
                    return driver.name();
                } catch (CudaException e) {
                    throw UnavailableException.because(e.trouble().sentence(), e);
                }
            }
        }
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return problem.flaw();
    }

    @Override
    public boolean onDevice() {
        return true;
    }

    @Override
    public boolean gains(Problem problem) {
        double step = Cost.training(problem.network(), problem.inputShape())
                * Math.min(problem.training().batchSize(), Math.max(1, problem.train().count()));
        return step >= LARGE_STEP;
    }

    @Override
    public void prepare(Preparation watcher) throws UnavailableException {
        device(watcher);
        wentWell();
    }

    /// The GPU, once it is prepared, and until it is lost.
    public synchronized Optional<Gpu> gpu() {
        return Optional.ofNullable(device).map(ready -> new Gpu(ready.driver.name(), DriverVersion.of(ready.driver.version())));
    }

    private synchronized Device device(Preparation watcher) throws UnavailableException {
        Device there = device;
        if (there == null) {
            if (trouble != null) {
                throw new UnavailableException(trouble.sentence());
            }
            there = opened(watcher);
            device = there;
            wasReady = true;
        }
        return there;
    }

    private Device opened(Preparation watcher) throws UnavailableException {
        switch (drivers.get()) {
            case CudaDrivers.Refused refused -> throw refused(refused.trouble());
            case CudaDrivers.Opened ready -> {
                Device made = new Device(ready.driver(), longestNanos);
                try {
                    Optional<Trouble> why = troubleOf(made, watcher);
                    if (why.isPresent()) {
                        throw refused(why.get());
                    }
                    return made;
                } catch (UnavailableException | RuntimeException | Error e) {
                    made.close();
                    throw e;
                }
            }
        }
    }

    /// Remembers a trouble that stays: not that of a GPU which others need now.
    private UnavailableException refused(Trouble why) {
        if (why.after() != Trouble.After.ANY_TIME) {
            trouble = why;
        }
        return new UnavailableException(why.sentence());
    }

    /// What is wrong with a device that was opened.
    private Optional<Trouble> troubleOf(Device made, Preparation watcher) {
        watcher.goesOn("Preparing the GPU", 0);
        try {
            made.driver.load(kernels());
            return SelfTest.passes(made, spare) ? Optional.empty() : Optional.of(Trouble.WRONG_RESULTS);
        } catch (CudaException e) {
            return Optional.of(e.trouble());
        } finally {
            watcher.goesOn("Preparing the GPU", 1);
        }
    }

    private static byte[] kernels() {
        try (InputStream in = CudaEngine.class.getResourceAsStream(KERNELS)) {
            return Objects.requireNonNull(in, KERNELS).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the device fails at once, or failed before, the other engine's session.
    @Override
    public Session open(Problem problem) {
        check(problem);
        return onDevice(ready -> opened(new GuardedSession(problem, CudaSession.open(problem, ready), this::failed, spare::open,
                System::nanoTime)),
                () -> GuardedSession.elsewhere(spare.open(problem)));
    }

    /// Small networks beside each other in one launch, others one after the other.
    @Override
    public Sweep sweep(Problem problem, List<Optimizer> optimizers) {
        check(problem);
        Supplier<Sweep> elsewhere = () -> spare.sweep(problem, optimizers);
        return onDevice(ready -> CudaSweep.open(problem, optimizers, ready, System::nanoTime)
                .<Sweep>map(small -> opened(new GuardedSweep(small, this::failed, elsewhere, System::nanoTime)))
                .orElseGet(() -> Engine.super.sweep(problem, optimizers)), () -> GuardedSweep.elsewhere(elsewhere.get()));
    }

    /// Small networks many at once, others one after the other.
    @Override
    public Surveyor surveyor(Problem problem, Samples samples) {
        check(problem);
        Supplier<Surveyor> elsewhere = () -> spare.surveyor(problem, samples);
        return onDevice(ready -> CudaSurveyor.open(problem, samples, ready, System::nanoTime)
                .<Surveyor>map(small -> opened(new GuardedSurveyor(small, this::failed, elsewhere)))
                .orElseGet(() -> Engine.super.surveyor(problem, samples)), () -> GuardedSurveyor.elsewhere(elsewhere.get()));
    }

    @Override
    public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
        Supplier<Evaluator> elsewhere = () -> spare.evaluator(network, inputShape);
        return onDevice(ready -> new GuardedEvaluator(new CudaEvaluator(network, inputShape, ready), this::failed, elsewhere),
                () -> GuardedEvaluator.elsewhere(elsewhere.get()));
    }

    private void check(Problem problem) {
        refuses(problem).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
    }

    /// What opens on the device. Where the device fails at once, or was lost before, what the other engine opens: training that
    /// opens something anew now and then goes on.
    ///
    /// @throws IllegalStateException if there never was a device
    private <T> T onDevice(Function<Device, T> opens, Supplier<T> elsewhere) {
        Device ready;
        try {
            ready = device(Preparation.QUIET);
        } catch (UnavailableException e) {
            if (wasReady()) {
                return elsewhere.get();
            }
            throw new IllegalStateException(e);
        }
        try {
            return opens.apply(ready);
        } catch (CudaException e) {
            T other = elsewhere.get();
            failed(e);
            return other;
        }
    }

    private <T> T opened(T onDevice) {
        wentWell();
        return onDevice;
    }

    private synchronized void wentWell() {
        passing = null;
    }

    private synchronized boolean wasReady() {
        return wasReady;
    }

    /// Tells once of a device that is lost, however many were open on it, and gives back what they have there; and once of what
    /// may be over soon, however many it happens to, until something was opened again.
    private void failed(CudaException failure) {
        Trouble what = failure.trouble();
        if (what.after() == Trouble.After.ANY_TIME) {
            if (isNew(what)) {
                tell(what);
            }
            return;
        }
        Optional<Device> gone = lost(failure);
        if (gone.isPresent()) {
            tell(what);
            // Others may be on their way through the driver, and whoever asks for the engine does not wait for them.
            gone.get().close();
        }
    }

    /// The device, which nobody is given any more; empty where it was lost before.
    private synchronized Optional<Device> lost(CudaException failure) {
        Device gone = device;
        if (gone == null) {
            return Optional.empty();
        }
        gone.abandon(failure);
        trouble = failure.trouble();
        device = null;
        return Optional.of(gone);
    }

    private synchronized boolean isNew(Trouble what) {
        boolean known = what == passing;
        passing = what;
        return !known;
    }

    /// Whatever failed: training, measuring, or closing, behind which nothing goes on but what is opened next.
    private void tell(Trouble what) {
        told.accept(what.sentence() + "; the device " + spare.id() + " goes on instead, and nothing is lost.");
    }
}
