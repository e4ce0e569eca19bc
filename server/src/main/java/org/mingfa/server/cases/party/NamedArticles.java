package org.mingfa.server.cases.party;

import java.util.List;
import java.util.regex.Pattern;

/** The articles that a text names, such as 《食品安全法》第五十三条: what is compared are law and article, whatever stands before the law's name. */
record NamedArticles(List<Named> all) {

    record Named(String law, String article) {

        boolean same(Named other) {
            return article.equals(other.article) && (law.endsWith(other.law) || other.law.endsWith(law));
        }
    }

    private static final Pattern ARTICLE = Pattern.compile("(\\p{IsHan}{1,40}?(?:法典|法|条例|规定|办法|细则|规则))[》\\s]*第([\\p{IsHan}\\d]{1,9}?)条");

    static NamedArticles of(String text) {
        return new NamedArticles(ARTICLE.matcher(text).results().map(m -> new Named(m.group(1), m.group(2))).toList());
    }

    boolean meet(NamedArticles others) {
        return all.stream().anyMatch(a -> others.all.stream().anyMatch(a::same));
    }
}
