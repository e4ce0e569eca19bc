package org.mingfa.server.registry.intake;

import java.util.List;
import java.util.Map;
import org.mingfa.server.operation.Problem;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.sheet.Columns;
import org.mingfa.server.sheet.Faults;
import org.mingfa.server.sheet.Sheet;
import org.mingfa.server.sheet.SheetRefused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Enters the rows of a table by the same step as the page does, one after another in one transaction: what the page would
 * refuse is the fault of its row. A dry run does the same and undoes it.
 */
@Component
class RowByRow {

    /** Each row asks the database as a page does; longer tables are for registers that read all they need at once. */
    static final int MOST = 5_000;

    interface Entering {
        void enter(Columns.Record row, Faults faults);
    }

    /** Undoes what was entered. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undone() {
            super(null, null, false, false);
        }
    }

    private final Keeping keeping;

    RowByRow(Keeping keeping) {
        this.keeping = keeping;
    }

    /** @param fields the column that a JSON pointer of the page's form means */
    ImportReport run(Sheet sheet, boolean dryRun, Columns columns, Map<String, String> fields, Entering entering) {
        if (sheet.rows().size() > MOST) {
            throw new SheetRefused("行数超过 " + MOST, "", "请分成几个文件导入");
        }
        Faults faults = new Faults();
        try {
            return keeping.change(() -> {
                List<Columns.Record> rows = columns.read(sheet, faults);
                rows.forEach(r -> one(r, fields, entering, faults));
                if (dryRun || faults.any()) {
                    throw new Undone();
                }
                return ImportReport.of(faults, sheet.rows().size(), rows.size());
            });
        } catch (Undone undone) {
            return ImportReport.of(faults, sheet.rows().size(), 0);
        }
    }

    private static void one(Columns.Record row, Map<String, String> fields, Entering entering, Faults faults) {
        try {
            entering.enter(row, faults);
        } catch (Problem refused) {
            String column = pointer(refused) == null ? "" : fields.getOrDefault(pointer(refused), "");
            faults.add(row.row(), column, column.isEmpty() ? "" : row.text(column), refused.detail(),
                    refused.status() == HttpStatus.CONFLICT ? "请对照已有的登记核对此行，已经登记的删去" : "请改正后再导入");
        }
    }

    private static @org.jspecify.annotations.Nullable String pointer(Problem refused) {
        return refused.members().get("errors") instanceof List<?> errors && errors.getFirst() instanceof Problem.Fault f ? f.pointer() : null;
    }
}
