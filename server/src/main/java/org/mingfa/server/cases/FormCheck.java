package org.mingfa.server.cases;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Map;
import org.mingfa.core.procedure.ActSpec;
import org.mingfa.core.procedure.CaseFile;
import org.mingfa.core.procedure.Procedure;
import org.mingfa.server.cases.store.Contents;
import org.mingfa.server.cases.store.StrictForm;
import org.mingfa.server.operation.Problem.Fault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Checks an act's contents against the JSON Schema of its law pack. */
@Component
public class FormCheck {

    private record Form(String procedure, String act) {}

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, b -> b.schemaCacheEnabled(false).schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).pathType(PathType.JSON_POINTER).build()));
    private final Cache<Form, Schema> schemas = Caffeine.newBuilder().maximumSize(500).build();
    private final JsonMapper json;

    FormCheck(JsonMapper json) {
        this.json = json;
    }

    /** All that does not fit, with pointers below {@code at}; empty when the form is in order. */
    List<Fault> check(Procedure procedure, ActSpec act, Map<String, Object> form, String at) {
        // An act late enough to stand under an earlier version is not of this procedure: its schema is not kept.
        Schema schema = procedure.act(act.code()) == act ? schemas.get(new Form(procedure.digest(), act.code()), k -> schema(act)) : schema(act);
        return schema.validate(json.<tools.jackson.databind.JsonNode>valueToTree(form)).stream()
                .map(e -> new Fault(at + pointer(e), message(e)))
                .distinct().toList();
    }

    private Schema schema(ActSpec act) {
        return registry.getSchema(json.<tools.jackson.databind.JsonNode>valueToTree(StrictForm.of(act.form())));
    }

    /** A form's values as the engine keeps them, with ids for the objects that it makes; adds to {@code faults} what does not fit. */
    public Map<String, Object> contents(CaseFile file, ActSpec act, Map<String, Object> form, String at, List<Fault> faults) {
        faults.addAll(check(file.procedure(), act, form, at));
        try {
            return identified(file, act, Contents.normal(form));
        } catch (ArithmeticException e) {
            faults.add(new Fault(at, "数值应为整数，且不得过大"));
            return Map.of();
        }
    }

    /** The form with an id for each row of it that becomes an object. */
    public Map<String, Object> identified(CaseFile file, ActSpec act, Map<String, Object> form) {
        return Contents.identified(act, file, form);
    }

    private static String pointer(Error e) {
        String property = e.getProperty();
        return property == null ? e.getInstanceLocation().toString() : e.getInstanceLocation() + "/" + property;
    }

    private static String message(Error e) {
        Object first = e.getArguments() == null || e.getArguments().length == 0 ? "" : e.getArguments()[0];
        return switch (e.getKeyword()) {
            case "required" -> "必填";
            case "additionalProperties", "unevaluatedProperties" -> "没有这一项";
            case "const" -> "须经确认";
            case "enum" -> "不在可选范围内";
            case "type" -> "类型不符：" + type(e);
            case "format" -> "应为日期，如 2026-03-01";
            case "pattern" -> "格式不符";
            case "minLength", "minItems" -> "不得少于 " + first;
            case "maxLength", "maxItems" -> "不得多于 " + first;
            case "minimum" -> "不得小于 " + first;
            case "maximum" -> "不得大于 " + first;
            default -> e.getMessage();
        };
    }

    private static String type(Error e) {
        String wanted = e.getSchemaNode() == null ? "" : e.getSchemaNode().asString("");
        return switch (wanted) {
            case "string" -> "应为文字";
            case "integer" -> "应为整数";
            case "boolean" -> "应为是或否";
            case "array" -> "应为列表";
            case "object" -> "应为一组内容";
            default -> wanted;
        };
    }
}
