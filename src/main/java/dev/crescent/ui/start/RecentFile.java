package dev.crescent.ui.start;

import java.nio.file.Path;

/// A file that was opened or saved of late.
///
/// @param name without folder and extension
/// @param when it was written, a few words; empty while nobody knows
/// @param gone whether it is not there any more
public record RecentFile(Path path, String name, String when, boolean gone) {}
