package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that others made, called by a script of {@code interop/}. */
enum ForeignClient {
  CURL_AND_XMLSEC1(4, "the signature does not hold", "curl-xmlsec1/call.sh"),
  ZEEP(2, "SignatureVerificationFailed", "/usr/bin/python3", "zeep/call.py"),
  NODE_SOAP(2, "invalid signature", "node", "node-soap/call.js"),
  CXF_BY_POLICY(2, "Error during certificate path validation", "cxf-policy/call.sh");

  private static final Path SCRIPTS = Path.of("..", "interop").toAbsolutePath().normalize();

  private final int lines;
  private final String complaint;
  private final List<String> command;

  ForeignClient(int lines, String complaint, String... command) {
    this.lines = lines;
    this.complaint = complaint;
    this.command = List.of(command);
  }

  /** How many lines it prints when all is well: an answer and a fault of each form it speaks. */
  int lines() {
    return lines;
  }

  /** What it says of a signature that does not hold. */
  String complaint() {
    return complaint;
  }

  /** Calls the hub that this file tells of. */
  Result run(Path demo) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(command);
    all.set(all.size() - 1, SCRIPTS.resolve(all.get(all.size() - 1)).toString());
    all.add(demo.toString());
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().put("CXF_CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(all + " closed its output and did not end:\n" + output);
    }
    return new Result(process.exitValue(), output);
  }

  /** How it ended and what it printed. */
  record Result(int status, String output) {

    /** Its findings: what else libraries print is not ours. */
    List<String> findings() {
      return output.lines().filter(line -> line.startsWith("OK ")).toList();
    }
  }
}
