package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import tw.gov.mocs.hub.app.HubProcess;
import tw.gov.mocs.hub.app.Settings;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.CallSearch.Outcome;
import tw.gov.mocs.hub.audit.LogSearch;
import tw.gov.mocs.hub.audit.LogSearches;
import tw.gov.mocs.hub.audit.PersonHash;
import tw.gov.mocs.hub.audit.PersonHasher;
import tw.gov.mocs.hub.audit.RecordInspection;
import tw.gov.mocs.hub.audit.SoughtAgency;
import tw.gov.mocs.hub.shared.ErrorCode;

/**
 * What auditors search over a million calls: the time of the core, the page of 20 lines with its
 * total and with the act that records the search.
 */
final class AuditBench {

  private static final Actor AUDITOR = new Actor("auditor", null, null);
  private static final int SOME = 777_777;

  private final Worlds worlds;
  private final Predicate<String> wanted;
  private final Consumer<String> say;

  AuditBench(Worlds worlds, Predicate<String> wanted, Consumer<String> say) {
    this.worlds = worlds;
    this.wanted = wanted;
    this.say = say;
  }

  void measure(Report report) throws IOException, SQLException {
    if (wanted.test(SoapContender.HUB_H2)) {
      measure("H2", worlds.h2(), report, null);
    }
    if (wanted.test(SoapContender.HUB_POSTGRESQL)) {
      measure("PostgreSQL", worlds.postgresql(), report, worlds.server());
    }
  }

  private void measure(
      String database, HubWorld world, Report report, @Nullable PostgresServer server)
      throws SQLException {
    try (HubProcess hub = HubProcess.core(Settings.of(world.settings(), Map.of()))) {
      AuditRows rows = new AuditRows(hub.get(PersonHasher.class));
      rows.fill(hub.get("hubDataSource", DataSource.class));
      say.accept("indexing on " + database + " …");
      long begin = System.nanoTime();
      Map<String, Runnable> searches = searches(hub, rows.middle());
      searches.values().forEach(AuditBench::untilIndexed);
      long[] indexing = {System.nanoTime() - begin};
      report.add(database, "audit, the index of a million calls is made", indexing);
      if (server != null) {
        server.analyze();
      }
      for (int i = 0; i < ListBench.WARM_UP; i++) {
        searches.values().forEach(Runnable::run);
      }
      searches.forEach((name, search) -> report.add(database, name, ListBench.times(search)));
      Plans plans = new Plans();
      hub.get(SqlSessionFactory.class).getConfiguration().addInterceptor(plans);
      searches.forEach((name, search) -> report.plans(database, name, plans.of(search)));
    }
  }

  /** H2 lets a search wait for two seconds while the hub's own job takes a part of the index. */
  private static void untilIndexed(Runnable search) {
    boolean done = false;
    while (!done) {
      try {
        search.run();
        done = true;
      } catch (PessimisticLockingFailureException e) {
        done = false;
      }
    }
  }

  private static Map<String, Runnable> searches(HubProcess hub, Instant middle) {
    LogSearches log = hub.get(LogSearches.class);
    RecordInspection records = hub.get(RecordInspection.class);
    List<PersonHash> persons = hub.get(PersonHasher.class).hashesOf(AuditRows.person(SOME));
    Map<String, LogSearch> calls = new LinkedHashMap<>();
    calls.put("newest", LogSearch.all(1, 20));
    calls.put("last page", LogSearch.all(500, 20));
    calls.put("of a day", search(middle, null, null, null, null, List.of()));
    calls.put("of an agency", search(null, AuditRows.FIRST_AGENCY, null, null, null, List.of()));
    calls.put(
        "of an agency and a day",
        search(middle, AuditRows.FIRST_AGENCY, null, null, null, List.of()));
    calls.put("of a service", search(null, null, "SQ_TA_002", null, null, List.of()));
    calls.put(
        "of a service and an agency, none",
        search(null, AuditRows.FIRST_AGENCY, "SQ_TA_002", null, null, List.of()));
    calls.put("refused", search(null, null, null, Outcome.REFUSED, null, List.of()));
    calls.put("served", search(null, null, null, Outcome.SERVED, null, List.of()));
    calls.put("about a person", search(null, null, null, null, null, persons));
    calls.put("by request id", search(null, null, null, null, AuditRows.request(SOME), List.of()));
    calls.put("by a request id that is none", search(null, null, null, null, "none", List.of()));
    Map<String, Runnable> all = new LinkedHashMap<>();
    calls.forEach((name, search) -> all.put("audit, " + name, () -> log.search(search, AUDITOR)));
    LogSearch code = ofCode(ErrorCode.FIELD_NOT_GRANTED);
    all.put("audit, refused for one reason", () -> log.search(code, AUDITOR));
    all.put("audit, by record id", () -> records.kindOf(AuditRows.record(SOME)));
    return all;
  }

  /** Of the day after a moment, if one is given. */
  private static LogSearch search(
      @Nullable Instant from,
      @Nullable Long agency,
      @Nullable String service,
      @Nullable Outcome outcome,
      @Nullable String request,
      List<PersonHash> persons) {
    Instant before = from == null ? null : from.plusSeconds(86_400);
    SoughtAgency sought = agency == null ? null : new SoughtAgency(agency, "A" + agency);
    return new LogSearch(
        from, before, sought, null, service, outcome, null, request, null, persons, false, 1, 20);
  }

  private static LogSearch ofCode(ErrorCode code) {
    return new LogSearch(
        null, null, null, null, null, null, code, null, null, List.of(), false, 1, 20);
  }
}
