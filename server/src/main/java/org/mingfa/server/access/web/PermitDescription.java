package org.mingfa.server.access.web;

import io.swagger.v3.oas.models.Operation;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says in the description of the API which permission an operation asks for: any of {@code x-permission}. */
@Component
class PermitDescription implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Permits.permit(method).ifPresent(permit -> operation.addExtension("x-permission", permit.value()));
        return operation;
    }
}
