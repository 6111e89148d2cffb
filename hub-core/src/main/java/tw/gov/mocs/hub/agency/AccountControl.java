package tw.gov.mocs.hub.agency;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.AccountMapper.ProposalRow;
import tw.gov.mocs.hub.agency.AdministratorProposal.Kind;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * 帳號管理: who keeps the accounts may do to others' what he may not do to his own (OWN_ACCOUNT).
 * Whatever makes an administrator waits for a second person. Each act takes the version that
 * somebody looked at (CHANGED_MEANWHILE) and the reason (VALUE_INVALID if blank).
 */
@Component
public class AccountControl {

  private final AccountMapper mapper;
  private final Accounts accounts;
  private final AuditLog log;
  private final Changes changes;
  private final TransactionTemplate transactions;
  private final Clock clock;

  AccountControl(
      AccountMapper mapper,
      Accounts accounts,
      AuditLog log,
      Changes changes,
      TransactionTemplate transactions,
      Clock clock) {
    this.mapper = mapper;
    this.accounts = accounts;
    this.log = log;
    this.changes = changes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** All open accounts, by name, also those that are disabled. */
  public List<AccountProfile> list() {
    return mapper.profiles().stream().map(AccountMapper.ProfileRow::toProfile).toList();
  }

  /** All that were closed, by name; there is nothing to be done with them. */
  public List<AccountProfile> closed() {
    return mapper.closedProfiles().stream().map(AccountMapper.ProfileRow::toProfile).toList();
  }

  /** The name of the account that logs in with this card, or would if it were not disabled. */
  public Optional<String> findHolder(X509Certificate card) {
    return Optional.ofNullable(mapper.holder(Certificates.thumbprint(card)));
  }

  /** An open account; NOT_FOUND if there is none. */
  public AccountProfile get(String name) {
    return list().stream()
        .filter(one -> one.account().name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new HubException(ErrorCode.NOT_FOUND, "no account " + name, "帳號 " + name));
  }

  /** The certificates that log in to an account, those bound first first. */
  public List<X509Certificate> certificatesOf(Account account) {
    return mapper.certificatesOf(account.id()).stream().map(Certificates::parse).toList();
  }

  /** The same as cards, each with whether it must stay. */
  public List<AccountCard> cardsOf(Account account) {
    return accounts.cardsOf(account);
  }

  /** What waits for a second person, the oldest first. */
  public List<AdministratorProposal> proposals() {
    return mapper.openProposals().stream().map(ProposalRow::toProposal).toList();
  }

  /** One of them, also one that was decided; NOT_FOUND if there is none. */
  public AdministratorProposal proposal(long id) {
    ProposalRow row = mapper.findProposal(id);
    if (row == null) {
      throw new HubException(ErrorCode.NOT_FOUND, "no proposal " + id, "帳號");
    }
    return row.toProposal();
  }

  /**
   * Opens an account, or proposes it where it is an administrator's.
   *
   * @return what waits for a second person; empty if the account is open
   * @throws HubException as {@link Accounts#create}
   */
  public Optional<AdministratorProposal> create(
      String name,
      String displayName,
      Role role,
      @Nullable AgencyCode agency,
      X509Certificate certificate,
      String reason,
      Actor actor) {
    AgencyRegister.requireReason(reason);
    if (role != Role.ADMINISTRATOR) {
      accounts.create(name, displayName, role, agency, certificate, reason, actor);
      return Optional.empty();
    }
    accounts.requireNew(name, certificate);
    return Optional.of(propose(Kind.CREATE, name, displayName, certificate, reason, actor));
  }

  /**
   * Gives an account of the ministry another role, or proposes it where that is ADMINISTRATOR.
   *
   * @return what waits for a second person; empty if the role is changed
   */
  public Optional<AdministratorProposal> changeRole(
      String name, long version, Role role, String reason, Actor actor) {
    AgencyRegister.requireReason(reason);
    Account account = looked(name, version, actor).account();
    if (role != Role.ADMINISTRATOR) {
      accounts.changeRole(name, role, reason, actor);
      return Optional.empty();
    }
    if (account.role() == Role.ADMINISTRATOR || account.role() == Role.AGENCY_USER) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT, account.role() + " to " + role, account.role().name());
    }
    return Optional.of(propose(Kind.ROLE, name, account.displayName(), null, reason, actor));
  }

  /**
   * Lets an account log in with one more card. An administrator's waits for a second person: who
   * chose both cards would be both persons.
   *
   * @return what waits for a second person; empty if the card is bound
   */
  public Optional<AdministratorProposal> addCard(
      String name, long version, X509Certificate certificate, String reason, Actor actor) {
    AgencyRegister.requireReason(reason);
    AccountProfile profile = get(name);
    requireVersion(profile, version);
    if (profile.account().role() != Role.ADMINISTRATOR) {
      accounts.addCertificate(name, certificate, reason, actor);
      return Optional.empty();
    }
    accounts.requireUnbound(certificate);
    return Optional.of(
        propose(Kind.CARD, name, profile.account().displayName(), certificate, reason, actor));
  }

  /**
   * 移除憑證: the card logs in no more. It only takes away, so it needs no second person.
   *
   * @throws HubException as {@link Accounts#removeCertificate}
   */
  public void removeCard(String name, long version, String thumbprint, String reason, Actor actor) {
    AgencyRegister.requireReason(reason);
    change(
        () -> {
          AccountProfile profile = looked(name, version, actor);
          accounts.removeCertificate(name, thumbprint, reason, actor);
          return profile;
        });
  }

  /** Whether nobody would be left to confirm what an administrator proposes. */
  public boolean leavesOneAdministrator(AccountProfile profile) {
    return accounts.leavesOneAdministrator(profile.account());
  }

  /** 停用: it logs in no more; STATE_CONFLICT for the last administrator. */
  public void disable(String name, long version, String reason, Actor actor) {
    AgencyRegister.requireReason(reason);
    change(
        () -> {
          AccountProfile profile = looked(name, version, actor);
          requireDisabled(profile, false);
          accounts.keepAnAdministrator(profile.account());
          mapper.disable(profile.account().id(), clock.instant());
          log(
              AuditAction.ACCOUNT_DISABLED,
              profile.account(),
              "enabled",
              "disabled",
              reason,
              actor);
          return name;
        });
  }

  /** 啟用: it logs in again; STATE_CONFLICT if it has no card to do so. */
  public void enable(String name, long version, String reason, Actor actor) {
    AgencyRegister.requireReason(reason);
    change(
        () -> {
          AccountProfile profile = looked(name, version, actor);
          requireDisabled(profile, true);
          if (accounts.certificatesOf(profile.account()).isEmpty()) {
            throw new HubException(ErrorCode.STATE_CONFLICT, name + " has no card", "沒有憑證");
          }
          mapper.disable(profile.account().id(), null);
          log(AuditAction.ACCOUNT_ENABLED, profile.account(), "disabled", "enabled", reason, actor);
          return name;
        });
  }

  /** 關閉, for good. */
  public void close(String name, long version, String reason, Actor actor) {
    AgencyRegister.requireReason(reason);
    looked(name, version, actor);
    accounts.close(name, reason, actor);
  }

  /**
   * Does what was proposed.
   *
   * @throws HubException SECOND_PERSON_REQUIRED for who proposed it; OWN_ACCOUNT for whose account
   *     it is; STATE_CONFLICT once decided, and as the act itself
   */
  public void confirm(long id, Actor actor) {
    change(
        () -> {
          AdministratorProposal proposal = decide(id, ProposalStatus.CONFIRMED, null, actor);
          requireMayConfirm(proposal, actor);
          accounts.makeAdministrator(proposal, actor);
          log(AuditAction.ADMINISTRATOR_CONFIRMED, proposal, null, actor);
          return proposal;
        });
  }

  /** SECOND_PERSON_REQUIRED for who proposed it; OWN_ACCOUNT for whose account it is. */
  public void requireMayConfirm(AdministratorProposal proposal, Actor actor) {
    if (actor.isSamePersonAs(proposal.proposedBy(), proposal.proposerThumbprint())) {
      throw new HubException(
          ErrorCode.SECOND_PERSON_REQUIRED, actor.name() + " proposed it himself");
    }
    requireOther(proposal.name(), actor);
  }

  /** Does not do it; VALUE_INVALID without a reason. Who proposed it may take it back so. */
  public void decline(long id, String reason, Actor actor) {
    AgencyRegister.requireReason(reason);
    change(
        () -> {
          AdministratorProposal proposal = decide(id, ProposalStatus.DECLINED, reason, actor);
          log(AuditAction.ADMINISTRATOR_DECLINED, proposal, reason, actor);
          return proposal;
        });
  }

  private AdministratorProposal propose(
      Kind kind,
      String name,
      String displayName,
      @Nullable X509Certificate certificate,
      String reason,
      Actor actor) {
    AgencyRegister.requireReason(reason);
    return change(
        () -> {
          byte[] der = certificate == null ? null : Certificates.der(certificate);
          try {
            mapper.propose(
                new AccountMapper.NewProposal(
                    kind,
                    name,
                    displayName,
                    der,
                    reason,
                    clock.instant(),
                    actor.name(),
                    actor.certificateThumbprint()));
          } catch (DuplicateKeyException e) {
            throw new HubException(ErrorCode.ALREADY_EXISTS, "proposed " + name, e, "帳號 " + name);
          }
          AdministratorProposal proposal =
              proposals().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
          log(AuditAction.ADMINISTRATOR_PROPOSED, proposal, reason, actor);
          return proposal;
        });
  }

  private AdministratorProposal decide(
      long id, ProposalStatus status, @Nullable String reason, Actor actor) {
    AdministratorProposal proposal = proposal(id);
    if (mapper.decide(id, status, actor.name(), clock.instant(), reason) == 0) {
      throw new HubException(ErrorCode.STATE_CONFLICT, "proposal " + id, proposal.status().name());
    }
    return proposal;
  }

  /** The account as somebody else looked at it. */
  private AccountProfile looked(String name, long version, Actor actor) {
    requireOther(name, actor);
    AccountProfile profile = get(name);
    requireVersion(profile, version);
    return profile;
  }

  private static void requireOther(String name, Actor actor) {
    if (name.equals(actor.name())) {
      throw new HubException(ErrorCode.OWN_ACCOUNT, "it is the own account of " + name);
    }
  }

  private static void requireVersion(AccountProfile profile, long version) {
    if (profile.version() != version) {
      throw new HubException(
          ErrorCode.CHANGED_MEANWHILE, profile.account().name() + " has changed");
    }
  }

  private static void requireDisabled(AccountProfile profile, boolean disabled) {
    if (profile.disabled() != disabled) {
      String now = profile.disabled() ? "停用" : "使用中";
      throw new HubException(ErrorCode.STATE_CONFLICT, profile.account().name(), now);
    }
  }

  private void log(
      AuditAction action, AdministratorProposal proposal, @Nullable String reason, Actor actor) {
    X509Certificate card = proposal.certificate();
    String after = proposal.kind() + (card == null ? "" : " " + Certificates.thumbprint(card));
    log.act(new Act(action, actor, "account " + proposal.name(), null, null, after, reason));
  }

  private void log(
      AuditAction action,
      Account account,
      String before,
      String after,
      String reason,
      Actor actor) {
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
            }),
        "result");
  }
}
