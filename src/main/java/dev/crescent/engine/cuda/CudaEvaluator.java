package dev.crescent.engine.cuda;

import dev.crescent.engine.Cost;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs a network on the device, some samples at a time.
final class CudaEvaluator implements Evaluator {
    private static final int MOST = 4096;
    private static final long ROOM = 128L << 20;

    private final Device device;
    private final Model.Network network;
    private final List<Integer> inputShape;
    private final List<Integer> widths;
    private final ParameterLayout layout;
    /// Null where the network is too large for one block, or has layers that are not for it.
    private final @Nullable FusedPlan fused;
    private final Step.Moment moment = new Step.Moment(0);
    /// That it is asked for at once, about.
    private final double mostSamples;

    CudaEvaluator(Model.Network network, List<Integer> inputShape, Device device) {
        this(network, inputShape, device, Device.MOST_WORK);
    }

    /// @param mostWork multiply-adds that the device is asked for at once, about
    CudaEvaluator(Model.Network network, List<Integer> inputShape, Device device, double mostWork) {
        this.device = device;
        this.network = network;
        this.inputShape = List.copyOf(inputShape);
        this.widths = Shapes.of(network, inputShape).stream().map(Shapes::width).toList();
        this.layout = ParameterLayout.of(network, inputShape);
        this.mostSamples = mostWork / Cost.forward(network, inputShape);
        this.fused = FusedPlan.ofOutputs(network, inputShape).orElse(null);
    }

    @Override
    public ParameterLayout layout() {
        return layout;
    }

    /// What it needs on the device it takes for each call, and gives back.
    @Override
    public void forward(float[] parameters, float[] inputs, int count, float[] @Nullable [] outputs) {
        if (count == 0) {
            return;
        }
        if (fused != null) {
            atOnce(fused, parameters, inputs, count, outputs);
            return;
        }
        int width = Shapes.width(inputShape);
        int widest = Math.max(width, widths.stream().mapToInt(Integer::intValue).max().orElse(1));
        int capacity = (int) Math.clamp(Math.min((double) ROOM / Float.BYTES / widest, mostSamples), 1, Math.min(MOST, count));
        synchronized (device) {
            device.use();
            try (Arena arena = new Arena(device)) {
                Net net = new Net(network, inputShape, false, capacity, arena, device.driver);
                device.upload(parameters, 0, layout.total(), net.parameters);
                long all = arena.floats((long) width * count);
                device.upload(inputs, 0, width * count, all);
                long[] stored = new long[widths.size()];
                for (int i = 0; i < stored.length; i++) {
                    stored[i] = outputs[i] == null ? 0 : arena.floats((long) widths.get(i) * count);
                }
                run(net, all, count, capacity, stored);
                for (int i = 0; i < stored.length; i++) {
                    float[] output = outputs[i];
                    if (output != null) {
                        device.download(stored[i], output, 0, widths.get(i) * count);
                    }
                }
            }
        }
    }

    /// All units of all layers over all samples, in one launch, or in some where that would be too long.
    private void atOnce(FusedPlan plan, float[] parameters, float[] inputs, int count, float[] @Nullable [] outputs) {
        boolean[] wanted = new boolean[outputs.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = outputs[i] != null;
        }
        int rows = plan.store(wanted);
        int width = Shapes.width(inputShape);
        synchronized (device) {
            device.use();
            try (Arena arena = new Arena(device)) {
                CudaDriver.Launch launch = device.driver.launch("fused_outputs", 7);
                long values = arena.floats(layout.total());
                long all = arena.floats((long) width * count);
                long stored = arena.floats((long) rows * count);
                Launches.set(launch, plan.upload(arena, device), values, all, stored);
                launch.set(4, count);
                launch.set(5, plan.samples);
                device.upload(parameters, 0, layout.total(), values);
                device.upload(inputs, 0, width * count, all);
                int blocks = Math.ceilDiv(count, plan.samples);
                int blocksAtOnce = (int) Math.clamp(mostSamples / plan.samples, 1, blocks);
                for (int first = 0; first < blocks; first += blocksAtOnce) {
                    launch.set(6, first * plan.samples);
                    launch.size(Math.min(blocksAtOnce, blocks - first), 1, plan.threads, plan.sharedBytes());
                    launch.run();
                    device.await();
                }
                for (int i = 0; i < outputs.length; i++) {
                    float[] output = outputs[i];
                    if (output != null) {
                        device.download(stored + (long) plan.row(i) * count * Float.BYTES, output, 0, widths.get(i) * count);
                    }
                }
            }
        }
    }

    private void run(Net net, long all, int count, int capacity, long[] stored) {
        CudaDriver.Launch in = device.driver.launch("transpose_from", 6);
        CudaDriver.Launch out = device.driver.launch("transpose", 6);
        for (int first = 0; first < count; first += capacity) {
            int now = Math.min(capacity, count - first);
            turn(in, all, net.input.address(), now, net.input.width(), count, first);
            net.forward(now, moment);
            for (int i = 0; i < stored.length; i++) {
                if (stored[i] != 0) {
                    turn(out, net.step(i).output().address(), stored[i], now, widths.get(i), count, first);
                }
            }
            device.await();
        }
    }

    private static void turn(CudaDriver.Launch launch, long from, long to, int rows, int columns, int pitch, int first) {
        Launches.set(launch, from, to);
        launch.set(2, rows);
        launch.set(3, columns);
        launch.set(4, pitch);
        launch.set(5, first);
        Device.over(launch, (long) rows * columns);
    }
}
