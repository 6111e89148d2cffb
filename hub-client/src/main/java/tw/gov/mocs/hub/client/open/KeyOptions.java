package tw.gov.mocs.hub.client.open;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With which key a file is opened: of a file or of a card. */
final class KeyOptions {

  @Option(
      names = "--p12",
      paramLabel = "FILE",
      description = "加密憑證與私密金鑰 PKCS#12 key and certificate (.p12, .pfx)")
  private @Nullable Path pkcs12;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "私密金鑰 or the private key, PEM (PKCS#8)")
  private @Nullable Path key;

  @Option(names = "--cert", paramLabel = "FILE", description = "其憑證 its certificate, PEM")
  private @Nullable Path certificate;

  @Option(
      names = "--pkcs11",
      paramLabel = "LIBRARY",
      description = "卡片 or a card: the PKCS#11 library of its maker (.dll, .so)")
  private @Nullable Path library;

  @Option(
      names = "--slot",
      paramLabel = "N",
      defaultValue = "0",
      description = "第幾個讀卡機 which reader, from 0 (default: ${DEFAULT-VALUE})")
  private int slot;

  @Option(names = "--card-agent", hidden = true)
  private boolean cardAgent;

  /**
   * What the options name, else what the person types.
   *
   * @throws OpenException OPTION_MISSING, CARD_AGENT; SECRET_MISSING once it is read
   */
  AgencyKeys keys(Dialogue dialogue) {
    if (cardAgent) {
      throw new OpenException(OpenFailure.CARD_AGENT);
    }
    if (library != null) {
      return AgencyKeys.card(library, slot, name -> dialogue.secret("PIN (%s): ".formatted(name)));
    }
    if (key != null) {
      Path file = key;
      if (certificate == null) {
        throw new OpenException(OpenFailure.OPTION_MISSING, "--cert");
      }
      return AgencyKeys.pem(file, certificate, () -> password(dialogue, file));
    }
    Path file = pkcs12 == null ? asked(dialogue) : pkcs12;
    return AgencyKeys.pkcs12(file, () -> password(dialogue, file));
  }

  private static Path asked(Dialogue dialogue) {
    String typed = dialogue.ask("加密憑證檔 PKCS#12 file of the key (.p12, .pfx): ");
    if (typed == null || typed.isBlank()) {
      throw new OpenException(OpenFailure.OPTION_MISSING, "--p12 | --pkcs11 | --key, --cert");
    }
    return Path.of(typed.strip());
  }

  private static char[] password(Dialogue dialogue, Path file) {
    return dialogue.secret("密碼 Password (%s): ".formatted(file.getFileName()));
  }
}
