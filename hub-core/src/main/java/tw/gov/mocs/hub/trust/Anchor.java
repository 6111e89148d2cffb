package tw.gov.mocs.hub.trust;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One authority that the hub knows.
 *
 * @param certificate its certificate
 * @param kind whether it is trusted or only leads to one that is
 * @param sources where the revocation of what it issues is asked, besides the settings
 * @param added when and by whom; null for one of the settings, which cannot be removed here
 */
public record Anchor(
    X509Certificate certificate, Kind kind, Sources sources, @Nullable Added added) {

  /** What an authority's certificate is used for. */
  public enum Kind {
    /** A self-signed certificate that is trusted. */
    ROOT,
    /** An intermediate or cross-certificate that only leads to a root. */
    INTERMEDIATE;

    /** What this certificate is used for once it is added. */
    public static Kind of(X509Certificate certificate) {
      return AuthorityUpload.isSelfSigned(certificate) ? ROOT : INTERMEDIATE;
    }
  }

  /**
   * Addresses.
   *
   * @param crl of its revocation list
   * @param ocsp of its responder
   */
  public record Sources(@Nullable URI crl, @Nullable URI ocsp) {

    /** Those of the settings alone. */
    public static final Sources NONE = new Sources(null, null);

    @Nullable String crlText() {
      return crl == null ? null : crl.toString();
    }

    @Nullable String ocspText() {
      return ocsp == null ? null : ocsp.toString();
    }
  }

  /**
   * Who added it.
   *
   * @param at when
   * @param by the actor's name
   */
  public record Added(Instant at, String by) {}

  /** Whether it stands in the settings. */
  public boolean fromSettings() {
    return added == null;
  }

  /** Whether it has not ended yet, but ends within so many days. */
  public boolean endsWithin(int days, Instant now) {
    Instant end = certificate.getNotAfter().toInstant();
    return end.isAfter(now) && !end.isAfter(now.plus(days, ChronoUnit.DAYS));
  }

  /** SHA-256 of its DER form, lower-case hexadecimal. */
  public String thumbprint() {
    return Certificates.thumbprint(certificate);
  }
}
