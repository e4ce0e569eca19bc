package org.mingfa.core.discretion;

/**
 * 法定裁量情节 (处罚法 30 to 36, 49).
 *
 * @param must 应当; else 可以
 * @param cite 行政处罚法 第三十二条第一项
 */
public record Ground(String code, String title, Effect effect, boolean must, String cite) {
    public enum Effect {
        /** 不予处罚. */
        NONE("不予处罚"),
        /** 从轻或者减轻. */
        LIGHTER("从轻或者减轻"),
        /** 从重. */
        HEAVIER("从重");

        private final String title;

        Effect(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
