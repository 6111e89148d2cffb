package tw.gov.mocs.hub.agency;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import tw.gov.mocs.hub.trust.Certificates;

/** The accounts. Each has one role, so duties stay separate; each is bound to certificates. */
@Component
public class Accounts {

  private final AccountMapper mapper;
  private final Agencies agencies;
  private final AuditLog log;
  private final Changes changes;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Accounts(
      AccountMapper mapper,
      Agencies agencies,
      AuditLog log,
      Changes changes,
      TransactionTemplate transactions,
      Clock clock) {
    this.mapper = mapper;
    this.agencies = agencies;
    this.log = log;
    this.changes = changes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** All open accounts, by name. */
  public List<Account> list() {
    return mapper.accounts();
  }

  /** The open account with this name; NOT_FOUND if there is none. */
  public Account get(String name) {
    Account account = mapper.findByName(name);
    if (account == null) {
      throw new HubException(ErrorCode.NOT_FOUND, "no account " + name, "帳號 " + name);
    }
    return account;
  }

  /** What the person of an open account is called; empty for an account that is closed. */
  public Optional<String> findDisplayName(String name) {
    return Optional.ofNullable(mapper.findByName(name)).map(Account::displayName);
  }

  /** The open account that this certificate logs in to. */
  public Optional<Account> findByCertificate(X509Certificate certificate) {
    return Optional.ofNullable(mapper.findByThumbprint(Certificates.thumbprint(certificate)));
  }

  /** The SHA-256 thumbprints of an account's certificates, the first bound first. */
  public List<String> certificatesOf(Account account) {
    return mapper.thumbprints(account.id());
  }

  /**
   * Opens an account.
   *
   * @param agency of an AGENCY_USER; null for every other role
   * @throws HubException SECOND_PERSON_REQUIRED for an administrator ({@link
   *     AccountControl#create}), ALREADY_EXISTS if the name was ever given or the certificate is
   *     bound, VALUE_INVALID for an agency with the wrong role, CERTIFICATE_NOT_IN_FORCE, NOT_FOUND
   */
  public Account create(
      String name,
      String displayName,
      Role role,
      @Nullable AgencyCode agency,
      X509Certificate certificate,
      Actor actor) {
    return create(name, displayName, role, agency, certificate, null, actor);
  }

  Account create(
      String name,
      String displayName,
      Role role,
      @Nullable AgencyCode agency,
      X509Certificate certificate,
      @Nullable String reason,
      Actor actor) {
    requireNoAdministrator(role, name);
    return change(() -> insert(name, displayName, role, agency, certificate, reason, actor));
  }

  /** Opens the first administrator's account; STATE_CONFLICT once there is an administrator. */
  public Account createFirstAdministrator(
      String name, String displayName, X509Certificate certificate, Actor actor) {
    return change(
        () -> {
          if (mapper.countWithRole(Role.ADMINISTRATOR) > 0) {
            throw new HubException(
                ErrorCode.STATE_CONFLICT, "there is an administrator already", "已有管理者");
          }
          return insert(name, displayName, Role.ADMINISTRATOR, null, certificate, null, actor);
        });
  }

  /** Gives an account of the ministry another role than ADMINISTRATOR instead of its own. */
  public Account changeRole(String name, Role role, @Nullable String reason, Actor actor) {
    requireNoAdministrator(role, name);
    return change(() -> setRole(name, role, reason, actor));
  }

  /** Does what a second person confirmed, in its transaction. */
  void makeAdministrator(AdministratorProposal proposal, Actor actor) {
    String name = proposal.name();
    switch (proposal.kind()) {
      case ROLE -> setRole(name, Role.ADMINISTRATOR, proposal.reason(), actor);
      case CARD ->
          addCertificate(
              name, requireNonNull(proposal.certificate(), "card"), proposal.reason(), actor);
      case CREATE ->
          insert(
              name,
              proposal.displayName(),
              Role.ADMINISTRATOR,
              null,
              requireNonNull(proposal.certificate(), "card"),
              proposal.reason(),
              actor);
    }
  }

  private Account setRole(String name, Role role, @Nullable String reason, Actor actor) {
    Account before = get(name);
    if (before.role() == role || before.role() == Role.AGENCY_USER || role == Role.AGENCY_USER) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT, before.role() + " to " + role, before.role().name());
    }
    keepAnAdministrator(before);
    mapper.changeRole(before.id(), role);
    log(AuditAction.ACCOUNT_CHANGED, actor, before, before.role().name(), role.name(), reason);
    return get(name);
  }

  private static void requireNoAdministrator(Role role, String name) {
    if (role == Role.ADMINISTRATOR) {
      throw new HubException(ErrorCode.SECOND_PERSON_REQUIRED, "an administrator: " + name);
    }
  }

  /** A name that was never given, in its form, and a card that is nobody's and not over. */
  void requireNew(String name, X509Certificate certificate) {
    requireForm(name);
    if (mapper.countName(name) > 0) {
      throw new HubException(ErrorCode.ALREADY_EXISTS, "account " + name, "帳號 " + name);
    }
    requireUnbound(certificate);
  }

  /** A card of the ministry that is nobody's and not over. */
  void requireUnbound(X509Certificate certificate) {
    requireOfNoAgency(certificate);
    CertificateChecks.requireEndEntityInForce(certificate, clock.instant());
    if (mapper.countBound(Certificates.thumbprint(certificate)) > 0) {
      throw new HubException(ErrorCode.ALREADY_EXISTS, "a bound card", "憑證");
    }
  }

  private static void requireForm(String name) {
    if (!name.matches("[A-Za-z0-9._-]{1,60}")) {
      throw new HubException(ErrorCode.VALUE_INVALID, "account name " + name, "帳號", name);
    }
  }

  /** Lets an account log in with one more certificate, for a renewed card. */
  public void addCertificate(String name, X509Certificate certificate, Actor actor) {
    addCertificate(name, certificate, null, actor);
  }

  void addCertificate(
      String name, X509Certificate certificate, @Nullable String reason, Actor actor) {
    change(
        () -> {
          Account account = get(name);
          String thumbprint = bind(account, certificate);
          log(AuditAction.ACCOUNT_CHANGED, actor, account, null, thumbprint, reason);
          return account;
        });
  }

  /**
   * Takes a card from an account: it logs in no more.
   *
   * @throws HubException NOT_FOUND if it is not bound to it; STATE_CONFLICT for the last one that
   *     an account in use logs in with, so that the last administrator can always log in
   */
  public void removeCertificate(String name, String thumbprint, String reason, Actor actor) {
    AgencyRegister.requireReason(reason);
    change(
        () -> {
          Account account = get(name);
          AccountCard card =
              cardsOf(account).stream()
                  .filter(one -> one.thumbprint().equals(thumbprint))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new HubException(ErrorCode.NOT_FOUND, thumbprint + " of " + name, "憑證"));
          if (card.last()) {
            throw new HubException(
                ErrorCode.STATE_CONFLICT, thumbprint + " is the last card of " + name, "唯一可登入的憑證");
          }
          mapper.unbind(account.id(), thumbprint);
          List<String> left = certificatesOf(account);
          log(
              AuditAction.ACCOUNT_CHANGED,
              actor,
              account,
              Stream.concat(Stream.of(thumbprint), left.stream()).collect(joining(" ")),
              left.isEmpty() ? null : String.join(" ", left),
              reason);
          return account;
        });
  }

  /** The cards of an account, those bound first first. */
  List<AccountCard> cardsOf(Account account) {
    boolean enabled = mapper.countEnabled(account.name(), account.role()) > 0;
    return AccountCard.of(
        mapper.certificatesOf(account.id()).stream().map(Certificates::parse).toList(),
        enabled,
        clock.instant());
  }

  /** Closes an account for good and frees its certificates. */
  public void close(String name, String reason, Actor actor) {
    change(
        () -> {
          Account account = get(name);
          keepAnAdministrator(account);
          mapper.unbindAll(account.id());
          mapper.close(account.id(), clock.instant());
          log(AuditAction.ACCOUNT_CLOSED, actor, account, account.role().name(), null, reason);
          return account;
        });
  }

  private Account insert(
      String name,
      String displayName,
      Role role,
      @Nullable AgencyCode agency,
      X509Certificate certificate,
      @Nullable String reason,
      Actor actor) {
    requireForm(name);
    if ((role == Role.AGENCY_USER) != (agency != null)) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, role + " with agency " + agency, "機關", role.name());
    }
    Long agencyId = agency == null ? null : agencyId(agency);
    try {
      mapper.insert(name, displayName, role, agencyId, clock.instant());
    } catch (DuplicateKeyException e) {
      throw new HubException(ErrorCode.ALREADY_EXISTS, "account " + name, e, "帳號 " + name);
    }
    Account account = get(name);
    String thumbprint = bind(account, certificate);
    log(AuditAction.ACCOUNT_CREATED, actor, account, null, role + " " + thumbprint, reason);
    return account;
  }

  /** Design §1: nobody decides, registers or audits for the ministry with an agency's card. */
  private void requireOfNoAgency(X509Certificate certificate) {
    String thumbprint = Certificates.thumbprint(certificate);
    if (agencies.hasRegistered(thumbprint)) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT, thumbprint + " is an agency's", "此憑證已登記為機關憑證");
    }
  }

  private String bind(Account account, X509Certificate certificate) {
    if (account.role() != Role.AGENCY_USER) {
      requireOfNoAgency(certificate);
    }
    CertificateChecks.requireEndEntityInForce(certificate, clock.instant());
    String thumbprint = Certificates.thumbprint(certificate);
    try {
      mapper.bind(account.id(), thumbprint, Certificates.der(certificate), clock.instant());
    } catch (DuplicateKeyException e) {
      throw new HubException(ErrorCode.ALREADY_EXISTS, thumbprint, e, "憑證");
    }
    return thumbprint;
  }

  /** Whether only one administrator would be left without this account. */
  boolean leavesOneAdministrator(Account account) {
    return mapper.countEnabled(account.name(), Role.ADMINISTRATOR) > 0
        && mapper.countEnabled(null, Role.ADMINISTRATOR) == 2;
  }

  /** Without an administrator only the command line could let anybody in again. */
  void keepAnAdministrator(Account account) {
    boolean counts = mapper.countEnabled(account.name(), Role.ADMINISTRATOR) > 0;
    if (counts && mapper.countEnabled(null, Role.ADMINISTRATOR) == 1) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT, account.name() + " is the last administrator", "最後一位管理者");
    }
  }

  private long agencyId(AgencyCode code) {
    return agencies
        .find(code)
        .orElseThrow(() -> new HubException(ErrorCode.NOT_FOUND, "no agency " + code, "機關 " + code))
        .id();
  }

  private void log(
      AuditAction action,
      Actor actor,
      Account account,
      @Nullable String before,
      @Nullable String after,
      @Nullable String reason) {
    log.act(
        new Act(
            action, actor, "account " + account.name(), account.agencyId(), before, after, reason));
  }

  /** The mark comes first: its row lock lets one change of accounts at a time count and decide. */
  private <T> T change(Supplier<T> work) {
    return requireNonNull(
        transactions.execute(
            status -> {
              changes.mark(ChangeTopic.AGENCY);
              return work.get();
            }));
  }
}
