package dev.crescent.data.download;

import dev.crescent.data.download.MirrorException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a server answers to the request for a file, or for the rest of it.
final class Answer implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18})");
    private static final int PARTIAL = 206;
    private static final int RANGE_REFUSED = 416;

    private final HttpURLConnection connection;
    private final int status;
    private final Matcher range;

    private Answer(HttpURLConnection connection) throws IOException {
        this.connection = connection;
        this.status = connection.getResponseCode();
        this.range = RANGE.matcher(Objects.requireNonNullElse(connection.getHeaderField("Content-Range"), ""));
    }

    /// How long a server may be silent.
    record Patience(int connectMillis, int readMillis) {
        static final Patience USUAL = new Patience(15_000, 30_000);
    }

    /// Asks for a file and follows the answer's redirections, from `https` to `https` only.
    ///
    /// @param from the first byte that is wanted
    /// @param version that the bytes before it are of; null if that is not known
    static Answer to(URI address, long from, @Nullable String version, Patience patience) throws MirrorException {
        URI at = address;
        try {
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                Answer answer = new Answer(request(at, from, version, patience));
                if (!REDIRECTS.contains(answer.status)) {
                    return answer;
                }
                answer.close();
                at = answer.next(at, address);
            }
        } catch (IOException e) {
            throw new MirrorException(Kind.UNREACHABLE, at, String.valueOf(e.getMessage()));
        }
        throw new MirrorException(Kind.REFUSED, address, "it redirects more than " + MOST_REDIRECTS + " times");
    }

    private static HttpURLConnection request(URI at, long from, @Nullable String version, Patience patience)
            throws IOException {
        HttpURLConnection connection = (HttpURLConnection) at.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(patience.connectMillis);
        connection.setReadTimeout(patience.readMillis);
        connection.setRequestProperty("User-Agent", "Crescent");
        connection.setRequestProperty("Accept", "*/*");
        connection.setRequestProperty("Accept-Encoding", "identity");
        if (from > 0) {
            connection.setRequestProperty("Range", "bytes=" + from + "-");
            if (version != null) {
                connection.setRequestProperty("If-Range", version);
            }
        }
        return connection;
    }

    private URI next(URI at, URI first) throws MirrorException {
        String location = Objects.requireNonNullElse(connection.getHeaderField("Location"), "");
        try {
            URI next = at.resolve(new URI(location));
            String scheme = Objects.requireNonNullElse(next.getScheme(), "").toLowerCase(Locale.ROOT);
            if (scheme.equals("https") || scheme.equals("http") && at.getScheme().equals("http")) {
                return next;
            }
        } catch (URISyntaxException e) {
            throw new MirrorException(Kind.REFUSED, first, "it redirects to " + location + ", which is no address");
        }
        throw new MirrorException(Kind.REFUSED, first, "it redirects to " + location + ", which is not safe");
    }

    /// Whether the rest of the file comes, from the byte that was asked for.
    boolean isRestFrom(long from) {
        return status == PARTIAL && range.matches() && Long.parseLong(range.group(1)) == from;
    }

    /// Whether the server cannot go on where it was asked to; the whole file it may still have.
    boolean isNoRest() {
        return status == PARTIAL || status == RANGE_REFUSED;
    }

    boolean isWhole() {
        return status == HttpURLConnection.HTTP_OK;
    }

    int status() {
        return status;
    }

    /// Whether it says of itself that it is a page to read.
    boolean isPage() {
        return Objects.requireNonNullElse(connection.getContentType(), "").toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    /// The whole file's size; -1 if it is not said.
    long total() {
        return status == PARTIAL ? range.matches() ? Long.parseLong(range.group(2)) : -1 : connection.getContentLengthLong();
    }

    /// What tells this version of the file from others; null if nothing does for certain.
    @Nullable String version() {
        String tag = connection.getHeaderField("ETag");
        return tag == null || tag.startsWith("W/") ? null : tag;
    }

    InputStream body() throws IOException {
        return connection.getInputStream();
    }

    /// Drops the connection, whatever is still to come through it.
    @Override
    public void close() {
        connection.disconnect();
    }
}
