package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.ConnectionOptions.given;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With which key and certificate a command calls. */
final class SigningOptions {

  @Option(names = "--key", paramLabel = "FILE", description = "private key, PEM (私鑰)")
  private @Nullable Path key;

  @Option(names = "--cert", paramLabel = "FILE", description = "its certificate, PEM (憑證)")
  private @Nullable Path certificate;

  @Option(
      names = "--p12",
      paramLabel = "FILE",
      description =
          "instead of both: PKCS#12; the password is asked for or taken from "
              + KeyPassword.VARIABLE)
  private @Nullable Path pkcs12;

  /** Those of the demo's caller, where no others are given. */
  void fillFrom(DemoFile demo, String caller) {
    if (pkcs12 == null && key == null) {
      key = demo.pki(caller + ".key");
      certificate = certificate == null ? demo.pki(caller + ".crt") : certificate;
    }
  }

  /** Those of the module, where no others are given. */
  void fillFrom(ConfFile module) {
    if (pkcs12 == null && key == null) {
      key = module.requirePath("key");
      certificate = certificate == null ? module.requirePath("certificate") : certificate;
    }
  }

  KeyFiles.Pair pair() {
    Path store = pkcs12;
    if (store != null) {
      return KeyFiles.pkcs12(store, () -> KeyPassword.of(store));
    }
    Path file = given(key, "--key");
    return KeyFiles.pem(file, given(certificate, "--cert"), () -> KeyPassword.of(file));
  }
}
