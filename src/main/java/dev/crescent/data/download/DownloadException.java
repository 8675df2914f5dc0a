package dev.crescent.data.download;

/// A download that has failed; the message is one sentence that says what, where, and what to do.
public final class DownloadException extends Exception {
    private static final long serialVersionUID = 1L;

    DownloadException(String sentence) {
        super(sentence);
    }

    DownloadException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
