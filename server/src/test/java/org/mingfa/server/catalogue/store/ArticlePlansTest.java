package org.mingfa.server.catalogue.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingfa.server.access.Transactions;
import org.mingfa.server.operation.embedded.Address;
import org.mingfa.server.support.ServerTest;
import org.mingfa.server.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Among a hundred thousand articles a search finds its page through the index on letter pairs. */
@ServerTest
class ArticlePlansTest {

    private static final int ARTICLES = 100_000;

    @Autowired JdbcClient jdbc;
    @Autowired Transactions transactions;
    @Autowired ArticleSearch search;

    @Test
    void aSearchUsesTheIndex() throws Exception {
        transactions.write(this::fill);
        analyze();
        List<String> plan = transactions.write(() -> search.plan(List.of("魑魅魍魉"), LocalDate.of(2026, 1, 1)));
        assertThat(String.join("\n", plan)).contains("statute_article_bigrams").doesNotContain("Seq Scan on statute_article");
        assertThat(transactions.write(() -> search.find(List.of("魑魅魍魉"), LocalDate.of(2026, 1, 1), null, new ArticleSearch.After(0, 0), 51))).hasSize(10);
        List<ArticleSearch.Hit> frequent = transactions.write(() -> search.find(List.of("妖魔鬼怪"), LocalDate.of(2026, 1, 1), null, new ArticleSearch.After(0, 0), 51));
        assertThat(frequent).hasSize(51);
    }

    private int fill() {
        long statute = jdbc.sql("insert into statute (name) values ('大部头法') returning id").query(Long.class).single();
        long version = jdbc.sql("""
                        insert into statute_version (statute_id, title, in_force_from, in_force_by, digest, articles, import_id)
                        values (?, '大部头法', '2020-01-01', 'given', '', ?, 0) returning id""")
                .params(statute, ARTICLES).query(Long.class).single();
        return jdbc.sql("""
                        insert into statute_article (version_id, n, no, text, bigrams)
                        select ?, n, '第' || n || '条',
                            case when n % 10000 = 0 then '魑魅魍魉。' else '妖魔鬼怪。' end,
                            case when n % 10000 = 0 then array['魑魅', '魅魍', '魍魉'] else array['妖魔', '魔鬼', '鬼怪'] end
                        from generate_series(1, ?) n""")
                .params(version, ARTICLES).update();
    }

    private static void analyze() throws Exception {
        Address owner = new Address(System.getProperty("mingfa.database.url"), System.getProperty("mingfa.database.user"),
                System.getProperty("mingfa.database.password"));
        try (Connection connection = TestDatabase.open(owner); Statement statement = connection.createStatement()) {
            statement.execute("analyze statute_article; analyze statute_version; analyze statute");
        }
    }
}
