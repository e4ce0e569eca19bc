package org.mingfa.server.operation.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.stereotype.Component;

/** Schemas say of our records what their types say: a component is always there, or {@code @Nullable} and may be null. */
@Component
class ApiSchemas extends ModelResolver {

    private static final String REF = "#/components/schemas/";

    ApiSchemas(ObjectMapperProvider mappers) {
        super(mappers.jsonMapper(), new ApiNames());
        openapi31(true);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = super.resolve(type, context, chain);
        Class<?> raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord() && raw.getName().startsWith("org.mingfa.")) {
            Schema<?> model = schema.get$ref() == null ? schema : context.getDefinedModels().get(schema.get$ref().substring(REF.length()));
            if (model != null && model.getProperties() != null) {
                describe(raw, model);
            }
        }
        return schema;
    }

    @SuppressWarnings("rawtypes")
    private static void describe(Class<?> raw, Schema<?> model) {
        Set<String> required = new TreeSet<>();
        Map<String, Schema> properties = model.getProperties();
        for (RecordComponent component : raw.getRecordComponents()) {
            String name = name(component);
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                describe(component.getType(), model);
                required.addAll(model.getRequired() == null ? List.of() : model.getRequired());
            } else if (properties.containsKey(name)) {
                if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    properties.computeIfPresent(name, (n, of) -> orNull(of));
                } else {
                    required.add(name);
                }
            }
        }
        model.setRequired(required.isEmpty() ? null : List.copyOf(required));
    }

    private static Schema<?> orNull(Schema<?> of) {
        if (of.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(new JsonSchema().$ref(of.get$ref()), new JsonSchema().types(Set.of("null"))));
        }
        if (of.getTypes() != null) {
            of.addType("null");
        }
        return of;
    }

    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }
}
