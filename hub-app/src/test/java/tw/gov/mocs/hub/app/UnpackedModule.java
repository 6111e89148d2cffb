package tw.gov.mocs.hub.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An integration module, unpacked in a folder in which nothing else was, and its programs. */
record UnpackedModule(Path folder) {

  static final Path NODE_SOAP = Path.of("..", "interop", "node-soap").toAbsolutePath().normalize();
  private static final Path NODE_MODULES = NODE_SOAP.resolve("node_modules");

  /** Unpacks it. */
  static UnpackedModule of(byte[] zip, Path emptyFolder) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = emptyFolder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, in.readAllBytes());
      }
    }
    return new UnpackedModule(emptyFolder);
  }

  /** How a program ended and what it printed. */
  record Result(int status, String output) {}

  /** Puts the agency's key where the README says. */
  void putKeys(Path pki, String name) throws IOException {
    Path keys = Files.createDirectories(folder.resolve("keys"));
    Files.copy(pki.resolve(name + ".key"), keys.resolve("agency.key"));
    Files.copy(pki.resolve(name + ".crt"), keys.resolve("agency.crt"));
  }

  /** Its connection file, or another one beside it with one value replaced. */
  Path connection(String name, String value) throws IOException {
    String text = Files.readString(folder.resolve("connection.conf"));
    return Files.writeString(
        folder.resolve("other-" + name + ".conf"),
        text.replaceFirst("(?m)^" + name + " = .*$", name + " = " + value));
  }

  Path connection() {
    return folder.resolve("connection.conf");
  }

  Result client(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("sh", "hub-client"));
    all.addAll(List.of(arguments));
    return run(all);
  }

  Result run(List<String> command) throws Exception {
    Process process = builder(command).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(command + " closed its output and did not end:\n" + output);
    }
    return new Result(process.exitValue(), output);
  }

  /** Starts a program in the folder. */
  ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    String path = Path.of(System.getProperty("java.home"), "bin").toString();
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().merge("PATH", path, (old, own) -> own + ":" + old);
    // npm ci was run beside the same list of packages.
    builder.environment().put("NODE_PATH", NODE_MODULES.toString());
    return builder;
  }

  void require(String... command) throws Exception {
    Result result = run(List.of(command));
    if (result.status() != 0) {
      throw new IllegalStateException(result.output());
    }
  }
}
