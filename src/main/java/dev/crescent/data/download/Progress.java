package dev.crescent.data.download;

/// How far a download is.
///
/// @param done bytes that are here, those from an earlier attempt too; becomes less where a file has to start over
/// @param total bytes of all files
/// @param bytesPerSecond of late; NaN before that is known
/// @param file that comes at present
public record Progress(long done, long total, double bytesPerSecond, String file) {
    /// From 0 to 1.
    public double share() {
        return (double) done / total;
    }
}
