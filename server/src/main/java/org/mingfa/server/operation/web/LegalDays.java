package org.mingfa.server.operation.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateTimeDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Days of requests are of the years 1 to 9999: what lies outside is no day of any law, and neither Java nor the database can count from it. */
@Configuration(proxyBeanMethods = false)
class LegalDays implements WebMvcConfigurer {

    private static final int LAST_YEAR = 9999;

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Day());
    }

    /** Of a query or a path: ISO text. */
    private static final class Day implements Converter<String, @Nullable LocalDate> {

        @Override
        public @Nullable LocalDate convert(String text) {
            if (text.isBlank()) {
                return null;
            }
            LocalDate day = LocalDate.parse(text.strip());
            if (outside(day.getYear())) {
                throw new IllegalArgumentException("a day outside of the years 1 to 9999");
            }
            return day;
        }
    }

    @Bean
    JacksonModule daysOfRequests() {
        return new SimpleModule("legal-days").addDeserializer(LocalDate.class, new BodyDay()).addDeserializer(LocalDateTime.class, new BodyMoment());
    }

    private static final class BodyDay extends StdDeserializer<LocalDate> {

        BodyDay() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser p, DeserializationContext context) {
            LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(p, context);
            return day != null && outside(day.getYear()) ? (LocalDate) context.handleWeirdStringValue(LocalDate.class, "", "a day outside of the years 1 to 9999") : day;
        }
    }

    private static final class BodyMoment extends StdDeserializer<LocalDateTime> {

        BodyMoment() {
            super(LocalDateTime.class);
        }

        @Override
        public LocalDateTime deserialize(JsonParser p, DeserializationContext context) {
            LocalDateTime moment = LocalDateTimeDeserializer.INSTANCE.deserialize(p, context);
            return moment != null && outside(moment.getYear()) ? (LocalDateTime) context.handleWeirdStringValue(LocalDateTime.class, "", "a moment outside of the years 1 to 9999") : moment;
        }
    }

    private static boolean outside(int year) {
        return year < 1 || year > LAST_YEAR;
    }
}
