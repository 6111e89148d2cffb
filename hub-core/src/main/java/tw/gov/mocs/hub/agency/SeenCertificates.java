package tw.gov.mocs.hub.agency;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.SeenCertificateMapper.SeenRow;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * 未登記憑證: the unregistered certificates that were shown at a login or signed a call, and how one of
 * them is taken for an agency. Who shows one has its key, and no more is known by that.
 */
@Component
public class SeenCertificates {

  private final SeenCertificateMapper mapper;
  private final CertificateProposals proposals;
  private final Agencies agencies;
  private final CertificateAttributes attributes;
  private final AuditLog log;
  private final TransactionTemplate transactions;

  /** Reading a certificate costs more than all else of a list. */
  private final Cache<String, X509Certificate> read =
      Caffeine.newBuilder().maximumSize(10_000).build();

  SeenCertificates(
      SeenCertificateMapper mapper,
      CertificateProposals proposals,
      Agencies agencies,
      CertificateAttributes attributes,
      AuditLog log,
      TransactionTemplate transactions) {
    this.mapper = mapper;
    this.proposals = proposals;
    this.agencies = agencies;
    this.attributes = attributes;
    this.log = log;
    this.transactions = transactions;
  }

  /** Those that the search names. */
  public Page<SeenCertificate> search(SeenSearch search) {
    String text = search.text().strip().toLowerCase(Locale.ROOT);
    List<SeenCertificate> found =
        mapper.all().stream()
            .map(this::seen)
            .filter(one -> fits(one, search) && isMeant(one, text))
            .sorted(order(search))
            .toList();
    List<SeenCertificate> page =
        found.stream().skip((search.page() - 1L) * search.size()).limit(search.size()).toList();
    return new Page<>(page, search.page(), search.size(), found.size());
  }

  /** One of them; NOT_FOUND once it is registered, or was not shown for long. */
  public SeenCertificate get(String thumbprint) {
    return find(thumbprint)
        .orElseThrow(
            () ->
                new HubException(
                    ErrorCode.NOT_FOUND, "no unregistered certificate " + thumbprint, "憑證"));
  }

  /** The same. */
  public Optional<SeenCertificate> find(String thumbprint) {
    return Optional.ofNullable(mapper.find(thumbprint)).map(this::seen);
  }

  /**
   * Proposes it for an agency, as if its file were uploaded; another administrator confirms it.
   *
   * @throws HubException NOT_FOUND, and as {@link CertificateProposals#proposeFor}
   */
  public CertificateProposal take(
      String thumbprint, long agencyId, Set<CertificateUse> uses, Actor actor) {
    return requireNonNull(
        transactions.execute(
            status -> {
              SeenCertificate seen = get(thumbprint);
              log.act(
                  new Act(
                      AuditAction.CERTIFICATE_TAKEN,
                      actor,
                      "agency " + agencies.get(agencyId).code(),
                      agencyId,
                      shown(seen),
                      thumbprint + " " + new TreeSet<>(uses),
                      null));
              byte[] file = Certificates.der(seen.certificate());
              return proposals.proposeFor(agencyId, file, uses, actor);
            }),
        "proposal");
  }

  private static String shown(SeenCertificate seen) {
    return "logins %d, calls %d, last %s from %s at %s"
        .formatted(
            seen.logins(), seen.calls(), seen.lastPlace(), seen.lastAddress(), seen.lastSeenAt());
  }

  private SeenCertificate seen(SeenRow row) {
    X509Certificate certificate =
        read.get(row.thumbprint(), fresh -> Certificates.parse(row.certificate()));
    Optional<String> named = attributes.agencyOid(certificate);
    return new SeenCertificate(
        certificate,
        row.thumbprint(),
        named.orElse(null),
        named.flatMap(agencies::findByOid).orElse(null),
        row.firstSeenAt(),
        row.lastSeenAt(),
        row.loginTimes(),
        row.callTimes(),
        row.lastPlace(),
        row.lastAddress(),
        row.proposalId());
  }

  private static boolean fits(SeenCertificate one, SeenSearch search) {
    return (search.use() == null || one.uses().contains(search.use()))
        && (search.proposed() == null || search.proposed() == one.isProposed());
  }

  private boolean isMeant(SeenCertificate one, String text) {
    X509Certificate certificate = one.certificate();
    Agency agency = one.agency();
    return text.isEmpty()
        || begins(one.namedOid(), text)
        || begins(one.thumbprint(), text)
        || begins(one.lastAddress(), text)
        || begins(certificate.getSerialNumber().toString(16), text)
        || begins(attributes.cardNumber(certificate).orElse(null), text)
        || has(certificate.getSubjectX500Principal().toString(), text)
        || (agency != null
            && (begins(agency.code().value(), text)
                || has(agency.name(), text)
                || has(agency.nameEn(), text)));
  }

  private static boolean begins(@Nullable String value, String text) {
    return value != null && value.toLowerCase(Locale.ROOT).startsWith(text);
  }

  private static boolean has(@Nullable String value, String text) {
    return value != null && value.toLowerCase(Locale.ROOT).contains(text);
  }

  private static Comparator<SeenCertificate> order(SeenSearch search) {
    Comparator<SeenCertificate> order =
        switch (search.sort()) {
          case LAST -> comparing(SeenCertificate::lastSeenAt);
          case FIRST -> comparing(SeenCertificate::firstSeenAt);
          case TIMES -> comparing(SeenCertificate::times);
          case AGENCY -> comparing(SeenCertificates::code);
        };
    Comparator<SeenCertificate> turned = search.descending() ? order.reversed() : order;
    return turned.thenComparing(SeenCertificate::thumbprint);
  }

  /** What names no known agency stands last. */
  private static String code(SeenCertificate one) {
    return one.agency() == null ? "~" : one.agency().code().value();
  }
}
