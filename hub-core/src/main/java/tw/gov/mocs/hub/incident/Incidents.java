package tw.gov.mocs.hub.incident;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.application.ApplicationNumber;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.incident.Incident.Reporter;
import tw.gov.mocs.hub.notice.NoticeDraft;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * 錯誤回報: agencies report and remark, administrators answer, close and reopen; who may call what is
 * the edge's to know. What changes one takes the version that the caller looked at
 * (CHANGED_MEANWHILE), refuses a state that does not allow it (STATE_CONFLICT), and names all that
 * is wrong with what was typed at once (VALUE_INVALID).
 */
@Component
public class Incidents {

  private static final Pattern FORM_KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  private final IncidentStore store;
  private final Agencies agencies;
  private final Applications applications;
  private final Catalogue catalogue;
  private final Notices notices;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Incidents(
      IncidentStore store,
      Agencies agencies,
      Applications applications,
      Catalogue catalogue,
      Notices notices,
      AuditLog log,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.agencies = agencies;
    this.applications = applications;
    this.catalogue = catalogue;
    this.notices = notices;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A key for a new form; what is sent with it is reported once. */
  public static String newFormKey() {
    return UUID.randomUUID().toString();
  }

  /** Everything that is wrong with a report of the agency; empty if nothing. */
  public List<IncidentFault> faults(long agencyId, IncidentContent content) {
    return inTransaction(
        () ->
            IncidentCheck.of(
                content,
                catalogue.current(),
                LocalDateTime.ofInstant(clock.instant(), RocDate.TAIPEI),
                number -> isOf(agencyId, number)));
  }

  /** Everything that is wrong with a remark; empty if nothing. */
  public static List<IncidentFault> faultsOfRemark(String said) {
    return IncidentCheck.ofSaid(IncidentContent.tidy(said));
  }

  /** The same of an answer, of a reason to reopen, or of what is said at the end. */
  public static List<IncidentFault> faultsOfAnswer(String said) {
    return IncidentCheck.ofAnswer(IncidentContent.tidy(said));
  }

  /**
   * 送出: reports an incident, unless this form of the agency has reported one, which is returned
   * then. Number, content, log entry and notice are committed together with whatever else the
   * caller's transaction does.
   *
   * @param formKey from {@link #newFormKey}, written into the form when it was shown
   * @throws HubException VALUE_INVALID with all its faults, AGENCY_SUSPENDED, NOT_FOUND for an
   *     unknown agency
   */
  public Incident report(long agencyId, String formKey, IncidentContent content, Actor actor) {
    if (!FORM_KEY.matcher(formKey).matches()) {
      throw new HubException(ErrorCode.VALUE_INVALID, "no form key", "表單", "formKey");
    }
    return inTransaction(
        () ->
            store
                .findByForm(agencyId, formKey)
                .orElseGet(() -> reportNew(agencyId, formKey, content, actor)));
  }

  /** What this form of the agency has reported. */
  public Optional<Incident> findByForm(long agencyId, String formKey) {
    return inTransaction(() -> store.findByForm(agencyId, formKey));
  }

  private Incident reportNew(long agencyId, String formKey, IncidentContent content, Actor actor) {
    Agency agency = agencies.get(agencyId);
    if (agency.suspended()) {
      throw new HubException(ErrorCode.AGENCY_SUSPENDED, "agency " + agency.code());
    }
    IncidentCheck.refuse(faults(agencyId, content));
    // After all that can refuse, because every other report waits from here on. A second click
    // that came meanwhile has been waited for: its incident is seen now.
    store.takeTurn();
    return store
        .findByForm(agencyId, formKey)
        .orElseGet(() -> insert(agency, formKey, content, actor));
  }

  private Incident insert(Agency agency, String formKey, IncidentContent content, Actor actor) {
    Reporter reporter =
        new Reporter(
            actor.name(),
            actor.certificateThumbprint(),
            card(actor.certificateThumbprint()),
            clock.instant());
    Incident reported = store.insert(agency, formKey, content, reporter);
    log(AuditAction.INCIDENT_REPORTED, null, reported, actor);
    tell(NoticeKind.INCIDENT_RECEIVED, reported);
    return reported;
  }

  /** The incident with this number; NOT_FOUND if there is none. For administrators. */
  public Incident get(IncidentNumber number) {
    return inTransaction(() -> store.get(number));
  }

  /** The agency's incident with this number; NOT_FOUND if there is none or it is another's. */
  public Incident get(long agencyId, IncidentNumber number) {
    return inTransaction(() -> store.getOf(agencyId, number));
  }

  /** 錯誤回報[查詢]. */
  public Page<IncidentLine> search(IncidentSearch search) {
    return inTransaction(() -> store.search(search));
  }

  /** 處理說明, by an administrator; it stays 處理中. */
  public Incident answer(IncidentNumber number, int version, String said, Actor actor) {
    return change(
        number,
        version,
        actor,
        AuditAction.INCIDENT_ANSWERED,
        NoticeKind.INCIDENT_ANSWERED,
        before -> before.answer(IncidentContent.tidy(said), actor.name(), clock.instant()));
  }

  /** 結案, by an administrator; {@code said} may be "" if it was answered before. */
  public Incident close(IncidentNumber number, int version, String said, Actor actor) {
    return change(
        number,
        version,
        actor,
        AuditAction.INCIDENT_CLOSED,
        NoticeKind.INCIDENT_CLOSED,
        before -> before.close(IncidentContent.tidy(said), actor.name(), clock.instant()));
  }

  /** 重新處理 of a closed one, by an administrator, with the reason. */
  public Incident reopen(IncidentNumber number, int version, String reason, Actor actor) {
    return change(
        number,
        version,
        actor,
        AuditAction.INCIDENT_REOPENED,
        null,
        before -> before.reopen(IncidentContent.tidy(reason), actor.name(), clock.instant()));
  }

  /** 補充說明 of the agency whose incident it is, while it is 處理中; NOT_FOUND for another's. */
  public Incident add(
      long agencyId, IncidentNumber number, int version, String remark, Actor actor) {
    return inTransaction(
        () -> {
          store.getOf(agencyId, number);
          return change(
              number,
              version,
              actor,
              AuditAction.INCIDENT_REMARKED,
              null,
              before -> before.remark(IncidentContent.tidy(remark), actor.name(), clock.instant()));
        });
  }

  private Incident change(
      IncidentNumber number,
      int version,
      Actor actor,
      AuditAction action,
      @Nullable NoticeKind told,
      UnaryOperator<Incident> transition) {
    return inTransaction(
        () -> {
          Incident before = store.get(number, version);
          Incident after = store.update(transition.apply(before));
          log(action, before.status().name(), after, actor);
          if (told != null) {
            tell(told, after);
          }
          return after;
        });
  }

  /** Unknown and foreign numbers look the same. */
  private boolean isOf(long agencyId, ApplicationNumber number) {
    ApplicationSearch own =
        new ApplicationSearch(
            agencyId,
            null,
            number.value(),
            null,
            null,
            Set.of(),
            Set.of(),
            ApplicationSearch.Sort.NUMBER,
            false,
            1,
            1);
    return applications.search(own).total() > 0;
  }

  private @Nullable String card(@Nullable String thumbprint) {
    return Optional.ofNullable(thumbprint)
        .flatMap(agencies::findByThumbprint)
        .map(RegisteredCertificate::cardNumber)
        .orElse(null);
  }

  /** What was said stays out of the log: it may name persons. */
  private void log(AuditAction action, @Nullable String before, Incident after, Actor actor) {
    log.act(
        new Act(
            action,
            actor,
            "incident " + after.number(),
            after.agencyId(),
            before,
            after.status().name(),
            null));
  }

  private void tell(NoticeKind kind, Incident incident) {
    IncidentContent content = incident.content();
    notices.put(
        new NoticeDraft(
            kind, content.contactMail(), content.contactName(), incident.number().value()));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return requireNonNull(transactions.execute(status -> work.get()), "result");
  }
}
