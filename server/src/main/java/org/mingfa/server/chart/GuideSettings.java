package org.mingfa.server.chart;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a service guide (服务指南) must say and no law pack knows; an empty one is shown as not yet filled in, never invented.
 *
 * @param fees           收费标准
 * @param contact        咨询方式
 * @param oversight      监督方式
 * @param accountability 责任追究
 * @param hours          办公时间
 * @param address        办公地址
 */
@ConfigurationProperties("mingfa.guide")
public record GuideSettings(
        @DefaultValue("") String fees, @DefaultValue("") String contact, @DefaultValue("") String oversight,
        @DefaultValue("") String accountability, @DefaultValue("") String hours, @DefaultValue("") String address) {}
