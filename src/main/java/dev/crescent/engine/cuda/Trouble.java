package dev.crescent.engine.cuda;

/// Why CUDA cannot be used, or no more.
enum Trouble {
    /// Another system or processor than those that jcuda has a library for.
    NO_LIBRARY("CUDA can be used on Linux and Windows with x86-64 processors only", After.NEVER),
    /// The folder for jcuda's library cannot take it.
    NOT_UNPACKED("Crescent's library for CUDA cannot be unpacked into its cache folder", After.NEVER),
    SWITCHED_OFF("CUDA was switched off when Crescent was started", After.NEVER),
    NO_DRIVER("No NVIDIA driver is installed, or it cannot be loaded", After.NEVER),
    NO_DEVICE("The NVIDIA driver finds no GPU", After.NEVER),
    DRIVER_TOO_OLD("The NVIDIA driver is too old; version 450 or newer is needed", After.NEVER),
    /// The kernel module of the system and the driver's library are of two versions, as after an update.
    DRIVER_CHANGED("The NVIDIA driver was updated while the system ran; restart the system to use the GPU", After.NEVER),
    GPU_TOO_OLD("The GPU is too old; a GeForce GTX 16 or RTX 20, or newer, is needed", After.NEVER),
    /// Another process has it for itself, or an administrator forbids it.
    GPU_BUSY("The GPU is reserved by another program", After.ANY_TIME),
    OUT_OF_MEMORY("The GPU has too little free memory for this", After.ANY_TIME),
    /// Nothing of the context can be used any more, and often nothing of the process either.
    LOST("The GPU stopped working; it can be used again after a restart of Crescent", After.RESTART),
    WRONG_RESULTS("The GPU calculates wrongly in Crescent's test of it, so it is not used", After.NEVER),
    /// A mistake in Crescent, or something new in the driver.
    UNEXPECTED("The NVIDIA driver reported an unexpected error, so the GPU is not used", After.RESTART);

    /// When it is worth trying again.
    enum After {
        /// With less to do, or a little later.
        ANY_TIME,
        /// Not in this process.
        RESTART,
        /// When something was changed on the machine; not in this process.
        NEVER
    }

    private final String sentence;
    private final After after;

    Trouble(String sentence, After after) {
        this.sentence = sentence;
        this.after = after;
    }

    /// One sentence for the user, without its full stop.
    String sentence() {
        return sentence;
    }

    /// When it is worth trying again.
    After after() {
        return after;
    }

    /// What a driver's answer means.
    ///
    /// @param code a CUresult other than 0
    static Trouble of(int code) {
        return switch (code) {
            // The library is a toolkit's stand-in for a driver.
            case 34 -> NO_DRIVER;
            case 100, 101 -> NO_DEVICE;
            // No PTX of that version, or a compiler that is not there.
            case 36, 221, 222, 223 -> DRIVER_TOO_OLD;
            case 803 -> DRIVER_CHANGED;
            case 209, 218, 804 -> GPU_TOO_OLD;
            case 46, 102 -> GPU_BUSY;
            // At a launch too many resources asked for have the same cure: less at a time.
            case 2, 701 -> OUT_OF_MEMORY;
            case 4, 214, 220, 700, 702, 709, 710, 714, 715, 716, 717, 718, 719, 999 -> LOST;
            default -> UNEXPECTED;
        };
    }
}
