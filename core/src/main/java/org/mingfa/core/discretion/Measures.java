package org.mingfa.core.discretion;

import java.util.regex.Pattern;

/** Consequences that are no fine (处罚法 9 and orders to correct), by how they begin. */
final class Measures {
    private static final Pattern BEGINS = Pattern.compile("(?:情节(?:特别)?严重的?)?(?:可以?|应当|并|同时|给予|予以|处以?|处)*(?:"
            + "警告|通报批评|直至|责令|责成|没收|追缴|吊销|撤销|暂扣|降低资质|限制|停止|停产|停业|停工|禁止|限期|取缔|移送|移交|关闭|拆除|恢复|消除|采取|退还|退赔|销毁|"
            + "(?:不予|免予|免于)(?:行政)?处罚|强制|报经|报请|行政拘留|拘留|不得|补办|委托|指定|代为|列入|取消|注销|公告|[一二三四五六七八九十0-9]+(?:年|个月)内不)"
            + "[\\u4e00-\\u9fa5、《》()0-9-]*");
    private static final Pattern BY = Pattern.compile("由[\\u4e00-\\u9fa5]{2,40}?(?=责令|给予|没收|吊销|警告|处)");
    private static final Pattern MONEY = Pattern.compile("元|倍|%|罚款|百分之|千分之|以上|以下|不超过|万|(?<!处)罚"
            + "|处[0-9一二两三四五六七八九十]|[一二两三四五六七八九十][百千]|[0-9](?![0-9]*(?:年|个|日|月|天|小时|条|款|项))|[或和及并、的处]$|或者$");

    /** No fine, though perhaps something else. */
    private static final java.util.Set<String> UNFINED = java.util.Set.of("不予罚款", "不处罚款", "免予罚款", "免于罚款");

    private Measures() {}

    static boolean is(String words) {
        if (UNFINED.contains(words)) {
            return true;
        }
        String what = BY.matcher(words).lookingAt() ? BY.matcher(words).replaceFirst("") : words;
        return BEGINS.matcher(what).matches() && !MONEY.matcher(what).find();
    }
}
