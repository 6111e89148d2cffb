package tw.gov.mocs.hub.agency;

import static java.util.Comparator.comparing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.AgencyMapper.KeptRow;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.Certificates;

/** 憑證管理: all certificates and proposals of all agencies, for whoever keeps them. */
@Component
public class KeptCertificates {

  private final AgencyMapper mapper;
  private final Agencies agencies;
  private final CertificateAttributes attributes;
  private final Clock clock;

  /** Reading a certificate costs more than all else of a list. */
  private final Cache<String, X509Certificate> read =
      Caffeine.newBuilder().maximumSize(20_000).build();

  KeptCertificates(
      AgencyMapper mapper, Agencies agencies, CertificateAttributes attributes, Clock clock) {
    this.mapper = mapper;
    this.agencies = agencies;
    this.attributes = attributes;
    this.clock = clock;
  }

  /** The certificates that the search names. */
  public Page<KeptCertificate> search(CertificateSearch search) {
    String text = search.text().strip().toLowerCase(Locale.ROOT);
    List<KeptCertificate> found =
        all().filter(one -> fits(one, search) && isMeant(one, text)).sorted(order(search)).toList();
    List<KeptCertificate> page =
        found.stream().skip((search.page() - 1L) * search.size()).limit(search.size()).toList();
    return new Page<>(page, search.page(), search.size(), found.size());
  }

  /** A registered certificate, also one whose use was ended; NOT_FOUND if there is none. */
  public KeptCertificate get(String thumbprint) {
    return find(thumbprint).orElseThrow(() -> notFound(thumbprint));
  }

  /** The same. */
  public Optional<KeptCertificate> find(String thumbprint) {
    return Optional.ofNullable(mapper.findKept(thumbprint)).map(this::kept);
  }

  /** A proposal, whatever became of it; NOT_FOUND if there is none. */
  public KeptCertificate getProposed(long proposalId) {
    KeptRow row = mapper.findProposed(proposalId);
    if (row == null) {
      throw notFound(String.valueOf(proposalId));
    }
    return kept(row);
  }

  /** What else counts for an agency for a use of this one: old and new overlap at renewal. */
  public List<KeptCertificate> beside(KeptCertificate one) {
    return all()
        .filter(other -> other.agency().id() == one.agency().id())
        .filter(other -> !other.thumbprint().equals(one.thumbprint()))
        .filter(other -> other.state() == CertificateState.IN_USE)
        .filter(other -> other.uses().stream().anyMatch(one.uses()::contains))
        .sorted(comparing(KeptCertificate::ends))
        .toList();
  }

  /** Those registered that may be used, now or once they are resumed. */
  List<KeptCertificate> lasting() {
    return mapper.registeredCertificates().stream()
        .map(this::kept)
        .filter(KeptCertificates::isLasting)
        .toList();
  }

  private static boolean isLasting(KeptCertificate one) {
    return one.state() == CertificateState.IN_USE || one.state() == CertificateState.SUSPENDED;
  }

  private Stream<KeptCertificate> all() {
    return Stream.concat(
            mapper.registeredCertificates().stream(), mapper.proposedCertificates().stream())
        .map(this::kept);
  }

  private KeptCertificate kept(KeptRow row) {
    X509Certificate certificate =
        read.get(row.thumbprint(), fresh -> Certificates.parse(row.certificate()));
    return new KeptCertificate(
        agencies.get(row.agencyId()),
        certificate,
        row.thumbprint(),
        uses(row),
        attributes.cardNumber(certificate).orElse(null),
        state(row, certificate),
        row.since(),
        row.madeBy(),
        row.countsUntil(),
        row.proposalId(),
        row.versionNo());
  }

  private CertificateState state(KeptRow row, X509Certificate certificate) {
    if (row.proposalStatus() != null) {
      return switch (row.proposalStatus()) {
        case PROPOSED -> CertificateState.PROPOSED;
        case DECLINED -> CertificateState.DECLINED;
        case WITHDRAWN -> CertificateState.RETRACTED;
        case CONFIRMED -> CertificateState.IN_USE;
      };
    }
    Instant now = clock.instant();
    if (row.withdrawnAt() != null || isPast(row.countsUntil(), now)) {
      return CertificateState.ENDED;
    }
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      return CertificateState.EXPIRED;
    }
    return row.suspendedAt() == null ? CertificateState.IN_USE : CertificateState.SUSPENDED;
  }

  private static boolean isPast(@Nullable Instant until, Instant now) {
    return until != null && !now.isBefore(until);
  }

  private static Set<CertificateUse> uses(KeptRow row) {
    Set<CertificateUse> uses = new HashSet<>();
    if (row.forLogin()) {
      uses.add(CertificateUse.LOGIN);
    }
    if (row.forCall()) {
      uses.add(CertificateUse.CALL);
    }
    if (row.forEncryption()) {
      uses.add(CertificateUse.ENCRYPTION);
    }
    return uses;
  }

  private boolean fits(KeptCertificate one, CertificateSearch search) {
    return (search.use() == null || one.uses().contains(search.use()))
        && (search.states().isEmpty() || search.states().contains(one.state()))
        && (search.endsWithin() == null
            || (isLasting(one)
                && one.ends()
                    .isBefore(clock.instant().plus(Duration.ofDays(search.endsWithin())))));
  }

  private static boolean isMeant(KeptCertificate one, String text) {
    X509Certificate certificate = one.certificate();
    return text.isEmpty()
        || begins(one.agency().code().value(), text)
        || begins(one.cardNumber(), text)
        || begins(certificate.getSerialNumber().toString(16), text)
        || begins(one.thumbprint(), text)
        || has(one.agency().name(), text)
        || has(one.agency().nameEn(), text)
        || has(certificate.getSubjectX500Principal().toString(), text);
  }

  private static boolean begins(@Nullable String value, String text) {
    return value != null && value.toLowerCase(Locale.ROOT).startsWith(text);
  }

  private static boolean has(@Nullable String value, String text) {
    return value != null && value.toLowerCase(Locale.ROOT).contains(text);
  }

  private static Comparator<KeptCertificate> order(CertificateSearch search) {
    Comparator<KeptCertificate> order =
        switch (search.sort()) {
          case AGENCY -> comparing(one -> one.agency().code().value());
          case ENDS -> comparing(KeptCertificate::ends);
          case SINCE -> comparing(KeptCertificate::since);
          case STATE -> comparing(KeptCertificate::state);
        };
    Comparator<KeptCertificate> turned = search.descending() ? order.reversed() : order;
    return turned.thenComparing(KeptCertificate::thumbprint);
  }

  private static HubException notFound(String what) {
    return new HubException(ErrorCode.NOT_FOUND, "no certificate " + what, "憑證");
  }
}
