package dev.crescent.data.download;

import java.net.URI;

/// What one mirror did wrong; another may do better.
final class MirrorException extends Exception {
    private static final long serialVersionUID = 1L;

    /// In rising order of how much it tells the user.
    enum Kind {
        /// No connection.
        UNREACHABLE,
        /// A status that is no success.
        REFUSED,
        /// The file broke off.
        BROKEN,
        /// A web page came instead of the file.
        PAGE,
        /// Other bytes than the published ones came.
        WRONG
    }

    private final Kind kind;
    private final String host;

    /// @param detail for the sentence, in the words of the kind
    MirrorException(Kind kind, URI from, String detail) {
        super(detail);
        this.kind = kind;
        this.host = from.getHost();
    }

    Kind kind() {
        return kind;
    }

    String host() {
        return host;
    }
}
