package tw.gov.mocs.hub.delivery;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.setting.AtRuntime;
import tw.gov.mocs.hub.setting.AtRuntime.Unit;
import tw.gov.mocs.hub.shared.Check;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.Folders;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.shared.KeyPair;

/**
 * One-time files for agencies, each sealed to its agency's certificate.
 *
 * @param folder where they stand until they are taken; all nodes share it
 * @param making whether this node makes files
 * @param kept how long a file can be taken
 * @param ticket how long a download that was begun can be resumed
 * @param certificate PEM file of the certificate of the key, followed by those of its issuers;
 *     every file carries them
 * @param key PEM file of the private key that signs delivered files and nothing else
 */
@ConfigurationProperties("hub.delivery")
@Checked(by = DeliverySettings.Pair.class, at = "key")
public record DeliverySettings(
    @NotNull @Checked(by = Folders.Usable.class) Path folder,
    @DefaultValue("true") boolean making,
    @AtRuntime(unit = Unit.DAYS_LONG, most = 90) @DefaultValue("14d") @DurationMin(days = 1)
        Duration kept,
    @AtRuntime(unit = Unit.HOURS_LONG, most = 168) @DefaultValue("8h") @DurationMin(minutes = 1)
        Duration ticket,
    @NotNull @Checked(by = KeyFiles.OfCertificates.class) Path certificate,
    @NotNull @Checked(by = KeyFiles.OfPrivateKey.class) Path key) {

  /** The key is that of the first certificate. */
  static final class Pair implements Check<DeliverySettings> {

    @Override
    public void check(DeliverySettings settings) {
      KeyPair.requireFitting(settings.certificate(), settings.key());
    }
  }
}
