package org.mingfa.cli.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mingfa.cli.BadInput;
import org.mingfa.cli.PackFolder;
import org.mingfa.core.procedure.Census;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Citations of YAML files that are no packs: document templates, masking rules. */
final class OtherCitations {

    private OtherCitations() {}

    static List<Census.Cited> in(PackFolder folder) {
        var found = new ArrayList<Census.Cited>();
        for (Map.Entry<String, String> file : folder.texts().entrySet()) {
            try {
                for (Node document : new Yaml(new SafeConstructor(new LoaderOptions())).composeAll(new java.io.StringReader(file.getValue()))) {
                    collect(document, file.getKey(), found);
                }
            } catch (YAMLException e) {
                throw new BadInput(file.getKey() + ": " + e.getMessage(), e);
            }
        }
        return found;
    }

    /** The basis (依据) of an item is a citation too where it names an article. */
    private static boolean cites(String key, String value) {
        return key.equals("cite") || key.equals("basis") && value.matches(".+第.+条.*");
    }

    private static void collect(Node node, String file, List<Census.Cited> into) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(n -> collect(n, file, into));
        } else if (node instanceof MappingNode map) {
            for (NodeTuple t : map.getValue()) {
                if (t.getKeyNode() instanceof ScalarNode key && t.getValueNode() instanceof ScalarNode cite && cites(key.getValue(), cite.getValue())) {
                    into.add(new Census.Cited(cite.getValue(), "", file, cite.getStartMark().getLine() + 1));
                } else {
                    collect(t.getValueNode(), file, into);
                }
            }
        }
    }
}
