package org.mingfa.cli.discretion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingfa.cli.CommandLine.run;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingfa.cli.CommandLine.Answer;
import org.mingfa.cli.RealData;

class ImportCommandTest {
    private static final String HEADER = "row_id,法律文件,项目编号,违法行为,法律依据,裁量阶次,适用情形,处罚标准\n";
    private static final String ROW = "A1,《甲法》,1,甲行为,《甲法》第一条,1,轻的,处一万元罚款\n";

    @TempDir
    Path folder;

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    @ParameterizedTest
    @CsvSource({"jiangmen_eco_2020, 352, 352", "shenzhen_city_mgmt_2023_part, 27, 27", "guangdong_eco_2021, 1147, 975"})
    void readsThePublishedTables(String name, int rows, int least) {
        Path file = RealData.file("discretion/" + name + ".csv");
        Answer answer = run("discretion", "import", file.toString(), "--dry-run");
        assertThat(answer.code()).isZero();
        String last = answer.out().lines().reduce("", (a, b) -> b);
        assertThat(last).matches("rows " + rows + ", read \\d+, reported \\d+");
        int read = Integer.parseInt(last.replaceAll(".*read (\\d+).*", "$1"));
        assertThat(read).isGreaterThanOrEqualTo(least);
        assertThat(answer.out().lines().filter(l -> l.matches("row \\d+ \\([A-Z0-9-]+\\): .+"))).hasSize(rows - read);
    }

    @Test
    void whatWasReadIsEvaluated() throws IOException {
        Path to = folder.resolve("jiangmen.yaml");
        assertThat(run("discretion", "import", RealData.file("discretion/jiangmen_eco_2020.csv").toString(), "--to", to.toString(), "--level", "city", "--region", "4407").code()).isZero();
        Path ask = Files.writeString(folder.resolve("ask.json"), "[{\"table\": \"jiangmen-eco-2020-2-1\", \"on\": \"2020-06-01\", \"row\": \"JM0021\"}]");
        assertThat(run("discretion", "eval", ask.toString(), "--tables", to.toString()).out())
                .contains("法定幅度  20,000 - 200,000 元", "结果  50,000 - 100,000 元（5万元以上10万元以下）", "参照《生态环境违法行为行政处罚自由裁量权裁量标准参照表》第2-1项，违法程度为【2】");
        assertThat(run("discretion", "check", "--tables", to.toString()).code()).isZero();
        Files.writeString(ask, "[{\"table\": \"jiangmen-eco-2020-2-8\", \"on\": \"2020-06-01\", \"row\": \"JM0069\"}]");
        assertThat(run("discretion", "eval", ask.toString(), "--tables", to.toString()).out()).contains("本档以内的数额按表中说明计算：每增加1个超标因子增加一万元");
    }

    @Test
    void reportsARowWithItsNumberAndId() throws IOException {
        Answer answer = run("discretion", "import", csv(HEADER + ROW + "A2,,,,,2,重的,处五万罚款\n").toString(), "--dry-run");
        assertThat(answer).isEqualTo(new Answer(0, "row 2 (A2): 处罚标准里“处五万罚款”看不懂，请对照原件写明种类、数额和单位（如“责令改正，处二万元以上五万元以下罚款”）后重新导入\nrows 2, read 1, reported 1\n", ""));
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void overwritesOnlyWhenTold() throws IOException {
        Path from = csv(HEADER + ROW);
        Path to = Files.writeString(folder.resolve("t.yaml"), "kept");
        assertThat(run("discretion", "import", from.toString(), "--to", to.toString()).err()).isEqualTo("mingfa discretion: " + to + " exists; --force replaces it\n");
        assertThat(to).hasContent("kept");
        assertThat(run("discretion", "import", from.toString(), "--to", to.toString(), "--force").out()).isEqualTo("rows 1, read 1, reported 0\n");
        String written = Files.readString(to);
        assertThat(written).contains("discretion: tables", "code: t-1", "do: 处一万元罚款");
        run("discretion", "import", from.toString(), "--to", to.toString(), "--force");
        assertThat(to).hasContent(written);
    }

    @Test
    void refusesFilesThatAreNoTable() throws IOException {
        assertThat(refused(csv(""))).contains("empty, without even a header");
        assertThat(refused(csv(HEADER + "A1,\"《甲法》,1\n"))).contains("not CSV");
        assertThat(refused(csv(HEADER.replace("处罚标准", "标准") + ROW))).contains(":1: 表头缺少“处罚标准”");
        assertThat(refused(csv("a,b\n1,2\n"))).contains(":1: 认不出这是哪种裁量基准表");
        assertThat(refused(csv(HEADER.replace("裁量阶次", "适用情形") + ROW))).contains(":1: ");
        Files.write(folder.resolve("t.csv"), (HEADER + ROW).getBytes(Charset.forName("GB18030")));
        assertThat(refused(folder.resolve("t.csv"))).contains("not UTF-8");
        assertThat(refused(folder)).contains("a folder, not a file");
        assertThat(refused(folder.resolve("none.csv"))).contains("no such file");
        try (var big = new java.io.RandomAccessFile(folder.resolve("big.csv").toFile(), "rw")) {
            big.setLength(100L << 20);
        }
        assertThat(refused(folder.resolve("big.csv"))).contains("100 MB; at most 50 MB");
    }

    private static String refused(Path file) {
        Answer answer = run("discretion", "import", file.toString(), "--dry-run");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).startsWith("mingfa discretion: ").hasLineCount(1);
        return answer.err();
    }

    @ParameterizedTest
    @CsvSource({"'import', usage", "'import x.csv', usage", "'import x.csv --dry-run --to y', usage", "'import x.csv --to y --level village', --level is", "'', usage", "'dance', usage"})
    void wantsToKnowWhereTo(String args, String message) {
        Answer answer = run(("discretion " + args).strip().split(" "));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains(message);
    }
}
