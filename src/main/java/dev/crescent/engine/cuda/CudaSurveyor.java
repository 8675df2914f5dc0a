package dev.crescent.engine.cuda;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Surveyor;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Measures small networks on the device, a block each.
final class CudaSurveyor implements Surveyor {
    /// In one launch.
    private static final int MOST_PLACES = 1 << 14;

    private final Device device;
    private final FusedPlan plan;
    private final Samples samples;
    private final LongSupplier clock;
    private final Arena arena;
    private final Slice slice = new Slice();
    /// `[3][size]`: origin, and both directions.
    private final long plane;
    /// `[MOST_PLACES][2]`
    private final long places;
    /// `[MOST_PLACES]`
    private final long losses;
    private final Parts.Copy data;
    private final CudaDriver.Launch launch;

    private CudaSurveyor(FusedPlan plan, Samples samples, Device device, Arena arena, LongSupplier clock) {
        this.device = device;
        this.plan = plan;
        this.samples = samples;
        this.clock = clock;
        this.arena = arena;
        this.plane = arena.doubles(3L * plan.layout.size());
        this.places = arena.doubles(2L * MOST_PLACES);
        this.losses = arena.doubles(MOST_PLACES);
        this.data = new Parts(device, arena).of(samples);
        this.launch = device.driver.launch("fused_losses", 10);
        Launches.set(launch, plan.upload(arena, device));
        launch.set(4, plan.samples);
        launch.set(5, plane);
        launch.set(6, plane + (long) plan.layout.size() * Double.BYTES);
        launch.set(7, plane + 2L * plan.layout.size() * Double.BYTES);
        launch.set(8, places);
        launch.set(9, losses);
    }

    /// @param clock nanoseconds, by which launches are as long as they should be
    /// @return empty where the network is too large for one block, or has layers that are not for it
    /// @throws CudaException if there is too little memory, or the device fails otherwise; nothing is left on it then
    static Optional<CudaSurveyor> open(Problem problem, Samples samples, Device device, LongSupplier clock) {
        return FusedPlan.ofLosses(problem).map(plan -> device.open(arena -> new CudaSurveyor(plan, samples, device, arena, clock)));
    }

    @Override
    public ParameterLayout layout() {
        return plan.layout;
    }

    /// No fewer than there are multiprocessors, since that would not be shorter.
    @Override
    public int stride() {
        return Math.min(Math.max(slice.steps(), device.driver.multiprocessors()), MOST_PLACES);
    }

    @Override
    public void losses(double[] origin, double[] u, double[] v, double[] at, double[] into) {
        Surveyor.check(plan.layout, origin, u, v, at, into);
        if (samples.count() == 0) {
            Arrays.fill(into, Double.NaN);
            return;
        }
        synchronized (device) {
            device.use();
            long size = plan.layout.size();
            device.upload(origin, 0, plan.layout.size(), plane);
            device.upload(u, 0, plan.layout.size(), plane + size * Double.BYTES);
            device.upload(v, 0, plan.layout.size(), plane + 2 * size * Double.BYTES);
            for (int done = 0; done < into.length;) {
                int now = Math.min(stride(), into.length - done);
                long start = clock.getAsLong();
                device.upload(at, 2 * done, 2 * now, places);
                Arrays.fill(into, done, done + now, 0);
                launch.size(now, 1, plan.threads, plan.sharedBytes());
                for (int first = 0; first < samples.count(); first += FusedPlan.MOST_MEASURED) {
                    addLosses(first, into, done, now);
                }
                slice.took(now, clock.getAsLong() - start);
                done += now;
            }
        }
    }

    /// Adds what some samples give to the means at the places that lie on the device.
    private void addLosses(int first, double[] into, int done, int now) {
        int count = Math.min(FusedPlan.MOST_MEASURED, samples.count() - first);
        launch.set(1, Launches.at(data.inputs(), first * samples.width()));
        launch.set(2, Launches.at(data.targets(), first * samples.outputs()));
        launch.set(3, count);
        launch.run();
        double[] means = device.doubles(losses, now);
        for (int i = 0; i < now; i++) {
            into[done + i] += means[i] * ((double) count / samples.count());
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
