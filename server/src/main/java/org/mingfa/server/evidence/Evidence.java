package org.mingfa.server.evidence;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.cases.Attachments;
import org.mingfa.server.evidence.store.ContentFolder;
import org.mingfa.server.evidence.store.FileStore;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.record.CaseKey;
import org.mingfa.server.record.Circumstances;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The face of this module: keeps a file, attaches it to an entry, gives it back. */
@Component
public class Evidence implements Attachments {
    /** The largest file that is kept. */
    public static final DataSize LARGEST = DataSize.ofMegabytes(50);

    private static final Pattern ID = Pattern.compile("(\\d{1,9})-(\\d{1,18})");
    private final ContentFolder folder;
    private final FileStore store;
    private final Transactions transactions;
    private final FileTypes types = new FileTypes();

    Evidence(ContentFolder folder, FileStore store, Transactions transactions) {
        this.folder = folder;
        this.store = store;
        this.transactions = transactions;
    }

    /** Keeps a file for the caller's agency, attached to nothing yet. Throws Refusal. */
    public EvidenceFile keep(InputStream in, String givenName) {
        Caller caller = Caller.current();
        String name = FileName.of(givenName);
        try (var incoming = folder.receive(in, LARGEST.toBytes())) {
            if (incoming.size() == 0) throw new Refusal(Refusal.Reason.EMPTY, "文件是空的，请检查后重新上传。");
            if (incoming.size() > LARGEST.toBytes()) throw new Refusal(Refusal.Reason.TOO_LARGE, "文件超过 50 MB。请压缩或者分段后上传。");
            String type = types.of(incoming.file(), name);
            incoming.keep();
            var row = new FileStore.New(caller.agency().region(), caller.agency().id(), caller.id(), name, type,
                    incoming.size(), incoming.sha256(), incoming.sm3());
            return transactions.write(() -> store.add(row));
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /** Keeps the caller's file although no entry names it: a scan whose pages belong to several cases. */
    public void scanned(String id) {
        var key = ID.matcher(id);
        if (!key.matches() || !store.scanned(Integer.parseInt(key.group(1)), Long.parseLong(key.group(2)), Caller.current().id())) {
            throw new IllegalArgumentException("no file of the caller's: " + id);
        }
    }

    @Override
    public List<Circumstances.Attached> attach(List<String> ids, CaseKey id, long agency, List<Long> uploaders) {
        var attached = new ArrayList<Circumstances.Attached>();
        for (int i = 0; i < ids.size(); i++) {
            var key = ID.matcher(String.valueOf(ids.get(i)));
            boolean done = key.matches() && Integer.parseInt(key.group(1)) == id.region()
                    && store.attach(id.region(), Long.parseLong(key.group(2)), agency, uploaders, id.id());
            if (!done) throw noFile(i);
            attached.add(attached(find(ids.get(i)).orElseThrow()));
        }
        return attached;
    }

    @Override
    public List<Circumstances.Attached> loose(List<String> ids, long agency, List<Long> uploaders) {
        var found = new ArrayList<Circumstances.Attached>();
        for (int i = 0; i < ids.size(); i++) {
            var key = ID.matcher(String.valueOf(ids.get(i)));
            boolean is = key.matches() && store.isLoose(Integer.parseInt(key.group(1)), Long.parseLong(key.group(2)), agency, uploaders);
            if (!is) throw noFile(i);
            found.add(attached(find(ids.get(i)).orElseThrow()));
        }
        return found;
    }

    @Override
    public List<Circumstances.Attached> known(List<String> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).map(Evidence::attached).toList();
    }

    @Override
    public void hold(List<String> ids, boolean held) {
        ids.stream().map(ID::matcher).filter(java.util.regex.Matcher::matches)
                .forEach(key -> store.hold(Integer.parseInt(key.group(1)), Long.parseLong(key.group(2)), held));
    }

    private static RuntimeException noFile(int at) {
        return Refused.invalid("/files/" + at, "没有这个可附的文件：请重新上传后再附。");
    }

    private static Circumstances.Attached attached(EvidenceFile file) {
        return new Circumstances.Attached(file.id(), file.name(), file.type(), file.size(), file.sha256(), file.sm3());
    }

    /** Files attached to a case, in the order of attaching. */
    public List<EvidenceFile> of(int region, long caseId) {
        return store.ofCase(region, caseId);
    }

    /** A file within the caller's scope. */
    public Optional<EvidenceFile> find(String id) {
        var key = ID.matcher(id);
        return key.matches() ? store.find(Integer.parseInt(key.group(1)), Long.parseLong(key.group(2))) : Optional.empty();
    }

    /** Where its content lies. Throws UncheckedIOException where it is missing: detected by {@link Upkeep} too. */
    public Path content(EvidenceFile file) {
        try {
            return folder.find(file.sha256());
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a browser may show it in place. */
    public boolean previewable(EvidenceFile file) {
        return types.inline(file.type());
    }

    private static RuntimeException refusal(IOException e) {
        String message = String.valueOf(e.getMessage());
        boolean full = message.contains("No space left") || message.contains("Disk quota exceeded");
        return full ? new Refusal(Refusal.Reason.FULL, "服务器存储空间不足，文件没有保存。请联系系统管理员。") : new UncheckedIOException(e);
    }
}
