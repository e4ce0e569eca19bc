package org.mingfa.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Memory of processes as Linux counts it, in MiB. */
public final class Memory {

    private Memory() {}

    /** Resident now. */
    public static long resident(long pid) {
        return kib("/proc/" + pid + "/status", "VmRSS:") >> 10;
    }

    /** The most that was ever resident. */
    public static long mostResident(long pid) {
        return kib("/proc/" + pid + "/status", "VmHWM:") >> 10;
    }

    /** Of a process and its children, pages shared by several counted once (PSS). */
    public static long family(long pid) {
        List<Long> all = Stream.concat(Stream.of(pid), ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid)).toList();
        return all.stream().mapToLong(p -> kib("/proc/" + p + "/smaps_rollup", "Pss:")).sum() >> 10;
    }

    /** 0 for a process that has ended meanwhile. */
    private static long kib(String file, String key) {
        try {
            return Files.readAllLines(Path.of(file)).stream().filter(l -> l.startsWith(key)).findFirst()
                    .map(l -> Long.parseLong(l.replaceAll("\\D", ""))).orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }
}
