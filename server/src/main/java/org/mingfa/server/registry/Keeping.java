package org.mingfa.server.registry;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Caller;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.operation.Refused;
import org.mingfa.server.registry.store.RegionStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may read and keep which rows of the registers, and how a change is made: in one transaction, one after another,
 * and {@link Facts} forgets. A permission that ends in {@code .own} reaches the caller's own body only.
 */
@Component
public class Keeping {

    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('mingfa registers'))";

    private final RegionStore regions;
    private final Transactions transactions;
    private final Facts facts;
    private final JdbcClient jdbc;

    Keeping(RegionStore regions, Transactions transactions, Facts facts, JdbcClient jdbc) {
        this.regions = regions;
        this.transactions = transactions;
        this.facts = facts;
        this.jdbc = jdbc;
    }

    /** The regions whose registers the caller reads: their own and below. */
    public List<Integer> regions() {
        return regions.below(Caller.current().agency().region());
    }

    /** Those of a region and below that the caller reads. */
    public List<Integer> regions(int region) {
        List<Integer> mine = regions();
        return regions.below(region).stream().filter(mine::contains).toList();
    }

    /** Whose rows a caller sees: those of these regions, and where {@code agency} is given of that body only. */
    public record Reach(List<Integer> regions, @Nullable Long agency) {}

    /** All of the caller's regions with the permission itself, their own body with the one that ends in {@code .own}. */
    public Reach reach(String permission) {
        Caller caller = Caller.current();
        return new Reach(regions(), caller.may(permission) ? null : caller.agency().id());
    }

    /** @throws org.mingfa.server.operation.Problem 404 for a body whose rows the caller does not see */
    public void see(String permission, long agency) {
        if (!may(permission, agency)) {
            throw Refused.notFound("没有找到，或者不归您查看");
        }
    }

    /** @throws org.mingfa.server.operation.Problem 404 for a body outside the caller's regions */
    public void read(long agency) {
        if (!regions().contains(region(agency))) {
            throw Refused.notFound("没有找到，或者不在本地区");
        }
    }

    public boolean may(String permission, long agency) {
        Caller caller = Caller.current();
        return caller.may(permission) ? regions().contains(region(agency)) : caller.may(permission + ".own") && caller.agency().id() == agency;
    }

    /** @throws org.mingfa.server.operation.Problem 403 where the body's rows are not the caller's to keep */
    public void keep(String permission, long agency) {
        read(agency);
        if (!may(permission, agency)) {
            throw Refused.forbidden("您只管理本单位的登记");
        }
    }

    public <T> T change(Supplier<T> work) {
        T result = transactions.write(() -> {
            jdbc.sql(ONE_AT_A_TIME).query(rs -> { });
            return work.get();
        });
        facts.forget();
        return result;
    }

    private int region(long agency) {
        return jdbc.sql("select region_id from agency where id = ?").param(agency).query(Integer.class).optional().orElse(-1);
    }
}
