package tw.gov.mocs.hub.application;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * The applications (申請案), as agencies make and look at them; {@link Reviews} decides them. Who may
 * call what is the edge's to know. What changes one takes the version that the caller looked at and
 * throws CHANGED_MEANWHILE if it is another by now.
 */
@Component
public class Applications {

  private final ApplicationStore store;
  private final ApplicationNumbers numbers;
  private final Agencies agencies;
  private final Catalogue catalogue;
  private final AuditLog log;
  private final ApplicationListener listener;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Applications(
      ApplicationStore store,
      ApplicationNumbers numbers,
      Agencies agencies,
      Catalogue catalogue,
      AuditLog log,
      ApplicationListener listener,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.numbers = numbers;
    this.agencies = agencies;
    this.catalogue = catalogue;
    this.log = log;
    this.listener = listener;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The application with this key, draft or not; NOT_FOUND if there is none. */
  public Application get(long id) {
    return inTransaction(() -> store.get(id));
  }

  /** The application with this number; NOT_FOUND if there is none. */
  public Application get(ApplicationNumber number) {
    return inTransaction(() -> store.get(store.idOf(number)));
  }

  /** 進度查詢. */
  public Page<ApplicationLine> search(ApplicationSearch search) {
    return inTransaction(() -> store.search(search));
  }

  /**
   * Begins a draft.
   *
   * @throws HubException NOT_FOUND for an unknown agency, AGENCY_SUSPENDED, or VALUE_INVALID if
   *     something in it is too long or malformed
   */
  public Application draft(AgencyCode agency, ApplicationContent content) {
    return inTransaction(
        () -> {
          Agency applicant =
              agencies
                  .find(agency)
                  .orElseThrow(
                      () ->
                          new HubException(
                              ErrorCode.NOT_FOUND, "no agency " + agency, agency.value()));
          requireInUse(applicant);
          return store.insert(Application.draft(applicant, content));
        });
  }

  /** Keeps other content of a draft; STATE_CONFLICT once it is submitted. */
  public Application save(long id, int version, ApplicationContent content) {
    return inTransaction(() -> store.update(store.get(id, version).edit(content)));
  }

  /** 重新申請: a new draft of the same agency with the same content. */
  public Application copyAsDraft(long id) {
    Application original = get(id);
    return draft(original.agencyCode(), original.content());
  }

  /**
   * 確定提出申請: gives the draft its number. Number, content, certificate and log entry are committed
   * together with whatever else the caller's transaction does.
   *
   * @param signedWith the certificate that the applicant used, one of its agency's
   * @return the application with its number, PENDING
   * @throws HubException STATE_CONFLICT unless it is a draft, VALUE_INVALID with all its faults,
   *     NOT_PERMITTED for a certificate of another agency
   */
  public Application submit(long id, int version, RegisteredCertificate signedWith, Actor actor) {
    return inTransaction(
        () -> {
          Application draft = store.get(id, version);
          requireInUse(agencies.get(draft.agencyId()));
          if (signedWith.agencyId() != draft.agencyId()) {
            throw new HubException(
                ErrorCode.NOT_PERMITTED, "a certificate of another agency: " + draft.name());
          }
          Instant now = clock.instant();
          CatalogueSnapshot offered = catalogue.current();
          draft.requireSubmittable(offered, RocDate.dayOf(now));
          // Last of all that can refuse, because the counter's row is held until the commit.
          ApplicationNumber number =
              numbers.next(requireNonNull(draft.content().method(), "method"), now);
          Submission submission =
              new Submission(
                  number, now, actor.name(), signedWith.thumbprint(), signedWith.cardNumber());
          Application submitted = store.update(draft.submit(submission, offered));
          log(AuditAction.APPLICATION_SUBMITTED, actor, draft, submitted, null);
          listener.submitted(submitted);
          return submitted;
        });
  }

  /** 撤回; STATE_CONFLICT once it is decided. */
  public Application withdraw(long id, int version, String reason, Actor actor) {
    return inTransaction(
        () -> {
          Application before = store.get(id, version);
          Application withdrawn = store.updateStatus(before.withdraw());
          log(AuditAction.APPLICATION_WITHDRAWN, actor, before, withdrawn, reason);
          return withdrawn;
        });
  }

  private static void requireInUse(Agency agency) {
    if (agency.suspended()) {
      throw new HubException(ErrorCode.AGENCY_SUSPENDED, "agency " + agency.code());
    }
  }

  private void log(
      AuditAction action,
      Actor actor,
      Application before,
      Application after,
      @Nullable String reason) {
    log.act(
        new Act(
            action,
            actor,
            after.name(),
            after.agencyId(),
            before.status().name(),
            after.status().name(),
            reason));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return requireNonNull(transactions.execute(status -> work.get()), "result");
  }
}
