package org.mingfa.server.access.web;

import org.mingfa.server.access.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The workbench is one page that finds its own way: every address of its own opens it, so that links and reloads work. */
@Controller
@Open
class Workbench {

    @GetMapping({"/app", "/app/{*path}"})
    String page() {
        return "forward:/index.html";
    }
}
