package tw.gov.mocs.hub.trust;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.gov.mocs.hub.setting.AtRuntime;
import tw.gov.mocs.hub.setting.AtRuntime.Unit;
import tw.gov.mocs.hub.shared.Checked;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * Which certificates are trusted, and where their revocation is asked.
 *
 * @param roots PEM files of the trust anchors; more can be added by {@code ./hub trust add}
 * @param intermediates PEM files of intermediate and cross-certificates, used to build paths
 * @param acceptDemoCertificates whether certificates with the demo's marker policy are accepted;
 *     only ever true in the demo and in a sandbox
 * @param agencyOidAttributes OIDs of the directory attribute that holds the agency's OID
 * @param cardNumberAttributes OIDs of the directory attribute that holds the card number
 * @param loginKeyPurposes OIDs of the extended usages that allow 登入, where a certificate has any
 * @param callKeyPurposes the same for 呼叫
 * @param encryptionKeyPurposes the same for 加密
 * @param cacheSeconds how long a decision is used again
 * @param refreshSeconds how often revocation lists are fetched, and OCSP answers at least
 * @param grace how long past its end the last good answer still counts
 * @param fetchTimeout for one revocation list or OCSP answer
 * @param maxListBytes size of a revocation list that is still read
 * @param revocation where the revocation of each issuer's certificates is asked
 */
@ConfigurationProperties("hub.trust")
public record TrustSettings(
    @DefaultValue List<@Checked(by = KeyFiles.OfCertificates.class) Path> roots,
    @DefaultValue List<@Checked(by = KeyFiles.OfCertificates.class) Path> intermediates,
    @DefaultValue("false") boolean acceptDemoCertificates,
    @DefaultValue("2.16.886.1.100.2.102") @NotEmpty
        List<@Pattern(regexp = OID) String> agencyOidAttributes,
    @DefaultValue("2.16.886.1.100.2.204") @NotEmpty
        List<@Pattern(regexp = OID) String> cardNumberAttributes,
    @DefaultValue({TrustSettings.CLIENT_AUTH, TrustSettings.SMART_CARD, TrustSettings.ANY})
        List<@Pattern(regexp = OID) String> loginKeyPurposes,
    @DefaultValue({TrustSettings.CLIENT_AUTH, TrustSettings.EMAIL, TrustSettings.ANY})
        List<@Pattern(regexp = OID) String> callKeyPurposes,
    @DefaultValue({TrustSettings.CLIENT_AUTH, TrustSettings.EMAIL, TrustSettings.ANY})
        List<@Pattern(regexp = OID) String> encryptionKeyPurposes,
    @DefaultValue("60") @Min(1) @Max(3600) int cacheSeconds,
    @DefaultValue("600") @Min(10) @Max(86400) int refreshSeconds,
    @AtRuntime(unit = Unit.HOURS_LONG, least = 0, most = 168)
        @DefaultValue("24h")
        @DurationMin(seconds = 0)
        @DurationMax(hours = 168)
        Duration grace,
    @DefaultValue("10s") @DurationMin(millis = 1) @DurationMax(minutes = 5) Duration fetchTimeout,
    @DefaultValue("33554432") @Min(1024) int maxListBytes,
    @DefaultValue List<@Valid Source> revocation) {

  private static final String OID = "[0-2](\\.(0|[1-9]\\d*))+";

  static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
  static final String EMAIL = "1.3.6.1.5.5.7.3.4";
  static final String SMART_CARD = "1.3.6.1.4.1.311.20.2.2";
  static final String ANY = "2.5.29.37.0";

  /** Copies the lists. */
  public TrustSettings {
    roots = List.copyOf(roots);
    intermediates = List.copyOf(intermediates);
    agencyOidAttributes = List.copyOf(agencyOidAttributes);
    cardNumberAttributes = List.copyOf(cardNumberAttributes);
    loginKeyPurposes = List.copyOf(loginKeyPurposes);
    callKeyPurposes = List.copyOf(callKeyPurposes);
    encryptionKeyPurposes = List.copyOf(encryptionKeyPurposes);
    revocation = List.copyOf(revocation);
  }

  /** The extended usages that allow a use. */
  List<String> keyPurposes(CertificateUse use) {
    return switch (use) {
      case LOGIN -> loginKeyPurposes;
      case CALL -> callKeyPurposes;
      case ENCRYPTION -> encryptionKeyPurposes;
    };
  }

  /**
   * Where the revocation of one issuer's certificates is asked. OCSP is asked first where both are
   * given.
   *
   * @param issuer the issuer's distinguished name (RFC 4514) or a PEM file of its certificate
   * @param crl address of its revocation list: {@code file:}, {@code http:} or {@code https:}
   * @param ocsp address of its OCSP responder
   */
  @Checked(by = RevocationSources.Readable.class)
  public record Source(@NotBlank String issuer, @Nullable URI crl, @Nullable URI ocsp) {}
}
