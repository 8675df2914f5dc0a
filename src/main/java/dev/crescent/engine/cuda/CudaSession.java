package dev.crescent.engine.cuda;

import dev.crescent.engine.Cost;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Training;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One network in training on the device, where data, parameters and the optimizer's memory stay.
final class CudaSession implements Session {
    /// Samples that go through the network at once, where a sample is small.
    private static final int MOST = 1024;
    /// Bytes that one layer's outputs may take, about.
    private static final long ROOM = 256L << 20;

    private final Problem problem;
    private final Device device;
    private final Arena arena;
    private final Net net;
    private final Head head;
    private final Update update;
    /// Null where the network is too large for one block, or has layers that are not for it.
    private final @Nullable FusedTrainer fused;
    private final Step.Moment moment;
    private final int capacity;
    private final Parts parts;
    private final long order;
    private final CudaDriver.Launch gather;
    private long since;

    private CudaSession(Problem problem, Device device, Arena arena, boolean mayFuse, LongSupplier clock) {
        CudaDriver driver = device.driver;
        Training settings = problem.training();
        Activation activation = problem.network().output().activation();
        this.problem = problem;
        this.device = device;
        this.arena = arena;
        this.moment = new Step.Moment(settings.seed());
        this.capacity = capacity(problem);
        this.net = new Net(problem.network(), problem.inputShape(), Head.fuses(settings.loss(), activation), capacity, arena,
                driver);
        this.head = new Head(settings.loss(), activation, net.last(), capacity, arena, driver);
        this.update = new Update(settings, net, arena, device);
        this.order = arena.floats(capacity);
        this.gather = driver.launch("gather", 6);
        this.parts = new Parts(device, arena);
        parts.of(problem.train());
        this.fused = mayFuse ? FusedPlan.ofTraining(problem, update.vectors())
                .map(plan -> new FusedTrainer(plan, problem, List.of(settings.optimizer()), net.parameters, update.vector(0),
                        update.vector(1), arena, device, clock)).orElse(null) : null;
        update.load(OptimizerState.START);
        device.upload(InitialParameters.of(problem.network(), problem.inputShape()), 0, net.layout.total(), net.parameters);
    }

    /// @throws CudaException if there is too little memory, or the device fails otherwise; nothing is left on it then
    static CudaSession open(Problem problem, Device device) {
        return open(problem, device, true, System::nanoTime);
    }

    /// Likewise.
    ///
    /// @param mayFuse whether a small network may be trained by one kernel for all
    /// @param clock nanoseconds, by which launches are as long as they should be
    static CudaSession open(Problem problem, Device device, boolean mayFuse, LongSupplier clock) {
        return device.open(arena -> new CudaSession(problem, device, arena, mayFuse, clock));
    }

    /// Batch normalization looks at the whole mini-batch.
    private static int capacity(Problem problem) {
        int batch = problem.training().batchSize();
        ParameterLayout layout = ParameterLayout.of(problem.network(), problem.inputShape());
        int widest = Shapes.of(problem.network(), problem.inputShape()).stream()
                .mapToInt(Shapes::width).max().orElse(1);
        int affordable = (int) Math.clamp(Math.min((double) ROOM / Float.BYTES / Math.max(widest, problem.train().width()),
                Device.MOST_WORK / Cost.training(problem.network(), problem.inputShape())), 1, MOST);
        return layout.statistics().isEmpty() ? affordable : Math.max(affordable, batch);
    }

    @Override
    public ParameterLayout layout() {
        return net.layout;
    }

    @Override
    public void load(float[] values, OptimizerState state) {
        if (values.length != net.layout.total()) {
            throw new IllegalArgumentException("The network has " + net.layout.total() + " parameters and statistics, not "
                    + values.length + ".");
        }
        synchronized (device) {
            device.use();
            update.load(state);
            device.upload(values, 0, values.length, net.parameters);
            moment.step = state.step();
            since = state.since();
        }
    }

    @Override
    public float[] parameters() {
        return values(net.parameters, net.layout.total());
    }

    private float[] values(long address, int count) {
        synchronized (device) {
            device.use();
            float[] values = new float[count];
            device.download(address, values, 0, count);
            return values;
        }
    }

    @Override
    public OptimizerState optimizerState() {
        synchronized (device) {
            device.use();
            return update.state(moment.step, since);
        }
    }

    @Override
    public int stride() {
        return fused == null ? 1 : fused.stride();
    }

    @Override
    public int trainAll(int[] samples, int from, int count, int batch, double[] rates, double[] losses) {
        if (fused == null || !fused.takes(batch)) {
            return Session.super.trainAll(samples, from, count, batch, rates, losses);
        }
        synchronized (device) {
            device.use();
            fused.train(parts.of(problem.train()), samples, from, count, batch, moment.step, new long[] {since},
                    new double[][] {rates}, new double[][] {losses});
            int steps = Math.ceilDiv(count, batch);
            int taken = 1;
            while (taken < steps && Double.isFinite(losses[taken - 1])) {
                taken++;
            }
            moment.step += taken;
            return taken;
        }
    }

    @Override
    public double train(int[] samples, int from, int count, double learningRate) {
        if (fused != null && fused.takes(count)) {
            double[] loss = new double[1];
            trainAll(samples, from, count, count, new double[] {learningRate}, loss);
            return loss[0];
        }
        synchronized (device) {
            device.use();
            differentiate(samples, from, count);
            moment.step++;
            update.run(learningRate, moment.step - since);
            net.remember();
            return head.sums(device)[0] / head.divisor(count);
        }
    }

    @Override
    public double gradient(int[] samples, int from, int count, float[] into) {
        synchronized (device) {
            device.use();
            differentiate(samples, from, count);
            device.download(net.gradient, into, 0, net.layout.size());
            return head.sums(device)[0] / head.divisor(count);
        }
    }

    /// Fills the gradient, penalties included, and the sum of losses.
    private void differentiate(int[] samples, int from, int count) {
        Parts.Copy data = parts.of(problem.train());
        moment.training = true;
        double divisor = head.divisor(count);
        for (int first = 0; first < count; first += capacity) {
            int now = Math.min(capacity, count - first);
            device.upload(samples, from + first, now, order);
            gather(data, order, 0, now);
            moment.first = first;
            net.forward(now, moment);
            head.measure(now, divisor, first == 0);
            net.backward(now, first == 0);
        }
        update.penalize();
    }

    /// @param numbers of samples on the device; 0: in their own order
    private void gather(Parts.Copy data, long numbers, int from, int count) {
        gather(data.inputs(), numbers, net.input.address(), from, count, net.input.width());
        gather(data.targets(), numbers, head.targets, from, count, problem.network().output().units());
    }

    private void gather(long rows, long numbers, long to, int from, int count, int width) {
        Launches.set(gather, rows, numbers, to);
        gather.set(3, from);
        gather.set(4, count);
        gather.set(5, width);
        Device.over(gather, (long) count * width);
    }

    @Override
    public Metrics evaluate(Part part) {
        return evaluate(problem.samples(part));
    }

    @Override
    public Metrics evaluate(Samples samples) {
        int count = samples.count();
        if (count == 0) {
            return Metrics.NONE;
        }
        synchronized (device) {
            device.use();
            Parts.Copy data = parts.of(samples);
            moment.training = false;
            for (int first = 0; first < count; first += capacity) {
                int now = Math.min(capacity, count - first);
                gather(data, 0, first, now);
                net.forward(now, moment);
                head.measure(now, 0, first == 0);
                if (data.labels() != 0) {
                    head.count(data.labels(), first, now, first == 0);
                }
                device.await();
            }
            double[] sums = head.sums(device);
            return new Metrics(sums[0] / head.divisor(count), data.labels() == 0 ? Double.NaN : sums[1] / count);
        }
    }

    @Override
    public void close() {
        synchronized (device) {
            if (!device.isLost()) {
                device.use();
                arena.close();
            }
        }
    }
}
