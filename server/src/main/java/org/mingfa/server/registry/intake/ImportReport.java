package org.mingfa.server.registry.intake;

import java.util.List;
import org.mingfa.server.sheet.Faults;
import org.springframework.modulith.NamedInterface;

/** What became of an import; with faults, or in a dry run, {@code imported} is 0. */
@NamedInterface("exams")
public record ImportReport(int rows, int read, int refused, List<Faults.Fault> faults, long allFaults, int imported) {

    static ImportReport of(Faults faults, int rows, int imported) {
        Faults.Report r = faults.report(rows);
        return new ImportReport(r.rows(), r.read(), r.refused(), r.faults(), r.allFaults(), imported);
    }
}
