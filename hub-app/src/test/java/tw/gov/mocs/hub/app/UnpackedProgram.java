package tw.gov.mocs.hub.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tw.gov.mocs.hub.app.UnpackedModule.Result;

/** 解密程式 as an agency has it: unpacked in a folder, and a file that it downloaded. */
record UnpackedProgram(UnpackedModule unpacked, Path pki, String fileName, byte[] file) {

  /** Of the demo's PKCS#12 files. */
  private static final String PASSWORD = "changeit";

  /** Opens the file with this key of the demo, into an empty folder. */
  Result open(Path to, byte[] bytes, String key, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of("--p12", pki.resolve(key + ".p12").toString()));
    all.addAll(List.of(options));
    return run(command(put(to, bytes), to, all), PASSWORD, "");
  }

  /** Opens the file with a card. */
  Result open(Path to, Path library, String pin, Path configuration) throws Exception {
    List<String> options = List.of("--pkcs11", library.toString());
    return run(command(put(to, file), to, options), pin, configuration.toString());
  }

  private Path put(Path to, byte[] bytes) throws IOException {
    return Files.write(to.resolve(fileName), bytes);
  }

  private static List<String> command(Path sealed, Path to, List<String> options) {
    List<String> all =
        new ArrayList<>(List.of("sh", "open.sh", sealed.toString(), "--to", to.toString()));
    all.addAll(options);
    return all;
  }

  /** The command that opens this file with the key of agency A. */
  List<String> command(Path sealed, Path to) {
    return command(sealed, to, List.of("--p12", pki.resolve("agency-a-encryption.p12").toString()));
  }

  Result run(List<String> command) throws Exception {
    return run(command, PASSWORD, "");
  }

  private Result run(List<String> command, String secret, String tokens) throws Exception {
    Process process = builder(command, secret, tokens).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  ProcessBuilder builder(List<String> command) {
    return builder(command, PASSWORD, "");
  }

  private ProcessBuilder builder(List<String> command, String secret, String tokens) {
    ProcessBuilder builder = unpacked.builder(command);
    builder.environment().put("HUB_KEY_PASSWORD", secret);
    builder.environment().put("SOFTHSM2_CONF", tokens);
    return builder;
  }

  /** What stands in a folder besides the file. */
  List<String> left(Path to) throws IOException {
    try (Stream<Path> files = Files.list(to)) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(name -> !name.equals(fileName))
          .toList();
    }
  }
}
