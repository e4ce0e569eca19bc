package org.mingfa.server.disclosure.portal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a government site must show of itself; an empty one is shown as not yet filled in, never invented.
 *
 * @param title    of the site
 * @param host     主办单位
 * @param contact  联系方式
 * @param siteCode 政府网站标识码
 * @param icp      ICP 备案号
 * @param police   公安备案号
 * @param findFault address of 我为政府网站找错 for this site
 * @param badge    address of the 党政机关 badge's page for this site
 * @param address  of this site as the public reaches it, for QR codes; empty: as the request names it
 */
@ConfigurationProperties("mingfa.portal")
public record Site(
        @DefaultValue("行政执法信息公示平台") String title,
        @DefaultValue("") String host,
        @DefaultValue("") String contact,
        @DefaultValue("") String siteCode,
        @DefaultValue("") String icp,
        @DefaultValue("") String police,
        @DefaultValue("") String findFault,
        @DefaultValue("") String badge,
        @DefaultValue("") String address) {

    /** Only a web address is made a link. */
    public static boolean linked(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }

    public static String or(String value) {
        return value.isBlank() ? "未设置" : value;
    }
}
