package org.mingfa.server.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final Columns COLUMNS = new Columns(List.of(
            Column.text("姓名", 20, "2 至 20 个字", "王五"), Column.date("有效期止", "证件的最后一日", "2027-12-31"),
            Column.yesNo("辅助人员", "是或否", "否").optional(), Column.integer("学时", "整数", "60").optional(),
            Column.choice("类别", List.of("市场监管", "生态环境"), "执法类别", "市场监管").optional()));

    private static Sheet csv(String text) throws IOException {
        return csv(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sheet csv(byte[] bytes) throws IOException {
        return SheetFile.read("名单.CSV", new ByteArrayInputStream(bytes));
    }

    private static Sheet excel(Consumer<XSSFSheet> fill) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            fill.accept(book.createSheet("名单"));
            book.write(out);
        }
        return SheetFile.read("名单.xlsx", new ByteArrayInputStream(out.toByteArray()));
    }

    private static void cell(XSSFSheet sheet, int row, int column, String value) {
        var r = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        r.createCell(column).setCellValue(value);
    }

    private interface Reading {
        Sheet read() throws IOException;
    }

    private static SheetRefused refused(Reading reading) {
        SheetRefused refused = catchThrowableOfType(SheetRefused.class, reading::read);
        assertThat(refused).as("the file is refused").isNotNull();
        assertThat(refused.mend()).isNotBlank();
        return refused;
    }

    @Test
    void a_csv_file_is_read_whether_in_utf8_or_as_chinese_excel_writes_it() throws IOException {
        String text = "姓名,有效期止\r\n王五,2027-12-31\r\n\r\n \"";
        String whole = text.substring(0, text.length() - 2);
        for (byte[] bytes : List.of(whole.getBytes(StandardCharsets.UTF_8), ("\ufeff" + whole).getBytes(StandardCharsets.UTF_8), whole.getBytes(Charset.forName("GB18030")))) {
            assertThat(csv(bytes)).isEqualTo(new Sheet(List.of("姓名", "有效期止"), List.of(new Sheet.Row(2, List.of("王五", "2027-12-31")))));
        }
    }

    @Test
    void rows_keep_the_numbers_that_the_spreadsheet_shows_though_empty_ones_are_left_out() throws IOException {
        assertThat(csv("姓名,学时\n甲,1\n,\n乙\n").rows()).containsExactly(new Sheet.Row(2, List.of("甲", "1")), new Sheet.Row(4, List.of("乙", "")));
        Sheet sheet = excel(s -> {
            cell(s, 0, 0, "姓名");
            cell(s, 4, 0, " 甲\u00a0");
        });
        assertThat(sheet.rows()).containsExactly(new Sheet.Row(5, List.of("甲")));
    }

    @Test
    void an_excel_date_is_a_day_and_a_long_number_keeps_its_digits() throws IOException {
        Sheet sheet = excel(s -> {
            List.of("姓名", "有效期止", "证号").forEach(t -> cell(s, 0, s.getRow(0) == null ? 0 : s.getRow(0).getLastCellNum(), t));
            CellStyle day = s.getWorkbook().createCellStyle();
            day.setDataFormat(s.getWorkbook().createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            cell(s, 1, 0, "甲");
            s.getRow(1).createCell(1).setCellValue(LocalDate.of(2027, 12, 31));
            s.getRow(1).getCell(1).setCellStyle(day);
            s.getRow(1).createCell(2).setCellValue(140100202600001d);
        });
        assertThat(sheet.rows().getFirst().cells()).containsExactly("甲", "2027-12-31", "140100202600001");
    }

    @Test
    void formulas_merged_cells_and_macros_are_refused_with_the_place() {
        SheetRefused formula = refused(() -> excel(s -> {
            cell(s, 0, 0, "学时");
            s.createRow(1).createCell(0).setCellFormula("1+1");
        }));
        assertThat(formula.where()).isEqualTo("A2");
        assertThat(formula.what()).contains("公式");
        SheetRefused merged = refused(() -> excel(s -> {
            cell(s, 0, 0, "姓名");
            cell(s, 1, 0, "甲");
            s.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
        }));
        assertThat(merged.where()).isEqualTo("A2:A3");
        assertThat(refused(() -> SheetFile.read("a.xlsm", InputStreams.empty())).mend()).contains("xlsx");
        assertThat(refused(() -> SheetFile.read("a.xlsx", zip("xl/workbook.xml", "<x/>", "xl/vbaProject.bin", "x"))).what()).contains("宏");
    }

    @Test
    void a_text_that_another_program_marked_as_a_formulas_result_is_a_text() throws IOException {
        Sheet sheet = excel(s -> {
            cell(s, 0, 0, "姓名");
            var text = s.createRow(1).createCell(0).getCTCell();
            text.setT(org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType.STR);
            text.setV("甲");
        });
        assertThat(sheet.rows().getFirst().cells()).containsExactly("甲");
    }

    @Test
    void a_report_does_not_repeat_what_is_personal() throws IOException {
        Faults faults = new Faults();
        new Columns(List.of(Column.text("身份证号", 18, "18 位", "149900199001011236").asPersonal())).read(csv("身份证号\n1499001990010112361\n"), faults);
        assertThat(faults.report(1).faults()).singleElement().satisfies(f -> assertThat(f.value()).isEqualTo("…"));
    }

    @Test
    void files_that_are_no_table_are_refused_and_say_why() throws IOException {
        assertThat(refused(() -> csv("")).what()).contains("空");
        assertThat(refused(() -> csv(",,\n1,2,3\n")).what()).contains("列名");
        assertThat(refused(() -> csv("姓名,学时,姓名\n")).what()).contains("A 列").contains("C 列");
        assertThat(refused(() -> csv("姓名\n甲,多出来的\n")).where()).isEqualTo("B2");
        assertThat(refused(() -> csv("姓名\n\"甲\n")).what()).contains("引号");
        assertThat(refused(() -> csv(new byte[] {(byte) 0xff, (byte) 0xff, 0, 1})).what()).contains("编码");
        assertThat(refused(() -> SheetFile.read("a.xlsx", new ByteArrayInputStream("not a zip".getBytes(StandardCharsets.UTF_8)))).what()).contains("损坏");
        assertThat(refused(() -> SheetFile.read("a.xlsx", zip("other.xml", "<x/>"))).what()).contains("损坏");
        assertThat(refused(() -> SheetFile.read("a.xlsx", zip("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"))).what()).contains("损坏");
        assertThat(refused(() -> SheetFile.read("a.pdf", InputStreams.empty())).mend()).contains("模板");
    }

    @Test
    void a_file_of_a_hundred_megabytes_is_refused_before_it_is_read() {
        assertThat(refused(() -> SheetFile.read("a.csv", InputStreams.endless(100L << 20))).what()).contains("10 MB");
    }

    @Test
    void a_cell_far_away_a_number_without_end_and_rows_without_end_are_refused_unread() throws IOException {
        for (String cell : List.of("<c r='A2'><v>1E999999999</v></c>", "<c r='A2'><v>" + "9".repeat(60) + "</v></c>", "<c r='XFD2'><v>1</v></c>", "<c r='ZZZZZZ2'><v>1</v></c>")) {
            String sheet = "<worksheet><sheetData><row r='2'>" + cell + "</row></sheetData></worksheet>";
            assertThat(refused(() -> SheetFile.read("a.xlsx", zip("xl/workbook.xml", "<x/>", "xl/worksheets/sheet1.xml", sheet))).what()).as(cell.substring(0, 20)).contains("这一格");
        }
        String rows = "<worksheet><sheetData>" + "<row r='2'/>".repeat(SheetFile.MOST_ROWS + 2) + "</sheetData></worksheet>";
        assertThat(refused(() -> SheetFile.read("a.xlsx", zip("xl/workbook.xml", "<x/>", "xl/worksheets/sheet1.xml", rows))).what()).contains("行数");
    }

    @Test
    void a_small_file_that_unpacks_to_gigabytes_is_refused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 320; i++) {
                zip.write(zeros);
            }
        }
        assertThat(refused(() -> SheetFile.read("a.xlsx", new ByteArrayInputStream(out.toByteArray()))).what()).contains("解压后");
    }

    @Test
    void every_fault_of_every_row_is_told_with_its_cell_and_how_to_mend_it() throws IOException {
        Faults faults = new Faults();
        List<Columns.Record> read = COLUMNS.read(csv("有效期止*,姓名,辅助人员,学时,类别\n2027-02-30,,也许,六十,税务\n2027年3月1日,甲,是,60,市场监管\n20270302,乙,,,\n"), faults);
        assertThat(read).hasSize(2);
        assertThat(read.getFirst().date("有效期止")).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(read.getFirst().yes("辅助人员")).isTrue();
        assertThat(read.getFirst().integer("学时")).isEqualTo(60);
        assertThat(read.get(1).yes("辅助人员")).isNull();
        Faults.Report report = faults.report(3);
        assertThat(report).extracting(Faults.Report::rows, Faults.Report::read, Faults.Report::refused, Faults.Report::allFaults).containsExactly(3, 2, 1, 5L);
        assertThat(report.faults()).extracting(Faults.Fault::column).containsExactlyInAnyOrder("姓名", "有效期止", "辅助人员", "学时", "类别");
        assertThat(report.faults()).allSatisfy(f -> assertThat(f.mend()).isNotBlank());
    }

    @Test
    void a_header_with_a_missing_or_an_unknown_column_is_most_likely_another_table() throws IOException {
        Sheet missing = csv("姓名\n甲\n");
        assertThat(refused(() -> { COLUMNS.read(missing, new Faults()); return missing; }).what()).contains("有效期止");
        Sheet unknown = csv("姓名,有效期止,罚款\n");
        assertThat(refused(() -> { COLUMNS.read(unknown, new Faults()); return unknown; }).where()).isEqualTo("C1");
    }

    @Test
    void a_template_that_comes_back_filled_in_is_read_as_it_was_written() throws IOException {
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        SheetOut.template(COLUMNS, "名单", template);
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template.toByteArray()))) {
            cell(book.getSheetAt(0), 1, 0, "甲");
            cell(book.getSheetAt(0), 1, 1, "2027-12-31");
            book.write(filled);
        }
        Faults faults = new Faults();
        List<Columns.Record> read = COLUMNS.read(SheetFile.read("名单.xlsx", new ByteArrayInputStream(filled.toByteArray())), faults);
        assertThat(faults.any()).isFalse();
        assertThat(read).extracting(r -> r.text("姓名")).containsExactly("甲");
    }

    @Test
    void an_export_of_any_length_comes_back_as_it_was_and_a_name_is_never_a_formula() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stream<List<String>> rows = IntStream.range(0, 3_000).mapToObj(i -> List.of("=cmd|' /C calc'!A" + i, "00" + i));
        SheetOut.xlsx("名单", List.of("姓名", "证号"), rows, out);
        Sheet back = SheetFile.read("名单.xlsx", new ByteArrayInputStream(out.toByteArray()));
        assertThat(back.rows()).hasSize(3_000);
        assertThat(back.rows().get(2_999).cells()).containsExactly("=cmd|' /C calc'!A2999", "002999");
    }

    private static ByteArrayInputStream zip(String... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(parts[i]));
                zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(out.toByteArray());
    }
}
