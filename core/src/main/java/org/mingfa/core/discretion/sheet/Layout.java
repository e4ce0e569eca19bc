package org.mingfa.core.discretion.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.mingfa.core.discretion.Unreadable;
import org.mingfa.core.discretion.Words;

/** Whose table it is, known by its header. */
enum Layout {
    GRADES_WITH_STATUTE("按违法次数或者程度分档，列有法定幅度（深圳）", List.of("row_id", "法律文件", "项目编号", "违法行为", "法律依据", "法定幅度", "裁量阶次", "适用情形", "处罚标准")),
    GRADES("按裁量阶次分档（江门）", List.of("row_id", "法律文件", "项目编号", "违法行为", "法律依据", "裁量阶次", "适用情形", "处罚标准")),
    FACTORS("按权重或者直接分档（广东）", List.of("row_id", "表号", "模型", "违法行为", "处罚依据", "裁量要素", "违法程度或适用条件", "权重或处罚标准")),
    ROWS("零散的档次", List.of("row_id", "违法行为", "法律依据", "裁量阶次", "适用情形", "处罚标准"));

    private final String title;
    private final List<String> columns;

    Layout(String title, List<String> columns) {
        this.title = title;
        this.columns = columns;
    }

    String title() {
        return title;
    }

    /** @throws Unreadable where the header is of none, or lacks a column of the one it is like */
    static Layout of(Collection<String> header) {
        Layout like = has(header, "表号", "模型", "权重或处罚标准", "违法程度或适用条件") ? FACTORS : has(header, "法定幅度") ? GRADES_WITH_STATUTE
                : has(header, "法律文件", "项目编号") ? GRADES : has(header, "裁量阶次", "适用情形", "处罚标准") ? ROWS : null;
        if (like == null) {
            throw new Unreadable("认不出这是哪种裁量基准表：表头是" + Words.quoted(header) + "，请把列名改成" + Words.quoted(ROWS.columns) + "的样子");
        }
        var missing = new ArrayList<>(like.columns);
        missing.removeAll(header);
        if (!missing.isEmpty()) {
            throw new Unreadable("表头缺少" + Words.quoted(missing) + "（这张表像是" + like.title + "的），请补上；现有的列是" + Words.quoted(header));
        }
        return like;
    }

    private static boolean has(Collection<String> header, String... any) {
        return List.of(any).stream().anyMatch(header::contains);
    }
}
