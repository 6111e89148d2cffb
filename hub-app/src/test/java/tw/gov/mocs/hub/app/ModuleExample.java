package tw.gov.mocs.hub.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An example of the integration module in another language. */
enum ModuleExample {
  PYTHON("/usr/bin/python3", "examples/python/call.py"),
  NODE("node", "examples/node/call.js"),
  PHP("php", "examples/php/call.php"),
  CSHARP("mono", "examples/csharp/Call.exe"),
  CURL_AND_XMLSEC1("bash", "examples/curl-xmlsec1/call.sh");

  private final List<String> command;

  ModuleExample(String... command) {
    this.command = List.of(command);
  }

  /** Calls with this value of the criterion, as this connection file says. */
  UnpackedModule.Result run(UnpackedModule module, String value, Path connection) throws Exception {
    if (this == CSHARP) {
      module.require("mcs", "-r:System.Security.dll", "-out:" + command.get(1), source());
    }
    List<String> all = new ArrayList<>(command);
    all.add(value);
    all.add(connection.toString());
    return module.run(all);
  }

  private String source() {
    return command.get(1).replace(".exe", ".cs");
  }
}
