package org.mingfa.server.operation.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Locale;
import org.mingfa.server.operation.Problem;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** What is said of the REST API as a whole, and of every operation: its name, and the problems it may answer with. */
@Component
class ApiDescription implements OpenApiCustomizer, OperationCustomizer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CsrfToken.class);
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(new Info().title("Mingfa 明法").version("1").description("""
                JSON in UTF-8; dates are ISO 8601, money is whole 分, ids are texts. Sign in with POST /api/session: the session is a cookie. \
                Every write repeats the cookie XSRF-TOKEN (drawn by GET /api/session) in the header X-XSRF-TOKEN. \
                Refusals are application/problem+json (RFC 9457); any operation may answer 500 or 503 with one. \
                A body is one JSON object without unknown members; what is missing or wrong in it is told by JSON pointers."""));
        ApiProblem.schemas().forEach(api.getComponents()::addSchemas);
        api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> problems(path, method, operation)));
    }

    private static void problems(String path, PathItem.HttpMethod method, Operation operation) {
        boolean writes = method != PathItem.HttpMethod.GET;
        problem(operation, 400);
        boolean session = path.equals("/api/session");
        if (!session || method != PathItem.HttpMethod.DELETE) {
            problem(operation, 401);
        }
        if (!session || writes) {
            problem(operation, 403);
        }
        if (path.contains("{")) {
            problem(operation, 404);
        }
        if (operation.getRequestBody() != null) {
            Arrays.stream(new int[] {413, 415, 422}).forEach(status -> problem(operation, status));
        }
        if (writes && (path.equals("/api/cases") || path.endsWith("/acts") || path.startsWith("/api/publications/"))) {
            problem(operation, 409);
        }
        if (path.endsWith("/documents/{id}")) {
            problem(operation, 410);
        }
        if (session && operation.getRequestBody() != null) {
            problem(operation, 423);
        }
    }

    /** Says that an operation may answer with this status and a problem. */
    private static void problem(Operation operation, int status) {
        operation.getResponses().addApiResponse(Integer.toString(status), new ApiResponse()
                .description(Problem.title(status))
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(new Schema<>().$ref(ApiProblem.REF)))));
    }

    /** An operation is called by its controller and its method: {@code caseList}. */
    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        String controller = method.getBeanType().getSimpleName().replaceFirst("Controller$", "");
        String name = method.getMethod().getName();
        operation.setOperationId(controller.substring(0, 1).toLowerCase(Locale.ROOT) + controller.substring(1)
                + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        operation.setTags(java.util.List.of(controller));
        if (Arrays.asList(method.getMethod().getParameterTypes()).contains(MultipartFile.class)) {
            Content body = operation.getRequestBody().getContent();
            body.addMediaType("multipart/form-data", body.remove("application/json"));
            problem(operation, 507);
        }
        return operation;
    }
}
