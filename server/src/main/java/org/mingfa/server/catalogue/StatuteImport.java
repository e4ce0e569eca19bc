package org.mingfa.server.catalogue;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingfa.core.sealing.Digests;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.catalogue.ImportedFile.Outcome;
import org.mingfa.server.catalogue.reading.StatuteHead;
import org.mingfa.server.catalogue.reading.StatuteReader;
import org.mingfa.server.catalogue.reading.StatuteText;
import org.mingfa.server.catalogue.reading.Unreadable;
import org.mingfa.server.catalogue.store.ImportStore;
import org.mingfa.server.catalogue.store.StatuteStore;
import org.mingfa.server.catalogue.store.StatuteStore.Held;
import org.springframework.stereotype.Component;

/** Takes texts of law into the library (导入法规): one transaction a file, one row of the report a file. */
@Component
public class StatuteImport {

    /** A file as it came. */
    public record Source(String name, byte[] content) {}

    /** An import and what became of its files. */
    public record Report(@JsonFormat(shape = JsonFormat.Shape.STRING) long id, List<ImportedFile> files) {}

    private final StatuteStore statutes;
    private final ImportStore imports;
    private final Transactions transactions;

    StatuteImport(StatuteStore statutes, ImportStore imports, Transactions transactions) {
        this.statutes = statutes;
        this.imports = imports;
        this.transactions = transactions;
    }

    /**
     * @param form what goes before what the files say; for one file only, otherwise {@link StatuteHead#NONE}
     * @param corrects whether a differing text of the same law and day takes the place of the one that is there
     */
    public Report take(Iterable<Source> files, StatuteHead form, boolean corrects, long by) {
        long id = transactions.write(() -> imports.begin(by));
        List<ImportedFile> rows = new ArrayList<>();
        for (Source file : files) {
            rows.add(one(id, rows.size() + 1, file, form, corrects));
        }
        return new Report(id, List.copyOf(rows));
    }

    private ImportedFile one(long id, int n, Source file, StatuteHead form, boolean corrects) {
        try {
            StatuteText text = StatuteReader.read(file.name, file.content, form);
            return transactions.write(() -> {
                ImportedFile row = keep(id, file.name, text, corrects);
                imports.add(id, n, row);
                return row;
            });
        } catch (Unreadable e) {
            ImportedFile row = ImportedFile.refused(file.name, e.fault());
            return transactions.write(() -> {
                imports.add(id, n, row);
                return row;
            });
        }
    }

    private ImportedFile keep(long id, String file, StatuteText text, boolean corrects) {
        String digest = digest(text);
        long statute = statutes.statute(LawName.of(text.title()));
        Optional<Held> held = statutes.held(statute, text.inForceFrom());
        if (held.isPresent() && held.get().digest().equals(digest)) {
            return new ImportedFile(file, Outcome.SAME, held.get().version(), text.title(), List.of(), List.of());
        }
        if (held.isPresent() && !corrects) {
            throw new Unreadable("库中已有" + text.title() + " " + text.inForceFrom() + " 起施行的文本，内容与此不同", "施行日期",
                    "是另一个文本的，改正施行日期；确系更正已有文本的，选“更正已有文本”后再导入");
        }
        held.ifPresent(h -> statutes.withdraw(h.version()));
        return new ImportedFile(file, Outcome.NEW, statutes.add(statute, text, digest, id), text.title(), List.of(), text.remarks());
    }

    /** Over what the law says and when: the same text with other blanks, from another source, is the same version. */
    private static String digest(StatuteText t) {
        String repeals = t.repeals().stream().map(r -> r.name() + r.onDay()).sorted().collect(Collectors.joining("|"));
        String articles = t.articles().stream().map(a -> a.no().text() + "|" + a.text().replaceAll("[\\s　]", "")).collect(Collectors.joining("\n"));
        return Digests.sha256((t.inForceFrom() + "\n" + t.repealedFrom() + "\n" + repeals + "\n" + articles).getBytes(StandardCharsets.UTF_8));
    }
}
