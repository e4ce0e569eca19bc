package org.mingfa.server.record;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How far each projection is behind the record, measured when asked: one short read of an index. */
@Component
class LagMeters implements MeterBinder {

    private final Projections projections;

    LagMeters(Projections projections) {
        this.projections = projections;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Projection projection : projections.all()) {
            Gauge.builder("mingfa.projection.lag.entries", projection, it -> projections.lag(it).entries())
                    .tag("projection", projection.name())
                    .description("entries that a projection has not applied yet; counted up to " + Projections.COUNTED)
                    .register(meters);
            Gauge.builder("mingfa.projection.lag.seconds", projection, it -> projections.lag(it).seconds())
                    .tag("projection", projection.name())
                    .description("age of the oldest of them")
                    .register(meters);
        }
    }
}
