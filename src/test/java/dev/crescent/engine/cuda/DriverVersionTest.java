package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverVersionTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12 19:39:15 UTC 2024 | driver 535.183.01, CUDA 12.2",
        "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86  Release Build  (dvs-builder@U16) | driver 570.86, CUDA 12.2",
        "something else | CUDA 12.2"})
    void isTheKernelModules(String content, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("version"), content + "\nGCC version:  gcc version 12.2.0\n");
        assertThat(DriverVersion.of(12020, file)).isEqualTo(words);
    }

    @Test
    void withoutOneItIsCudas() {
        assertThat(DriverVersion.of(13000, folder.resolve("none"))).isEqualTo("CUDA 13.0");
    }
}
