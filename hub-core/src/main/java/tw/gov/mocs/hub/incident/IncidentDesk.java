package tw.gov.mocs.hub.incident;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.AccountControl;
import tw.gov.mocs.hub.agency.AccountProfile;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.incident.IncidentNote.Kind;
import tw.gov.mocs.hub.notice.NoticeDraft;
import tw.gov.mocs.hub.notice.NoticeKind;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Incidents among administrators: who has one in hand, and what they note of it. An agency sees
 * nothing of it, so it changes neither the version nor the moment that agencies see. What changes
 * one takes the version of {@link DeskView} that the caller looked at (CHANGED_MEANWHILE).
 */
@Component
public class IncidentDesk {

  private final IncidentStore incidents;
  private final DeskMapper mapper;
  private final AccountControl accounts;
  private final Notices notices;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final Clock clock;

  IncidentDesk(
      IncidentStore incidents,
      DeskMapper mapper,
      AccountControl accounts,
      Notices notices,
      AuditLog log,
      TransactionTemplate transactions,
      Clock clock) {
    this.incidents = incidents;
    this.mapper = mapper;
    this.accounts = accounts;
    this.notices = notices;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** As it stands now; NOT_FOUND if there is no such incident. */
  public DeskView look(IncidentNumber number) {
    return inTransaction(() -> view(incidents.get(number).id()));
  }

  /** Whom one can be given to: the administrators who can log in, by name. */
  public List<AccountProfile> administrators() {
    return accounts.list().stream()
        .filter(one -> one.account().role() == Role.ADMINISTRATOR && !one.disabled())
        .toList();
  }

  /**
   * 指派: gives it to an administrator, who is told by mail if his card names an address.
   *
   * @param assignee the account; null gives it back to all
   * @param said a word about it; may be ""
   * @throws HubException STATE_CONFLICT for a closed one, and for who has it in hand already;
   *     VALUE_INVALID for who is no administrator
   */
  public DeskView assign(
      IncidentNumber number, int version, @Nullable String assignee, String said, Actor actor) {
    return inTransaction(
        () -> {
          Incident incident = incidents.get(number);
          DeskView before = looked(incident, version);
          if (incident.status() != IncidentStatus.IN_PROGRESS) {
            throw new HubException(
                ErrorCode.STATE_CONFLICT, "closed: " + number, incident.status().name());
          }
          if (Objects.equals(before.assignee(), assignee)) {
            throw new HubException(ErrorCode.STATE_CONFLICT, "assigned to " + assignee, "指派");
          }
          AccountProfile whom = assignee == null ? null : administrator(assignee);
          keep(incident, before, note(Kind.ASSIGNED, assignee, said, actor), assignee);
          log(AuditAction.INCIDENT_ASSIGNED, incident, before.assignee(), assignee, actor);
          if (whom != null && !whom.account().name().equals(actor.name())) {
            tell(incident, whom);
          }
          return view(incident.id());
        });
  }

  /** 內部註記, whatever its state; VALUE_INVALID for nothing and for too much. */
  public DeskView note(IncidentNumber number, int version, String said, Actor actor) {
    return inTransaction(
        () -> {
          Incident incident = incidents.get(number);
          DeskView before = looked(incident, version);
          IncidentCheck.refuse(IncidentCheck.ofSaid(IncidentContent.tidy(said)));
          keep(incident, before, note(Kind.NOTED, null, said, actor), before.assignee());
          String count = " notes";
          log(
              AuditAction.INCIDENT_NOTED,
              incident,
              before.notes().size() + count,
              before.notes().size() + 1 + count,
              actor);
          return view(incident.id());
        });
  }

  private DeskView looked(Incident incident, int version) {
    DeskView now = view(incident.id());
    if (now.version() != version) {
      throw changedMeanwhile(incident);
    }
    return now;
  }

  private void keep(
      Incident incident, DeskView before, IncidentNote note, @Nullable String assignee) {
    if (!note.said().isEmpty()) {
      IncidentCheck.refuse(IncidentCheck.ofSaid(note.said()));
    }
    if (mapper.update(incident.id(), before.version(), assignee) == 0) {
      throw changedMeanwhile(incident);
    }
    mapper.insert(incident.id(), before.notes().size(), note);
  }

  private IncidentNote note(Kind kind, @Nullable String assignee, String said, Actor actor) {
    return new IncidentNote(
        kind, clock.instant(), actor.name(), assignee, IncidentContent.tidy(said));
  }

  private AccountProfile administrator(String name) {
    return administrators().stream()
        .filter(one -> one.account().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new HubException(
                    ErrorCode.VALUE_INVALID, name + " is no administrator", "承辦人", name));
  }

  private void tell(Incident incident, AccountProfile whom) {
    CardMail.of(accounts.certificatesOf(whom.account()))
        .ifPresent(
            address ->
                notices.put(
                    new NoticeDraft(
                        NoticeKind.INCIDENT_ASSIGNED,
                        address,
                        whom.account().displayName(),
                        incident.number().value())));
  }

  private DeskView view(long id) {
    DeskMapper.DeskRow row = mapper.find(id);
    return new DeskView(
        row.deskNo(),
        row.assignee(),
        mapper.notes(id).stream().map(DeskMapper.NoteRow::toNote).toList());
  }

  /** What was noted stays out of the log: it may name persons. */
  private void log(
      AuditAction action,
      Incident incident,
      @Nullable String before,
      @Nullable String after,
      Actor actor) {
    log.act(
        new Act(
            action,
            actor,
            "incident " + incident.number(),
            incident.agencyId(),
            before,
            after,
            null));
  }

  private static HubException changedMeanwhile(Incident incident) {
    return new HubException(
        ErrorCode.CHANGED_MEANWHILE, "another note of incident " + incident.number());
  }

  private <T> T inTransaction(Supplier<T> work) {
    return requireNonNull(transactions.execute(status -> work.get()), "result");
  }
}
