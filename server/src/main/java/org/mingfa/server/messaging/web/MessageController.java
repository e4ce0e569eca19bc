package org.mingfa.server.messaging.web;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.access.Permit;
import org.mingfa.server.messaging.MyMessages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the caller is sent outside of the workbench (短信、消息). */
@RestController
class MessageController {

    private final MyMessages messages;

    MessageController(MyMessages messages) {
        this.messages = messages;
    }

    /** @param on whether the caller wants it */
    record Want(@Nullable Boolean on) {}

    @Operation(summary = "By what the caller is told outside of the workbench, and the latest messages")
    @GetMapping("/api/messages")
    @Permit("case.read")
    MyMessages.View view() {
        return messages.view();
    }

    @Operation(summary = "Wants messages of this kind, or does not")
    @PutMapping("/api/messages/{carrier}")
    @Permit("case.read")
    MyMessages.View want(@PathVariable String carrier, @RequestBody Want want) {
        return messages.want(carrier, want.on());
    }
}
