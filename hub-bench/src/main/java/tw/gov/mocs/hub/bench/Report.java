package tw.gov.mocs.hub.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a run: tables for people, JSON for programs. */
final class Report {

  private final Map<String, Object> machine = Machine.facts();
  private final CallReport calls = new CallReport();
  private final Map<Walk, PageReport> pages = new LinkedHashMap<>();
  private final ListReport lists = new ListReport();
  private final FileReport files = new FileReport();

  FileReport files() {
    return files;
  }

  void add(String database, String list, long[] nanos) {
    lists.add(database, list, nanos);
  }

  /** How a database does what a list asks of it. */
  void plans(String database, String list, List<List<String>> plans) {
    lists.plans(database, list, plans);
  }

  void add(String name, Measurement round) {
    calls.add(name, round);
  }

  void add(Walk walk, String name, PageMeasurement round) {
    pages.computeIfAbsent(walk, key -> new PageReport()).add(name, round);
  }

  /** The machine, then one table for each part that was measured. */
  String table() {
    StringBuilder text = new StringBuilder();
    machine.forEach((name, value) -> text.append("%-12s %s%n".formatted(name, value)));
    text.append(calls.table());
    pages.forEach((walk, report) -> text.append(report.table(walk)));
    text.append(lists.table());
    text.append(files.table());
    return text.toString();
  }

  /** The same as one JSON object. */
  String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("machine", machine);
    all.put("calls", calls.values());
    Map<String, Object> walks = new LinkedHashMap<>();
    pages.forEach((walk, report) -> walks.put(walk.pages() + "x" + walk.rows(), report.values()));
    all.put("pages", walks);
    all.put("lists", lists.values());
    all.put("plans", lists.plans());
    all.put("files", files.values());
    return Json.of(all) + "\n";
  }
}
