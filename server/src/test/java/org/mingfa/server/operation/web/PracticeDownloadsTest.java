package org.mingfa.server.operation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.mingfa.server.operation.Practice;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** What a practice city lets people save is named so. */
class PracticeDownloadsTest {

    private static String saved(String value) {
        return ContentDisposition.parse(PracticeDownloads.named(HttpHeaders.CONTENT_DISPOSITION, value)).getFilename();
    }

    @Test
    void theNameOfEveryFileBeginsWithIt() {
        assertThat(saved(ContentDisposition.attachment().filename("案件.xlsx", StandardCharsets.UTF_8).build().toString())).isEqualTo(Practice.BEFORE + "案件.xlsx");
        assertThat(saved("attachment; filename=\"audit.xlsx\"")).isEqualTo(Practice.BEFORE + "audit.xlsx");
        assertThat(PracticeDownloads.named("content-disposition", "inline; filename=\"a b.pdf\"")).startsWith("inline;");
    }

    @Test
    void nothingElseChanges() {
        assertThat(PracticeDownloads.named(HttpHeaders.CONTENT_DISPOSITION, "inline")).isEqualTo("inline");
        assertThat(PracticeDownloads.named(HttpHeaders.CONTENT_DISPOSITION, null)).as("taken back by a refusal").isNull();
        assertThat(PracticeDownloads.named(HttpHeaders.CONTENT_TYPE, "text/plain; filename=a")).isEqualTo("text/plain; filename=a");
    }
}
