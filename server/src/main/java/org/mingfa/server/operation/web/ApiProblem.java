package org.mingfa.server.operation.web;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The schemas of a refusal; its members are those of {@link org.mingfa.server.operation.ProblemWriter}. */
final class ApiProblem {

    static final String REF = "#/components/schemas/Problem";

    private ApiProblem() {}

    static Map<String, Schema<?>> schemas() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("type", text("a URI that names the kind; left out where the status says enough"));
        members.put("title", text("the kind, in words for people"));
        members.put("status", typed("integer", "the status"));
        members.put("detail", text("what is wrong and how to mend it, in words for people"));
        members.put("instance", text("the path that was asked"));
        members.put("requestId", text("as in the header X-Request-Id and in the log"));
        members.put("errors", list("what is wrong where in the body", new JsonSchema().$ref("#/components/schemas/ProblemFault")));
        members.put("findings", list("what the law says against it", new JsonSchema().$ref("#/components/schemas/Finding")));
        members.put("seq", typed("integer", "409 on an act: the number of the last entry now"));
        members.put("entries", list("409 on an act: what others have entered since", typed("object", "seq, act, title and more of an entry")));
        Schema<?> problem = object(members, List.of("title", "status", "detail", "instance", "requestId"));
        Schema<?> fault = object(
                Map.of("pointer", text("JSON pointer into the body, such as /form/fine"), "message", text("what is wrong there")), List.of("pointer", "message"));
        return Map.of("Problem", problem, "ProblemFault", fault);
    }

    private static Schema<?> object(Map<String, Schema<?>> members, List<String> required) {
        Schema<?> schema = new JsonSchema().types(Set.of("object"));
        members.forEach(schema::addProperty);
        return schema.required(required);
    }

    private static Schema<?> text(String description) {
        return typed("string", description);
    }

    private static Schema<?> typed(String type, String description) {
        return new JsonSchema().types(Set.of(type)).description(description);
    }

    private static Schema<?> list(String description, Schema<?> of) {
        return typed("array", description).items(of);
    }
}
