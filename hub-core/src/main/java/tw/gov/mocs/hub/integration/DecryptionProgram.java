package tw.gov.mocs.hub.integration;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.delivery.DeliverySettings;

/**
 * 解密程式: what an agency opens its one-time files with, in one zip: the program, scripts that start
 * it, and the certificates that its files are signed with. It holds no key, and is the same for
 * everybody.
 */
@Component
public class DecryptionProgram {

  /** Under which name the certificates are given out; the program looks for it beside itself. */
  public static final String AUTHORITIES = "hub-authorities.pem";

  private static final String LICENCE = "licenses/Apache-2.0.txt";

  private final DeliverySettings delivery;

  DecryptionProgram(DeliverySettings delivery) {
    this.delivery = delivery;
  }

  /** The certificate that delivered files are signed with, then its issuers; PEM. */
  public String authorities() {
    return Pem.certificates(delivery.certificate());
  }

  /** Writes it as a zip; the stream stays open. */
  public void writeTo(OutputStream out) throws IOException {
    Bundle bundle = new Bundle();
    StandingFiles.read("open").forEach(bundle::add);
    bundle.add(LICENCE, requireNonNull(StandingFiles.read("module").get(LICENCE), LICENCE));
    bundle.add(AUTHORITIES, authorities());
    bundle.writeTo(out);
  }
}
