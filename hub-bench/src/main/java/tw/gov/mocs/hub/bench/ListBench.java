package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.app.HubProcess;
import tw.gov.mocs.hub.app.Settings;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.ApplicationSearch.Sort;
import tw.gov.mocs.hub.application.ApplicationSearch.State;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.audit.CallRecords;
import tw.gov.mocs.hub.audit.CallSearch;
import tw.gov.mocs.hub.audit.CallSearch.Outcome;

/** The lists of the portal over 100,000 rows: the time of the core, the page with its total. */
final class ListBench {

  /**
   * Of each search before the first is measured: people come to a hub that has been up for long.
   */
  static final int WARM_UP = 10;

  private static final int TIMES = 20;

  private final Worlds worlds;
  private final Predicate<String> wanted;

  ListBench(Worlds worlds, Predicate<String> wanted) {
    this.worlds = worlds;
    this.wanted = wanted;
  }

  void measure(Report report) throws IOException, SQLException {
    if (wanted.test(SoapContender.HUB_H2)) {
      measure("H2", worlds.h2(), report, null);
    }
    if (wanted.test(SoapContender.HUB_POSTGRESQL)) {
      measure("PostgreSQL", worlds.postgresql(), report, worlds.server());
    }
  }

  private static void measure(
      String database, HubWorld world, Report report, @Nullable PostgresServer server)
      throws SQLException {
    try (HubProcess hub = HubProcess.core(Settings.of(world.settings(), Map.of()))) {
      new ListRows().fill(hub.get("hubDataSource", DataSource.class));
      if (server != null) {
        server.analyze();
      }
      Map<String, Runnable> searches = searches(hub);
      for (int i = 0; i < WARM_UP; i++) {
        searches.values().forEach(Runnable::run);
      }
      searches.forEach((name, search) -> report.add(database, name, times(search)));
    }
  }

  private static Map<String, Runnable> searches(HubProcess hub) {
    Applications applications = hub.get(Applications.class);
    CallRecords calls = hub.get(CallRecords.class);
    Map<String, Runnable> all = new LinkedHashMap<>();
    for (Sort sort : Sort.values()) {
      all.put(
          "applications, all, by " + sort,
          () -> applications.search(any(null, null, null, null, Set.of(), sort, 1)));
    }
    all.put(
        "applications, last page",
        () ->
            applications.search(
                any(null, null, null, null, Set.of(), Sort.NUMBER, ListRows.MANY / 20)));
    for (State state : Set.of(State.PENDING, State.APPROVED, State.OTHER)) {
      all.put(
          "applications, " + state,
          () ->
              applications.search(
                  any(null, null, null, null, Set.of(state), Sort.SUBMITTED_AT, 1)));
    }
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    all.put(
        "applications, a month",
        () ->
            applications.search(
                any(null, null, null, today.minusDays(60), Set.of(), Sort.CONTACT, 1)));
    all.put(
        "applications, by a part of the agency's name",
        () -> applications.search(any(null, "第 1", null, null, Set.of(), Sort.PERIOD_TO, 1)));
    all.put(
        "applications, by number",
        () -> applications.search(any(null, null, "APSQ11212", null, Set.of(), Sort.STATUS, 1)));
    all.put(
        "applications, of one agency",
        () ->
            applications.search(
                any(ListRows.FIRST_AGENCY, null, null, null, Set.of(), Sort.PERIOD_TO, 1)));
    all.put("calls, newest", () -> calls.search(call(null, null, null, false, 1)));
    all.put("calls, oldest", () -> calls.search(call(null, null, null, true, 1)));
    all.put("calls, last page", () -> calls.search(call(null, null, null, false, 500)));
    all.put("calls, refused", () -> calls.search(call(null, null, Outcome.REFUSED, false, 1)));
    all.put(
        "calls, of one service and application",
        () -> calls.search(call("SQ_TA_002", null, null, false, 1)));
    all.put(
        "calls, by request id",
        () -> calls.search(call(null, ListRows.request(99_000), null, false, 1)));
    all.put("calls, none", () -> calls.search(call(null, "none", null, false, 1)));
    return all;
  }

  private static ApplicationSearch any(
      @Nullable Long agencyId,
      @Nullable String agency,
      @Nullable String number,
      @Nullable LocalDate from,
      Set<State> states,
      Sort sort,
      int page) {
    Set<DeliveryMethod> methods = states.isEmpty() ? Set.of() : Set.of(DeliveryMethod.WEB_SERVICE);
    return new ApplicationSearch(
        agencyId, agency, number, from, null, states, methods, sort, true, page, 20);
  }

  private static CallSearch call(
      @Nullable String service,
      @Nullable String request,
      @Nullable Outcome outcome,
      boolean oldestFirst,
      int page) {
    Instant from = Instant.now().minus(Duration.ofDays(90));
    return new CallSearch(
        ListRows.FIRST_AGENCY,
        from,
        null,
        service,
        service == null ? null : ListRows.number(4),
        request,
        outcome,
        null,
        oldestFirst,
        page,
        20);
  }

  static long[] times(Runnable search) {
    long[] nanos = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long begin = System.nanoTime();
      search.run();
      nanos[i] = System.nanoTime() - begin;
    }
    return nanos;
  }
}
