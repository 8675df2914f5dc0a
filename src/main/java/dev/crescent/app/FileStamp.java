package dev.crescent.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Tells a file from what it becomes when it is written again.
///
/// @param text its length and the time of its last change; empty if nobody knows
record FileStamp(String text) {
    static final FileStamp UNKNOWN = new FileStamp("");

    /// Of a file as it is now; unknown if it cannot be looked at.
    static FileStamp of(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(found.size() + " " + found.lastModifiedTime());
        } catch (IOException e) {
            return UNKNOWN; // whoever reads or writes it says why
        }
    }

    /// Whether the file is there and another one than it was.
    boolean isOutdated(Path file) {
        FileStamp now = of(file);
        return !equals(UNKNOWN) && !now.equals(UNKNOWN) && !equals(now);
    }
}
