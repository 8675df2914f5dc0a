package dev.crescent.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CacheFolderTest {
    @Test
    void itIsWhereTheSystemHasSuchThings() {
        assertThat(CacheFolder.find(Map.of("XDG_CACHE_HOME", "/x", "LOCALAPPDATA", "/l"), "Windows 11", "/h"))
                .isEqualTo(Path.of("/x/crescent"));
        assertThat(CacheFolder.find(Map.of("LOCALAPPDATA", "/l"), "Windows 11", "/h"))
                .isEqualTo(Path.of("/l/Crescent/Cache"));
        assertThat(CacheFolder.find(Map.of(), "Mac OS X", "/h")).isEqualTo(Path.of("/h/Library/Caches/Crescent"));
        assertThat(CacheFolder.find(Map.of("XDG_CACHE_HOME", " "), "Linux", "/h")).isEqualTo(Path.of("/h/.cache/crescent"));
    }
}
