package org.mingfa.server.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads an uploaded file as one {@link Sheet}, within bounds that keep a careless or hostile file from doing harm. */
public final class SheetFile {

    /** Bytes of a file. */
    public static final long MOST_BYTES = 10L << 20;
    public static final int MOST_ROWS = 50_000;
    public static final int MOST_COLUMNS = 100;
    /** Characters of a cell: what Excel itself allows. */
    static final int MOST_CHARACTERS = 32_767;

    private SheetFile() {}

    /**
     * @param fileName its ending tells Excel (.xlsx) from CSV
     * @throws SheetRefused if it is neither, too large, broken, or holds what a list must not: macros, formulas, merged cells
     */
    public static Sheet read(String fileName, InputStream in) throws IOException {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return throughFile(in, ".xlsx", ExcelRows::read);
        }
        if (name.endsWith(".csv")) {
            return throughFile(in, ".csv", CsvRows::read);
        }
        if (name.endsWith(".xlsm") || name.endsWith(".xls") || name.endsWith(".xlsb")) {
            throw new SheetRefused("不接受这种格式：它可以带宏，或者是旧版 Excel", fileName, "请在 Excel 中另存为“Excel 工作簿 (*.xlsx)”后再导入");
        }
        throw new SheetRefused("不是 Excel 工作簿，也不是 CSV 文件", fileName, "请使用下载的模板，保存为 .xlsx 或 .csv");
    }

    private interface Reader {
        Sheet read(Path file) throws IOException;
    }

    /** On disk, so that its size is known before it is read and memory holds only the table. */
    private static Sheet throughFile(InputStream in, String ending, Reader reader) throws IOException {
        Path file = Files.createTempFile("sheet-", ending);
        try {
            try (var out = Files.newOutputStream(file)) {
                if (bounded(in, MOST_BYTES + 1).transferTo(out) > MOST_BYTES) {
                    throw new SheetRefused("文件超过 " + (MOST_BYTES >> 20) + " MB", "", "请删去图片和多余的工作表，或者分成几个文件导入");
                }
            }
            if (Files.size(file) == 0) {
                throw new SheetRefused("文件是空的", "", "请检查上传的是否是填好的文件");
            }
            return checked(reader.read(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static InputStream bounded(InputStream in, long most) {
        return org.apache.commons.io.input.BoundedInputStream.builder().setInputStream(in).setMaxCount(most).setPropagateClose(false).getUnchecked();
    }

    private static Sheet checked(Sheet sheet) {
        List<String> header = sheet.header();
        if (header.stream().allMatch(String::isEmpty)) {
            throw new SheetRefused("第一行没有列名", "第 1 行", "第一行应当是列名；请从下载的模板开始填写");
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            Integer before = header.get(i).isEmpty() ? null : seen.put(header.get(i), i);
            if (before != null) {
                throw new SheetRefused("列名“" + header.get(i) + "”出现两次（" + column(before) + " 列和 " + column(i) + " 列）", "第 1 行",
                        "请删去其中一列，或者改名");
            }
        }
        return sheet;
    }

    /** The rows that hold anything, each as wide as the header; what stands right of the header is refused. */
    static Sheet of(List<String> header, List<Sheet.Row> rows) {
        int width = header.size();
        List<Sheet.Row> kept = new ArrayList<>();
        for (Sheet.Row row : rows) {
            List<String> cells = row.cells();
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            for (int i = width; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    throw new SheetRefused("这一格在最后一个列名的右边，不知道属于哪一列", column(i) + row.number(), "请补上列名，或者删去这一格");
                }
            }
            List<String> fitted = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
            while (fitted.size() < width) {
                fitted.add("");
            }
            kept.add(new Sheet.Row(row.number(), List.copyOf(fitted)));
        }
        return new Sheet(List.copyOf(header), List.copyOf(kept));
    }

    /** The header up to its last name. */
    static List<String> header(List<String> first) {
        int width = first.size();
        while (width > 0 && first.get(width - 1).isEmpty()) {
            width--;
        }
        if (width > MOST_COLUMNS) {
            throw new SheetRefused("列数超过 " + MOST_COLUMNS, "第 1 行", "请只保留模板中的列");
        }
        return List.copyOf(first.subList(0, width));
    }

    static void rows(int number) {
        if (number > MOST_ROWS + 1) {
            throw new SheetRefused("行数超过 " + MOST_ROWS, "第 " + number + " 行", "请分成几个文件导入");
        }
    }

    static String cell(String text, int row, int column) {
        if (text.length() > MOST_CHARACTERS) {
            throw new SheetRefused("一格超过 " + MOST_CHARACTERS + " 个字", column(column) + row, "请把内容缩短，或者作为附件保存");
        }
        return text.replace('\u00a0', ' ').strip();
    }

    /** 0 is A, 25 Z, 26 AA. */
    static String column(int index) {
        StringBuilder name = new StringBuilder();
        for (int i = index + 1; i > 0; i = (i - 1) / 26) {
            name.insert(0, (char) ('A' + (i - 1) % 26));
        }
        return name.toString();
    }
}
