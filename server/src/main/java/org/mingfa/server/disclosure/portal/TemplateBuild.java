package org.mingfa.server.disclosure.portal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Compiles the portal's templates while the program is built (server/pom.xml); not used when it runs. */
public final class TemplateBuild {
    private TemplateBuild() {}

    /** @param arguments folder of templates, folder for classes */
    public static void main(String[] arguments) throws IOException {
        var engine = TemplateEngine.create(new DirectoryCodeResolver(Path.of(arguments[0])), Path.of(arguments[1]), ContentType.Html, null,
                "gg.jte.generated.precompiled");
        engine.setTrimControlStructures(true);
        List<String> classPath = Arrays.asList(System.getProperty("java.class.path").split(java.io.File.pathSeparator));
        engine.precompileAll(classPath);
        try (var sources = Files.walk(Path.of(arguments[1], "gg"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) Files.delete(source);
        }
    }
}
