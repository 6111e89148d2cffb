package tw.gov.mocs.hub.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.CallLine;
import tw.gov.mocs.hub.audit.CallRecords;
import tw.gov.mocs.hub.audit.CallSearch;
import tw.gov.mocs.hub.audit.OwnCall;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * The calls that an incident is about, for the administrator who handles it: of the agency that
 * reported it alone, and of each what the agency's own list shows. Guarantee: no person, no
 * criterion, no purpose and no address is among it, and every look is an act in the log before it
 * is answered.
 */
@Component
public class IncidentCalls {

  private final IncidentStore incidents;
  private final CallRecords records;
  private final AuditLog log;
  private final TransactionTemplate transactions;

  IncidentCalls(
      IncidentStore incidents,
      CallRecords records,
      AuditLog log,
      TransactionTemplate transactions) {
    this.incidents = incidents;
    this.records = records;
    this.log = log;
    this.transactions = transactions;
  }

  /** Which of the agency's calls an incident is about. */
  public enum Scope {
    /** The one whose record id, or those whose request id it names. */
    NAMED,
    /** Those of the day of the occurrence, of the service and the application that it names. */
    DAY
  }

  /**
   * A page of them.
   *
   * @param before received before this moment; at any time if null
   * @param oldestFirst the oldest first instead of the newest
   * @param page from 1
   * @param size lines on a page, up to {@link CallSearch#MAX_SIZE}
   */
  public record Look(
      Scope scope, @Nullable Instant before, boolean oldestFirst, int page, int size) {}

  /** The scopes that what was reported allows, the narrowest first; none for nothing. */
  public static List<Scope> scopes(IncidentContent content) {
    boolean narrow = !content.applicationNo().isEmpty() || !content.serviceCode().isEmpty();
    if (content.callId().isEmpty()) {
      return narrow ? List.of(Scope.DAY) : List.of();
    }
    return narrow ? List.of(Scope.NAMED, Scope.DAY) : List.of(Scope.NAMED);
  }

  /**
   * Looks at them; NOT_FOUND if there is no such incident. There are none of what {@link
   * CallRecords#KEPT_IN_VIEW} has left, and none in a scope that what was reported does not allow.
   */
  public Page<CallLine> look(IncidentNumber number, Look look, Actor actor) {
    Page<CallLine> found =
        transactions.execute(
            status -> {
              Incident incident = incidents.get(number);
              told(incident, look, actor);
              if (!scopes(incident.content()).contains(look.scope())) {
                return new Page<CallLine>(List.of(), look.page(), look.size(), 0);
              }
              return look.scope() == Scope.NAMED ? named(incident, look) : ofDay(incident, look);
            });
    return requireNonNull(found, "calls");
  }

  private Page<CallLine> named(Incident incident, Look look) {
    String callId = incident.content().callId();
    Optional<CallLine> record =
        records.find(incident.agencyId(), callId.toUpperCase(Locale.ROOT)).map(OwnCall::line);
    if (record.isPresent()) {
      List<CallLine> one = look.page() == 1 ? List.of(record.get()) : List.of();
      return new Page<>(one, look.page(), look.size(), 1);
    }
    return records.search(search(incident, look, null, look.before(), null, null, callId));
  }

  private Page<CallLine> ofDay(Incident incident, Look look) {
    IncidentContent content = incident.content();
    LocalDate day = requireNonNull(content.occurredOn(), "day");
    Instant end = start(day.plusDays(1));
    Instant before = look.before();
    return records.search(
        search(
            incident,
            look,
            start(day),
            before == null || end.isBefore(before) ? end : before,
            orNull(content.serviceCode()),
            orNull(content.applicationNo()),
            null));
  }

  private static CallSearch search(
      Incident incident,
      Look look,
      @Nullable Instant from,
      @Nullable Instant before,
      @Nullable String service,
      @Nullable String application,
      @Nullable String requestId) {
    return new CallSearch(
        incident.agencyId(),
        from,
        before,
        service,
        application,
        requestId,
        null,
        null,
        look.oldestFirst(),
        look.page(),
        look.size());
  }

  /** What the agency typed stays out of the log. */
  private void told(Incident incident, Look look, Actor actor) {
    IncidentContent content = incident.content();
    String day = String.valueOf(content.occurredOn());
    String what =
        look.scope() == Scope.NAMED
            ? "the call that it names"
            : Stream.of("calls of", day, content.serviceCode(), content.applicationNo())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    log.act(
        new Act(
            AuditAction.INCIDENT_CALLS_SEEN,
            actor,
            "incident " + incident.number(),
            incident.agencyId(),
            null,
            what + ", page " + look.page(),
            null));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(RocDate.TAIPEI).toInstant();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
