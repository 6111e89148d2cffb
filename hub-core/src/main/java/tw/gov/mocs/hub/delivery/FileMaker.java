package tw.gov.mocs.hub.delivery;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.exchange.ExtractReader;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CmsSigner;

/**
 * Makes the file of a grant: reads the source, writes the rows, signs and encrypts them, all as one
 * stream. Nothing of the content ever stands anywhere in the clear.
 */
@Component
class FileMaker {

  private final ExtractReader reader;
  private final CmsSigner signer;
  private final Clock clock;

  FileMaker(ExtractReader reader, DeliverySettings settings, Clock clock) {
    this.reader = reader;
    this.signer = new CmsSigner(settings.certificate(), settings.key());
    this.clock = clock;
  }

  /** Is told how far it is. */
  interface Watch {

    /** So many rows were written; may throw to give up. */
    void written(long rows) throws IOException;

    /** A row was read; may wait for what is more urgent. */
    void read() throws IOException;

    /** Whose data a row held; called by the thread that writes, one at a time. */
    void person(String identityNumber) throws IOException;
  }

  /**
   * Writes the file.
   *
   * @param deliveryNo what the manifest calls it
   * @param grant of a one-time file
   * @param to where the sealed bytes go; stays open
   * @throws HubException SOURCE_UNAVAILABLE, SOURCE_DRIFT
   */
  Contents write(
      String deliveryNo,
      Grant grant,
      X509Certificate recipient,
      SealForm form,
      OutputStream to,
      Watch watch)
      throws IOException {
    Instant at = clock.instant();
    Extract extract = requireNonNull(grant.extract(), "extract");
    try (Seal seal = Seal.open(to, recipient, signer, form, at)) {
      Parts parts = new Parts(seal, at);
      ExtractParts rows = new ExtractParts(parts, extract.format(), watch);
      try (rows) {
        reader.read(extract, grant.agencyCode(), rows);
        rows.end();
      }
      parts.add("fields.csv", FieldList.of(rows.tables()));
      Contents contents =
          new Contents(requireNonNull(rows.asOf(), "asOf"), rows.written(), parts.written());
      parts.add("manifest.json", Manifest.of(deliveryNo, grant, at, contents));
      parts.finish();
      return contents;
    }
  }

  /**
   * What a file holds.
   *
   * @param asOf when the source was read
   * @param rows of all tables together
   * @param parts its files, without the manifest
   */
  record Contents(Instant asOf, long rows, List<Parts.Part> parts) {}
}
