package dev.crescent.data.download;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// What is said when a download fails.
///
/// @param folder where the files were to lie
record Sentences(RemoteImages images, Path folder) {
    /// @param failures one or more, of different mirrors, in the order in which they happened
    DownloadException of(RemoteFile file, List<MirrorException> failures) {
        MirrorException worst = failures.getFirst();
        for (MirrorException each : failures) {
            worst = each.kind().compareTo(worst.kind()) > 0 ? each : worst;
        }
        String host = worst.host();
        String elsewhere = "; try again later, or get it elsewhere and put it into " + folder;
        return failed(switch (worst.kind()) {
            case UNREACHABLE -> failures.stream().map(MirrorException::host).distinct().collect(Collectors.joining(" and "))
                    + " cannot be reached; check that this machine is connected to the Internet, and try again";
            case REFUSED -> host + " does not give out " + file.name() + " (" + worst.getMessage() + ")" + elsewhere;
            case BROKEN -> worst.getMessage() + " in the middle of " + file.name() + "; what has come is kept in " + folder
                    + ", so try again to go on from there";
            case PAGE -> host + " seems to answer with a web page instead of " + file.name()
                    + ", as networks do that one has to sign in to; sign in with a browser, and try again";
            case WRONG -> "what " + host + " sends as " + file.name() + " is not the published file, " + worst.getMessage()
                    + elsewhere;
        }, worst);
    }

    DownloadException noRoom(long needed, long free) {
        return new DownloadException(images.name() + " needs " + megabytes(needed) + " more in " + folder + ", and "
                + megabytes(free) + " are free there; make room, and try again");
    }

    DownloadException full(long needed, IOException cause) {
        return failed("the disk of " + folder + " is full, and " + megabytes(needed)
                + " more are needed; make room, and try again to go on from there", cause);
    }

    DownloadException unwritable(IOException cause) {
        String reason = cause instanceof AccessDeniedException ? "its permissions forbid it"
                : cause instanceof FileSystemException system ? Objects.requireNonNullElse(system.getReason(), "it takes no files")
                : String.valueOf(cause.getMessage());
        return failed(folder + " cannot be written to (" + reason + "); make it a folder that can be, or set XDG_CACHE_HOME"
                + " to another one, and try again", cause);
    }

    DownloadException busy() {
        return new DownloadException(images.name() + " is being downloaded into " + folder
                + " by another window or command; wait for that one, and try again");
    }

    private DownloadException failed(String how, Throwable cause) {
        return new DownloadException(images.name() + " was not downloaded: " + how, cause);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes * 1e-6);
    }
}
