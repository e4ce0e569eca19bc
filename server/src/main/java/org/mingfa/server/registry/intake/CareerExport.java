package org.mingfa.server.registry.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.registry.Keeping;
import org.mingfa.server.sheet.Column;
import org.mingfa.server.sheet.SheetOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of one body with the columns of the import, the oldest first, so that they can be taken in elsewhere; read as they are written. */
@Component
public class CareerExport {

    private static final int MOST = 50_000;
    private static final int PAGE = 1_000;

    private static final Map<CareerColumns.Table, String> SQL = Map.of(
            CareerColumns.Table.LEADS, """
                    select p.name, a.name, '', l.what, l.from_day, l.until_day, l.by_whom, l.basis from lead_qualification l join person p on p.id = l.person_id
                    join agency a on a.id = l.agency_id where l.agency_id = :agency and cast(:all as boolean) is not null order by l.person_id, l.id limit :most""",
            CareerColumns.Table.POSTINGS, """
                    select p.name, a.name, '', b.name, g.from_day, g.to_day, g.directs, g.appraises, g.basis from posting g join person p on p.id = g.person_id
                    join agency a on a.id = g.home_id join agency b on b.id = g.body_id where g.home_id = :agency and cast(:all as boolean) is not null order by g.id limit :most""",
            CareerColumns.Table.RECORDS, """
                    select p.name, a.name, '', s.kind, s.title, s.from_day, s.to_day, s.by_whom, s.document from service_record s join person p on p.id = s.person_id
                    join agency a on a.id = p.agency_id where p.agency_id = :agency and s.void_reason = '' and (cast(:all as boolean) or s.kind = 'commendation') order by p.id, s.id limit :most""",
            CareerColumns.Table.POWERS, """
                    select a.name, w.matter, l.title, w.valid_from, w.up_to, w.ended, w.basis from approval_power w join approval_level l on l.code = w.level
                    join agency a on a.id = w.agency_id where w.agency_id = :agency and cast(:all as boolean) is not null order by w.matter, w.valid_from, l.ordinal desc limit :most""");

    private final JdbcClient jdbc;
    private final Keeping keeping;
    private final Transactions transactions;
    private final CareerTable tables;

    CareerExport(JdbcClient jdbc, Keeping keeping, Transactions transactions, CareerTable tables) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.transactions = transactions;
        this.tables = tables;
    }

    /** Protection (insurance, counselling …) only for whoever keeps the body's people. */
    public void write(CareerColumns.Table table, long agency, OutputStream out) {
        keeping.see("service.read", agency);
        List<String> header = tables.columns(table).all().stream().map(Column::title).toList();
        transactions.read(() -> {
            try (Stream<List<String>> rows = jdbc.sql(SQL.get(table)).param("agency", agency).param("all", keeping.may("career.write", agency)).param("most", MOST).withFetchSize(PAGE)
                    .query((rs, n) -> Stream.iterate(1, i -> i <= header.size(), i -> i + 1).map(i -> cell(header.get(i - 1), text(rs, i))).toList()).stream()) {
                SheetOut.xlsx(table.title(), header, rows, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return agency;
        });
    }

    private static String text(java.sql.ResultSet rs, int i) {
        try {
            String text = rs.getString(i);
            return text == null ? "" : text;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cell(String column, String text) {
        return switch (column) {
            case CareerColumns.STEP -> CareerTable.title(CareerColumns.STEPS, text);
            case CareerColumns.DIRECTS, CareerColumns.APPRAISES -> CareerTable.title(CareerColumns.SIDES, text);
            case CareerColumns.KIND -> CareerTable.title(CareerColumns.KINDS, text);
            case CareerColumns.ENDED -> text.equals("t") ? "是" : "否";
            case CareerColumns.AMOUNT -> text.isEmpty() ? "" : new BigDecimal(text).movePointLeft(2).stripTrailingZeros().toPlainString();
            default -> text;
        };
    }
}
