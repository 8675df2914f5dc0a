package dev.crescent.engine.cuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The kernels that PTX has, and the arguments they take: the driver asks for no types and would read whatever lies there.
final class PtxKernels {
    private static final Pattern ENTRY = Pattern.compile("\\.entry (\\w+)\\(([^)]*)\\)");
    /// `.param .u64 name` or, for a struct, `.param .align 8 .b8 name[16]`.
    private static final Pattern PARAMETER =
            Pattern.compile("\\.param(?: \\.align \\d+)? \\.[bsuf](\\d+) [^,\\[]*(?:\\[(\\d+)])?");
    private static final int BITS = 8;

    private PtxKernels() {}

    /// @return for each kernel the bytes of each argument, in their order
    static Map<String, List<Integer>> read(String ptx) {
        Map<String, List<Integer>> kernels = new HashMap<>();
        Matcher entry = ENTRY.matcher(ptx);
        while (entry.find()) {
            List<Integer> sizes = new ArrayList<>();
            Matcher parameter = PARAMETER.matcher(entry.group(2));
            while (parameter.find()) {
                String elements = parameter.group(2);
                sizes.add(Integer.parseInt(parameter.group(1)) / BITS * (elements == null ? 1 : Integer.parseInt(elements)));
            }
            kernels.put(entry.group(1), List.copyOf(sizes));
        }
        return kernels;
    }
}
