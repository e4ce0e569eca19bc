package org.mingfa.server.paper.letter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mingfa.server.paper.letter.Envelope.Box;
import org.mingfa.server.registry.RegisterParameters;
import org.springframework.stereotype.Component;

/** The envelopes that there are (GB/T 1416: DL, C5), their windows as the register parameters say today. */
@Component
public class Envelopes {

    private final RegisterParameters parameters;

    Envelopes(RegisterParameters parameters) {
        this.parameters = parameters;
    }

    public List<Envelope> all() {
        Map<String, Double> figures = parameters.on(parameters.today()).stream().filter(p -> p.name().startsWith("letter."))
                .collect(Collectors.toMap(RegisterParameters.Parameter::name, p -> p.value().doubleValue()));
        return List.of(
                Envelope.of("dl", "DL（220×110 毫米，A4 三折）", 220, 110, 99, window("dl", figures)),
                Envelope.of("c5", "C5（229×162 毫米，A4 对折）", 229, 162, 148.5, window("c5", figures)));
    }

    public Optional<Envelope> find(String code) {
        return all().stream().filter(e -> e.code().equals(code)).findFirst();
    }

    private static Box window(String code, Map<String, Double> figures) {
        return new Box(figure(code, "left", figures), figure(code, "top", figures), figure(code, "width", figures), figure(code, "height", figures));
    }

    private static double figure(String code, String side, Map<String, Double> figures) {
        String name = "letter." + code + "-" + side;
        Double found = figures.get(name);
        if (found == null) {
            throw new IllegalStateException("no parameter " + name);
        }
        return found;
    }
}
