package org.mingfa.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyWordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 人民币零元整", "1, 人民币壹分", "10, 人民币壹角整", "15, 人民币壹角伍分", "100, 人民币壹元整",
        "105, 人民币壹元零伍分", "150, 人民币壹元伍角整", "1000, 人民币壹拾元整", "300000, 人民币叁仟元整",
        "300100, 人民币叁仟零壹元整", "1000000, 人民币壹万元整", "1000500, 人民币壹万零伍元整",
        "1050000, 人民币壹万零伍佰元整", "10000000, 人民币壹拾万元整", "10070003, 人民币壹拾万零柒佰元零叁分",
        "140950, 人民币壹仟肆佰零玖元伍角整", "600714, 人民币陆仟零柒元壹角肆分", "10000000000, 人民币壹亿元整",
        "10000000100, 人民币壹亿零壹元整", "10001000000, 人民币壹亿零壹万元整", "1234567890123, 人民币壹佰贰拾叁亿肆仟伍佰陆拾柒万捌仟玖佰零壹元贰角叁分",
        "100000000000000, 人民币壹万亿元整", "100010000000000, 人民币壹万零壹亿元整"
    })
    void writesAnAmountInCapitalWordsAsABillDoes(long fen, String words) {
        assertEquals(words, MoneyWords.of(fen));
    }

    @Test
    void writesFiguresWithSeparators() {
        assertEquals("1,234,567.08元", MoneyWords.figures(123456708));
    }

    @Test
    void refusesAmountsItCannotWrite() {
        assertThrows(IllegalArgumentException.class, () -> MoneyWords.of(-1));
        assertThrows(IllegalArgumentException.class, () -> MoneyWords.of(Long.MAX_VALUE));
    }
}
