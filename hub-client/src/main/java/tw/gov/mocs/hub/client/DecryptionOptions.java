package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.ConnectionOptions.given;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With which key a command opens encrypted answers. */
final class DecryptionOptions {

  @Option(
      names = "--encryption-key",
      paramLabel = "FILE",
      description = "private key that opens encrypted answers, PEM (解密私鑰)")
  private @Nullable Path key;

  @Option(
      names = "--encryption-cert",
      paramLabel = "FILE",
      description = "its registered certificate, PEM (加密憑證)")
  private @Nullable Path certificate;

  /** Those of the demo's caller, where it has them and no others are given. */
  void fillFrom(DemoFile demo, String caller) {
    Path ofCaller = demo.pki(caller + "-encryption.key");
    if (key == null && Files.exists(ofCaller)) {
      key = ofCaller;
      certificate = demo.pki(caller + "-encryption.crt");
    }
  }

  /** Those of the module, where it names them and no others are given. */
  void fillFrom(ConfFile module) {
    if (key == null) {
      key = module.path("encryption-key");
      certificate = module.path("encryption-certificate");
    }
  }

  void applyTo(HubClient.Builder client) {
    Path file = key;
    if (file == null) {
      return;
    }
    KeyFiles.Pair pair =
        KeyFiles.pem(file, given(certificate, "--encryption-cert"), () -> KeyPassword.of(file));
    client.decryptWith(pair.key(), pair.certificate());
  }
}
