package tw.gov.mocs.hub.agency;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * The agencies and their registered certificates, kept in memory and read anew when changed; what
 * finds, reads memory alone. A certificate that was withdrawn, suspended or limited to an earlier
 * day is not found.
 */
@Component
public class Agencies {

  private final AgencyMapper mapper;
  private final AccountMapper accounts;
  private final CertificateAttributes attributes;
  private final AuditLog log;
  private final Changes changes;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final List<EarlierDuties> duties;
  private volatile AgencySnapshot snapshot;

  Agencies(
      AgencyMapper mapper,
      AccountMapper accounts,
      CertificateAttributes attributes,
      AuditLog log,
      Changes changes,
      TransactionTemplate transactions,
      Clock clock,
      List<EarlierDuties> duties) {
    this.mapper = mapper;
    this.accounts = accounts;
    this.attributes = attributes;
    this.log = log;
    this.changes = changes;
    this.transactions = transactions;
    this.clock = clock;
    this.duties = List.copyOf(duties);
    this.snapshot = read();
    changes.listen(ChangeTopic.AGENCY, this::reload);
  }

  /** The agency with this key; NOT_FOUND if there is none. */
  public Agency get(long agencyId) {
    Agency agency = snapshot.agency(agencyId);
    if (agency == null) {
      throw new HubException(ErrorCode.NOT_FOUND, "no agency " + agencyId, "機關");
    }
    return agency;
  }

  /** The agency with this code. */
  public Optional<Agency> find(AgencyCode code) {
    return Optional.ofNullable(snapshot.agency(code));
  }

  /** The agency with this object identifier. */
  Optional<Agency> findByOid(String oid) {
    return Optional.ofNullable(snapshot.agencyByOid(oid));
  }

  /** All agencies, by code. */
  public List<Agency> list() {
    return snapshot.agencies();
  }

  /** The certificates of an agency, those confirmed first first. */
  public List<RegisteredCertificate> certificatesOf(long agencyId) {
    Instant now = clock.instant();
    return snapshot.certificatesOf(agencyId).stream().filter(one -> one.countsAt(now)).toList();
  }

  /** The registration of this very certificate. */
  public Optional<RegisteredCertificate> findCertificate(X509Certificate certificate) {
    return findByThumbprint(Certificates.thumbprint(certificate));
  }

  /** A registered certificate by the SHA-256 of its DER form, lower-case hexadecimal. */
  public Optional<RegisteredCertificate> findByThumbprint(String thumbprint) {
    return counting(snapshot.byThumbprint(thumbprint));
  }

  /** A registered certificate by issuer and serial number. */
  public Optional<RegisteredCertificate> findCertificate(X500Principal issuer, BigInteger serial) {
    return counting(snapshot.byIssuerSerial(issuer, serial));
  }

  /** A registered certificate by subject key identifier (RFC 5280 §4.2.1.2, or computed). */
  public Optional<RegisteredCertificate> findBySubjectKeyIdentifier(byte[] identifier) {
    return counting(snapshot.byKeyIdentifier(identifier));
  }

  /** A registered certificate by SHA-1 thumbprint, as WS-Security 1.1.1 §7.4 names it. */
  public Optional<RegisteredCertificate> findByThumbprintSha1(byte[] thumbprint) {
    return counting(snapshot.bySha1(thumbprint));
  }

  /** A certificate that is registered, or was once. */
  public Optional<RegisteredCertificate> findEverRegistered(String thumbprint) {
    return mapper.findEverRegistered(thumbprint).stream()
        .map(AgencyMapper.CertificateRow::toCertificate)
        .findFirst();
  }

  /** Whether this certificate was ever registered for an agency, also if it was ended since. */
  boolean hasRegistered(String thumbprint) {
    return mapper.countEverRegistered(thumbprint) > 0;
  }

  private Optional<RegisteredCertificate> counting(@Nullable RegisteredCertificate found) {
    return Optional.ofNullable(found).filter(one -> one.countsAt(clock.instant()));
  }

  /** Registers an agency; ALREADY_EXISTS if the code or the OID is taken. */
  public Agency register(
      AgencyCode code, String name, @Nullable String nameEn, @Nullable String oid, Actor actor) {
    return register(new AgencyEntry(code.value(), name, nameEn, oid, null, null, null), actor);
  }

  Agency register(AgencyEntry entry, Actor actor) {
    AgencyCode code = new AgencyCode(entry.code());
    if (entry.name().isEmpty()) {
      throw new HubException(ErrorCode.VALUE_INVALID, "no name", "機關名稱", "空白");
    }
    return change(
        () -> {
          try {
            mapper.insertAgency(entry, clock.instant());
          } catch (DuplicateKeyException e) {
            throw new HubException(ErrorCode.ALREADY_EXISTS, "agency " + code, e, "機關 " + code);
          }
          Agency agency = stored(code);
          log.act(act(AuditAction.AGENCY_REGISTERED, actor, agency, null, entry.told()));
          return agency;
        });
  }

  /** Stops all access of an agency at once, on every node; STATE_CONFLICT if it is stopped. */
  public void suspend(AgencyCode code, String reason, Actor actor) {
    suspend(code, true, reason, actor);
  }

  /** Lets a suspended agency in again; STATE_CONFLICT if it is not suspended. */
  public void resume(AgencyCode code, String reason, Actor actor) {
    suspend(code, false, reason, actor);
  }

  private void suspend(AgencyCode code, boolean suspended, String reason, Actor actor) {
    change(
        () -> {
          Agency agency = stored(code);
          if (mapper.suspend(agency.id(), suspended, !suspended) == 0) {
            throw new HubException(
                ErrorCode.STATE_CONFLICT, "agency " + code + " is so already", "機關 " + code);
          }
          log.act(
              new Act(
                  suspended ? AuditAction.AGENCY_SUSPENDED : AuditAction.AGENCY_RESUMED,
                  actor,
                  subject(agency),
                  agency.id(),
                  suspended ? "in use" : "suspended",
                  suspended ? "suspended" : "in use",
                  reason));
          return agency;
        });
  }

  /**
   * Registers a certificate for an agency, confirmed. Whether its issuer is trusted and whether it
   * is revoked is asked anew whenever it is used.
   *
   * @throws HubException NOT_FOUND, ALREADY_EXISTS (for any agency, also once withdrawn),
   *     VALUE_INVALID without a use or with another agency's OID, STATE_CONFLICT for a card of the
   *     ministry, CERTIFICATE_NOT_IN_FORCE once expired, CERTIFICATE_USE_WRONG for an authority's
   *     certificate, DUTIES_NOT_SEPARATE for one who decided an application of the agency
   */
  public RegisteredCertificate registerCertificate(
      AgencyCode code, X509Certificate certificate, Set<CertificateUse> uses, Actor actor) {
    if (uses.isEmpty()) {
      throw new HubException(ErrorCode.VALUE_INVALID, "no use", "憑證用途", "未選擇");
    }
    CertificateChecks.requireEndEntityInForce(certificate, clock.instant());
    String thumbprint = Certificates.thumbprint(certificate);
    return change(
        () -> {
          Agency agency = stored(code);
          requireOwn(agency, certificate);
          requireSeparate(agency, actor);
          requireNotOfTheMinistry(thumbprint);
          try {
            mapper.insertCertificate(
                row(agency, certificate, thumbprint, uses, clock.instant(), actor));
          } catch (DuplicateKeyException e) {
            throw new HubException(ErrorCode.ALREADY_EXISTS, thumbprint, e, "憑證");
          }
          log.act(
              act(
                  AuditAction.CERTIFICATE_REGISTERED,
                  actor,
                  agency,
                  null,
                  thumbprint + " " + new TreeSet<>(uses)));
          return storedCertificate(thumbprint);
        });
  }

  /**
   * Design §1: whoever decides, registers or audits for the ministry does not act for an agency.
   */
  void requireNotOfTheMinistry(String thumbprint) {
    Account account = accounts.findByThumbprint(thumbprint);
    if (account != null && account.role() != Role.AGENCY_USER) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT, thumbprint + " is bound to " + account.name(), "此憑證為本部帳號之憑證");
    }
  }

  /** Takes a certificate back, for good; NOT_FOUND if it is not registered. */
  public void withdrawCertificate(String thumbprint, String reason, Actor actor) {
    change(
        () -> {
          RegisteredCertificate registered = storedCertificate(thumbprint);
          if (mapper.withdraw(registered.id(), clock.instant()) == 0) {
            throw new HubException(ErrorCode.CHANGED_MEANWHILE, thumbprint);
          }
          log.act(
              new Act(
                  AuditAction.CERTIFICATE_WITHDRAWN,
                  actor,
                  subject(get(registered.agencyId())),
                  registered.agencyId(),
                  thumbprint,
                  null,
                  reason));
          return registered;
        });
  }

  /** DUTIES_NOT_SEPARATE for one who decided an application of the agency, or had its file made. */
  void requireSeparate(Agency agency, Actor actor) {
    for (EarlierDuties duty : duties) {
      if (duty.forbidConfirming(agency.id(), actor)) {
        throw new HubException(
            ErrorCode.DUTIES_NOT_SEPARATE,
            actor.name() + " did something for agency " + agency.code(),
            duty.act(),
            "確認憑證");
      }
    }
  }

  /** Whether this actor has ever registered a certificate of the agency (separation of duties). */
  public boolean hasConfirmedCertificates(long agencyId, Actor actor) {
    return mapper.countConfirmed(agencyId, actor) > 0;
  }

  /** A certificate that names an agency names this one. */
  private void requireOwn(Agency agency, X509Certificate certificate) {
    otherOid(agency, certificate)
        .ifPresent(
            named -> {
              throw new HubException(
                  ErrorCode.VALUE_INVALID,
                  "the certificate names agency " + named + ", not " + agency.oid(),
                  "憑證",
                  "所載機關 OID " + named + " 不是 " + agency.code() + " 的 OID " + agency.oid());
            });
  }

  /** The OID that the certificate names, if it is another than the agency's. */
  Optional<String> otherOid(Agency agency, X509Certificate certificate) {
    String own = agency.oid();
    return attributes.agencyOid(certificate).filter(named -> own != null && !named.equals(own));
  }

  private AgencyMapper.NewCertificate row(
      Agency agency,
      X509Certificate certificate,
      String thumbprint,
      Set<CertificateUse> uses,
      Instant at,
      Actor actor) {
    return new AgencyMapper.NewCertificate(
        agency.id(),
        thumbprint,
        Certificates.der(certificate),
        uses.contains(CertificateUse.LOGIN),
        uses.contains(CertificateUse.CALL),
        uses.contains(CertificateUse.ENCRYPTION),
        attributes.cardNumber(certificate).orElse(null),
        at,
        actor);
  }

  private Agency stored(AgencyCode code) {
    AgencyMapper.AgencyRow row = mapper.findAgency(code.value());
    if (row == null) {
      throw new HubException(ErrorCode.NOT_FOUND, "no agency " + code, "機關 " + code);
    }
    return row.toAgency();
  }

  private RegisteredCertificate storedCertificate(String thumbprint) {
    AgencyMapper.CertificateRow row = mapper.findCertificate(thumbprint);
    if (row == null) {
      throw new HubException(ErrorCode.NOT_FOUND, "no certificate " + thumbprint, "憑證");
    }
    return row.toCertificate();
  }

  private <T> T change(Supplier<T> work) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              T result = work.get();
              changes.mark(ChangeTopic.AGENCY);
              return result;
            }));
  }

  private static Act act(
      AuditAction action,
      Actor actor,
      Agency agency,
      @Nullable String before,
      @Nullable String after) {
    return new Act(action, actor, subject(agency), agency.id(), before, after, null);
  }

  private static String subject(Agency agency) {
    return "agency " + agency.code();
  }

  private synchronized void reload() {
    snapshot = read();
  }

  private AgencySnapshot read() {
    return new AgencySnapshot(
        mapper.agencies().stream().map(AgencyMapper.AgencyRow::toAgency).toList(),
        mapper.certificates().stream().map(AgencyMapper.CertificateRow::toCertificate).toList());
  }
}
