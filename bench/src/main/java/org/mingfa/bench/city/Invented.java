package org.mingfa.bench.city;

import java.util.random.RandomGenerator;

/** Names of parties and violations that belong to nobody; the region code 149900 is not assigned. */
public final class Invented {

    private static final String[] PLACES = {"云岭市", "南岭区", "清河县", "云栖镇", "青禾镇", "叠翠街道", "长滩镇", "望江街道"};
    private static final String WORDS = "禾穗澄碧星汀顺岭沃垄筑岚恒春茶铄光知味青鲜栖翠拾烘畔乳丰种满药滩渔锦程瑞康泰和安福昌盛兴隆永信德仁義宏远达通利源"
            + "明辉嘉润雅怡悦晨曦朝阳凌霄鸿鹏飞翔云帆海澜江河湖泊林森松柏竹梅兰菊荷莲桂枫";
    private static final String[] TRADES = {"食品", "餐饮管理", "商贸", "农资", "建设工程", "化工", "家居", "广告", "电梯服务", "货运", "印染", "乳业", "种业", "药房连锁", "生鲜超市", "文化娱乐"};
    private static final String[] VIOLATIONS = {"未按规定建立进货查验记录", "未取得许可从事食品经营", "对商品作虚假宣传", "发布虚假广告", "以不合格产品冒充合格产品", "使用未经检验的电梯",
        "无照经营", "未保存进货凭证", "经营标签不符合规定的预包装食品", "未公示营业执照", "价格标示不规范", "经营超过保质期的食品"};
    private static final String SURNAMES = "林苏程韩沈杜姚谭廖邹熊陆孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹易常武乔贺赖龚文";
    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Invented() {}

    /** What one case is about; the same number gives the same, but for the chance in the generator. */
    public static Walk.Facts facts(int number, RandomGenerator random, String lead) {
        String party = PLACES[random.nextInt(PLACES.length)] + word(random) + word(random) + word(random) + TRADES[random.nextInt(TRADES.length)] + "有限公司";
        String address = PLACES[random.nextInt(PLACES.length)] + "云台路" + (1 + random.nextInt(900)) + "号";
        return new Walk.Facts(party, uscc(number), address, SURNAMES.charAt(random.nextInt(SURNAMES.length())) + "" + word(random) + word(random),
                VIOLATIONS[random.nextInt(VIOLATIONS.length)], lead);
    }

    private static char word(RandomGenerator random) {
        return WORDS.charAt(random.nextInt(WORDS.length()));
    }

    /** Eighteen characters with the right check character (GB 32100). */
    static String uscc(int number) {
        String seventeen = "91149900MB" + "%07d".formatted(number % 10_000_000);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += LETTERS.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return seventeen + LETTERS.charAt((31 - sum % 31) % 31);
    }
}
