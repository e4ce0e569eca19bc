package org.mingfa.server.sheet;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns that an import expects: checks the header once and every cell by its kind. The order of columns is free. */
public final class Columns {

    private static final List<DateTimeFormatter> DATES = List.of(format("uuuu-M-d"), format("uuuu/M/d"), format("uuuu.M.d"), format("uuuu年M月d日"), format("uuuuMMdd"));

    private final List<Column> columns;

    public Columns(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    public List<Column> all() {
        return columns;
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** A row whose cells have the form of their columns. */
    public static final class Record {
        private final int row;
        private final Map<String, Object> values;

        private Record(int row, Map<String, Object> values) {
            this.row = row;
            this.values = values;
        }

        public int row() {
            return row;
        }

        /** "" where the cell is empty. */
        public String text(String title) {
            return values.getOrDefault(title, "").toString();
        }

        public @Nullable LocalDate date(String title) {
            return (LocalDate) values.get(title);
        }

        public @Nullable Boolean yes(String title) {
            return (Boolean) values.get(title);
        }

        public @Nullable Long integer(String title) {
            return (Long) values.get(title);
        }
    }

    /**
     * The rows that have the form that their columns ask; the others are told to {@code faults}.
     *
     * @throws SheetRefused if a required column is missing or one is not known: most likely it is another table
     */
    public List<Record> read(Sheet sheet, Faults faults) {
        Map<String, Integer> place = place(sheet);
        List<Record> records = new ArrayList<>(sheet.rows().size());
        for (Sheet.Row row : sheet.rows()) {
            Map<String, Object> values = new HashMap<>();
            for (Column column : columns) {
                Integer at = place.get(column.title());
                String text = at == null ? "" : row.cells().get(at);
                if (text.isEmpty()) {
                    if (column.required()) {
                        faults.add(row.number(), column.title(), "", "没有填写", "请填写：" + column.note());
                    }
                } else {
                    cell(row.number(), column, text, faults, values);
                }
            }
            if (!faults.in(row.number())) {
                records.add(new Record(row.number(), values));
            }
        }
        return records;
    }

    private Map<String, Integer> place(Sheet sheet) {
        Map<String, Integer> place = new LinkedHashMap<>();
        Map<String, Column> known = columns.stream().collect(Collectors.toMap(Column::title, c -> c));
        for (int i = 0; i < sheet.header().size(); i++) {
            String title = sheet.header().get(i).replaceFirst("[*＊]$", "").strip();
            if (!title.isEmpty() && !known.containsKey(title)) {
                throw new SheetRefused("不认识这一列“" + title + "”", SheetFile.column(i) + "1", "模板的列是：" + titles());
            }
            place.put(title, i);
        }
        String missing = columns.stream().filter(c -> c.required() && !place.containsKey(c.title())).map(Column::title).collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw new SheetRefused("缺少必填的列：" + missing, "第 1 行", "请从下载的模板开始填写");
        }
        return place;
    }

    private String titles() {
        return columns.stream().map(Column::title).collect(Collectors.joining("、"));
    }

    private static void cell(int row, Column column, String text, Faults faults, Map<String, Object> into) {
        Object value = switch (column.kind()) {
            case TEXT -> text.length() <= column.max() ? text : null;
            case DATE -> date(text);
            case YESNO -> text.equals("是") ? Boolean.TRUE : text.equals("否") ? Boolean.FALSE : null;
            case INTEGER -> text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
            case CHOICE -> column.choices().contains(text) ? text : null;
        };
        if (value == null) {
            faults.add(row, column.title(), column.personal() ? "…" : text, wrong(column), mend(column));
        } else {
            into.put(column.title(), value);
        }
    }

    private static @Nullable LocalDate date(String text) {
        String day = text.replaceFirst("T.*$", "");
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(day, format);
            } catch (DateTimeParseException e) {
                // the next form is tried
            }
        }
        return null;
    }

    private static String wrong(Column column) {
        return switch (column.kind()) {
            case TEXT -> "超过 " + column.max() + " 个字";
            case DATE -> "不是日期，或者没有这一天";
            case YESNO -> "只能填“是”或“否”";
            case INTEGER -> "不是整数";
            case CHOICE -> "不在可选的值之中";
        };
    }

    private static String mend(Column column) {
        return switch (column.kind()) {
            case TEXT -> "请缩短到 " + column.max() + " 个字以内";
            case DATE -> "请写成 2026-03-05 的样子";
            case YESNO, CHOICE -> "可选：" + String.join("、", column.choices());
            case INTEGER -> "请只填数字，如 " + column.example();
        };
    }
}
