package tw.gov.mocs.hub.application;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import tw.gov.mocs.hub.shared.Check;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.shared.KeyPair;

/**
 * The key that signs receipts of applications.
 *
 * @param certificate PEM file of its certificate, followed by those of its issuers; every receipt
 *     carries them
 * @param key PEM file of the private key that signs receipts and nothing else
 */
@ConfigurationProperties("hub.receipt")
@Checked(by = ReceiptSettings.Pair.class, at = "key")
public record ReceiptSettings(
    @NotNull @Checked(by = KeyFiles.OfCertificates.class) Path certificate,
    @NotNull @Checked(by = KeyFiles.OfPrivateKey.class) Path key) {

  /** The key is that of the first certificate. */
  static final class Pair implements Check<ReceiptSettings> {

    @Override
    public void check(ReceiptSettings settings) {
      KeyPair.requireFitting(settings.certificate(), settings.key());
    }
  }
}
