package tw.gov.mocs.hub.web.overview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.CertificateSearch;
import tw.gov.mocs.hub.agency.KeptCertificates;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.application.GrantSearch;
import tw.gov.mocs.hub.application.QueueSearch;
import tw.gov.mocs.hub.application.QueueSearch.State;
import tw.gov.mocs.hub.application.ReviewQueue;
import tw.gov.mocs.hub.audit.DayCalls;
import tw.gov.mocs.hub.catalogue.TableDrifts;
import tw.gov.mocs.hub.incident.IncidentSearch;
import tw.gov.mocs.hub.incident.IncidentStatus;
import tw.gov.mocs.hub.incident.Incidents;
import tw.gov.mocs.hub.notice.NoticeSearch;
import tw.gov.mocs.hub.notice.NoticeState;
import tw.gov.mocs.hub.notice.Notices;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.KnownLists;
import tw.gov.mocs.hub.trust.TrustAnchors;

/** Counts what waits and what ends soon, as the lists behind the figures do. */
@Component
final class Figures {

  /** What ends within so many days ends soon. */
  static final int SOON = 60;

  private static final Set<Role> REVIEW = EnumSet.of(Role.REVIEWER, Role.AUDITOR);
  private static final Set<Role> ALL = EnumSet.of(Role.ADMINISTRATOR, Role.REVIEWER, Role.AUDITOR);
  private static final Set<Role> KEEP = EnumSet.of(Role.ADMINISTRATOR);

  private final ReviewQueue queue;
  private final GrantControl grants;
  private final KeptCertificates certificates;
  private final Incidents incidents;
  private final Notices notices;
  private final KnownLists lists;
  private final TrustAnchors anchors;
  private final TableDrifts drifts;
  private final Clock clock;

  Figures(
      ReviewQueue queue,
      GrantControl grants,
      KeptCertificates certificates,
      Incidents incidents,
      Notices notices,
      KnownLists lists,
      TrustAnchors anchors,
      TableDrifts drifts,
      Clock clock) {
    this.queue = queue;
    this.grants = grants;
    this.certificates = certificates;
    this.incidents = incidents;
    this.notices = notices;
    this.lists = lists;
    this.anchors = anchors;
    this.drifts = drifts;
    this.clock = clock;
  }

  /** Applications that are not decided, and how long they have been waiting. */
  List<Figure> applications(Role role) {
    return List.of(
        open("open", 0, Set.of(), "", false, role),
        open("days7", 7, Set.of(), "?age=7", false, role),
        open("days14", 14, Set.of(), "?age=14", false, role),
        open("days30", 30, Set.of(), "?age=30", true, role),
        open("overdue", 0, Set.of(State.OVERDUE), "?state=OVERDUE", true, role));
  }

  /** Grants and certificates, and what ends within {@value #SOON} days. */
  List<Figure> endings(Role role) {
    return List.of(
        new Figure(
            "grants", grants(SOON, null), path("/admin/grants?ends=60", REVIEW, role), false),
        new Figure("due", grants(null, 0), path("/admin/grants?due=0", REVIEW, role), true),
        new Figure(
            "certificates",
            certificates
                .search(
                    new CertificateSearch(
                        "", null, Set.of(), SOON, CertificateSearch.Sort.ENDS, false, 1, 1))
                .total(),
            path("/admin/certificates?ends=60", KEEP, role),
            false),
        new Figure("anchors", endingAnchors(), path("/admin/trust?ends=60", KEEP, role), false),
        new Figure(
            "lists", endingLists(), path("/admin/overview/lists?ends=60", ALL, role), false));
  }

  private long endingAnchors() {
    Instant now = clock.instant();
    return anchors.list().stream().filter(one -> one.endsWithin(SOON, now)).count();
  }

  private long endingLists() {
    Instant now = clock.instant();
    return lists.all().stream().filter(list -> list.endsWithin(SOON, now)).count();
  }

  /** The calls of today, and those of the day before. */
  List<Figure> calls(DayCalls today, DayCalls before, Role role) {
    String day = new RocDate(today.day()).toString();
    return List.of(
        call("served", today.served(), before.served(), false, day, role),
        call("refused", today.refused(), before.refused(), false, day, role),
        call("failed", today.failed(), before.failed(), true, day, role));
  }

  private static Figure call(
      String key, long now, long before, boolean urgent, String day, Role role) {
    // Single calls are an auditor's; how many there were of each service is everybody's.
    String list = role == Role.AUDITOR ? "/admin/audit/calls" : "/admin/overview/calls";
    String path = "%s?from=%s&to=%s&outcome=%s".formatted(list, day, day, key);
    return new Figure(key, now, before, path(path, ALL, role), urgent);
  }

  /** What waits for the ministry's people, mail, and what a change of the source does to calls. */
  List<Figure> work(Role role) {
    IncidentSearch unanswered =
        new IncidentSearch(
            null,
            null,
            null,
            null,
            Set.of(IncidentStatus.IN_PROGRESS),
            null,
            IncidentSearch.Sort.NUMBER,
            false,
            1,
            1);
    return List.of(
        new Figure(
            "incidents",
            incidents.search(unanswered).total(),
            path("/admin/incidents?state=IN_PROGRESS", KEEP, role),
            false),
        mail("mailWaiting", NoticeState.WAITING, false, role),
        mail("mailFailed", NoticeState.FAILED, true, role),
        new Figure("drift", drifts.harmed().size(), path("/admin/tables/drift", KEEP, role), true));
  }

  private Figure open(
      String key, int age, Set<State> states, String criteria, boolean urgent, Role role) {
    LocalDate until = age == 0 ? null : RocDate.dayOf(clock.instant()).minusDays(age);
    QueueSearch search =
        new QueueSearch(
            states, "", "", until, Set.of(), QueueSearch.Sort.SUBMITTED_AT, false, 1, 1);
    Figure.Place place =
        role == Role.ADMINISTRATOR && states.isEmpty()
            ? path(progress(until), ALL, role)
            : path("/admin/reviews" + criteria, REVIEW, role);
    return new Figure(key, queue.search(search).total(), place, urgent);
  }

  /** The same applications in the list that an administrator has. */
  private static String progress(@Nullable LocalDate until) {
    String open = "/progress?state=PENDING";
    return until == null ? open : open + "&to=" + new RocDate(until);
  }

  private long grants(@Nullable Integer ends, @Nullable Integer due) {
    GrantSearch search =
        new GrantSearch(Set.of(), "", "", ends, due, GrantSearch.Sort.NUMBER, false, 1, 1);
    return grants.search(search).total();
  }

  private Figure mail(String key, NoticeState state, boolean urgent, Role role) {
    long count = notices.search(NoticeSearch.of(state, 1, 1)).total();
    return new Figure(key, count, path("/admin/notices?state=" + state, KEEP, role), urgent);
  }

  private static Figure.Place path(String path, Set<Role> roles, Role role) {
    return new Figure.Place(path, roles, role);
  }
}
