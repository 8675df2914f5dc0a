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
    /// Null before it is prepared, and after it failed.
    private @Nullable Device device;
    /// Why there is none and will be none.
    private @Nullable Trouble trouble;

    /// @param spare what the GPU is checked against, and what goes on in its place
    /// @param told a sentence for the user when that happens, on the thread that trains
    public CudaEngine(Engine spare, Consumer<String> told) {
        this(spare, told, CudaDrivers.here()::open);
    }

    CudaEngine(Engine spare, Consumer<String> told, Supplier<CudaDrivers.Result> drivers) {
        this.spare = spare;
        this.told = told;
        this.drivers = drivers;
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
    }

    /// The GPU's name, once it is prepared.
    synchronized Optional<String> gpu() {
        return Optional.ofNullable(device).map(ready -> ready.driver.name());
    }

    private synchronized Device device(Preparation watcher) throws UnavailableException {
        if (device != null) {
            return device;
        }
        if (trouble == null) {
            device = opened(watcher);
        }
        if (device == null) {
            throw new UnavailableException(Objects.requireNonNullElse(trouble, Trouble.UNEXPECTED).sentence());
        }
        return device;
    }

    private @Nullable Device opened(Preparation watcher) {
        switch (drivers.get()) {
            case CudaDrivers.Refused refused -> trouble = refused.trouble();
            case CudaDrivers.Opened ready -> {
                Device made = new Device(ready.driver());
                watcher.goesOn("Preparing the GPU", 0);
                try {
                    ready.driver().load(kernels());
                    if (SelfTest.passes(made, spare)) {
                        return made;
                    }
                    trouble = Trouble.WRONG_RESULTS;
                } catch (CudaException e) {
                    trouble = e.trouble();
                } finally {
                    watcher.goesOn("Preparing the GPU", 1);
                }
                made.close();
            }
        }
        return null;
    }

    private static byte[] kernels() {
        try (InputStream in = CudaEngine.class.getResourceAsStream(KERNELS)) {
            return Objects.requireNonNull(in, KERNELS).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the device fails at once, the other engine's session.
    @Override
    public Session open(Problem problem) {
        refuses(problem).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        try {
            Device ready = device(Preparation.QUIET);
            return new GuardedSession(problem, CudaSession.open(problem, ready), this::failed, spare::open);
        } catch (CudaException e) {
            failed(e);
            return GuardedSession.elsewhere(spare.open(problem));
        } catch (UnavailableException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Small networks beside each other in one launch, others one after the other.
    @Override
    public Sweep sweep(Problem problem, List<Optimizer> optimizers) {
        refuses(problem).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        try {
            Optional<CudaSweep> small = CudaSweep.open(problem, optimizers, device(Preparation.QUIET), System::nanoTime);
            return small.isEmpty() ? Engine.super.sweep(problem, optimizers)
                    : new GuardedSweep(small.get(), this::failed, () -> spare.sweep(problem, optimizers),
                            System::nanoTime);
        } catch (CudaException e) {
            failed(e);
            return spare.sweep(problem, optimizers);
        } catch (UnavailableException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Small networks many at once, others one after the other.
    @Override
    public Surveyor surveyor(Problem problem, Samples samples) {
        refuses(problem).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        try {
            Optional<CudaSurveyor> small = CudaSurveyor.open(problem, samples, device(Preparation.QUIET), System::nanoTime);
            return small.isEmpty() ? Engine.super.surveyor(problem, samples)
                    : new GuardedSurveyor(small.get(), this::failed, () -> spare.surveyor(problem, samples));
        } catch (CudaException e) {
            failed(e);
            return spare.surveyor(problem, samples);
        } catch (UnavailableException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void failed(CudaException failure) {
        Trouble what = failure.trouble();
        if (what.after() != Trouble.After.ANY_TIME) {
            trouble = what;
            device = null;
        }
        told.accept(what.sentence() + "; training goes on with the device " + spare.id() + ", and nothing is lost.");
    }

    /// @throws IllegalStateException if CUDA cannot be used on this machine
    @Override
    public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
        try {
            return new CudaEvaluator(network, inputShape, device(Preparation.QUIET));
        } catch (UnavailableException e) {
            throw new IllegalStateException(e);
        }
    }
}
