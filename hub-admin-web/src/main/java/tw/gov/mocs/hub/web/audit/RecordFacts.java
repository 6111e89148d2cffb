package tw.gov.mocs.hub.web.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.LogRecord;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.web.act.ActTexts;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.layout.ServiceNames;

/** Every value of a record, in groups, as a page shows it. */
@Component
final class RecordFacts {

  private static final Map<String, List<String>> OF_CALL = new LinkedHashMap<>();

  /** What is a sentence or a number and not a code. */
  private static final Set<String> TEXTS =
      Set.of("purpose", "detail", "grantVersion", "rowCount", "byteCount", "personCount", "reason");

  static {
    OF_CALL.put(
        "who",
        List.of(
            "agencyCode",
            "agencyId",
            "callerAddress",
            "certSerial",
            "certThumbprint",
            "cardNo",
            "revocation"));
    OF_CALL.put(
        "what",
        List.of(
            "serviceCode",
            "applicationNo",
            "grantVersion",
            "requestId",
            "purpose",
            "criteria",
            "criteriaLong"));
    OF_CALL.put("when", List.of("receivedAt", "decidedAt", "answeredAt"));
    OF_CALL.put(
        "outcome",
        List.of(
            "outcomeCode",
            "detail",
            "rowCount",
            "byteCount",
            "personCount",
            "personDigest",
            "answerDigest"));
    OF_CALL.put("evidence", List.of("requestDigest", "evidenceDigest"));
  }

  private static final Map<String, List<String>> OF_ACT =
      Map.of(
          "act",
          List.of(
              "actedAt",
              "action",
              "actor",
              "actorAddress",
              "actorThumbprint",
              "subject",
              "agencyId",
              "stateBefore",
              "stateAfter",
              "reason"));

  private final KnownAgencies agencies;
  private final Catalogue catalogue;
  private final RocFormat roc;
  private final ActTexts acts;

  RecordFacts(KnownAgencies agencies, Catalogue catalogue, RocFormat roc, ActTexts acts) {
    this.agencies = agencies;
    this.catalogue = catalogue;
    this.roc = roc;
    this.acts = acts;
  }

  /** By the key of each group. */
  Map<String, List<Fact>> of(LogRecord record, Locale locale) {
    Map<String, List<String>> groups = record.kind().equals("CALL") ? OF_CALL : OF_ACT;
    Map<String, List<Fact>> all = new LinkedHashMap<>();
    groups.forEach(
        (group, names) -> {
          List<Fact> facts = new ArrayList<>();
          for (String name : names) {
            String value = record.facts().get(name);
            if (value != null) {
              facts.add(fact(record, name, value, locale));
            }
          }
          if (!facts.isEmpty()) {
            all.put(group, facts);
          }
        });
    return all;
  }

  private Fact fact(LogRecord record, String name, String value, Locale locale) {
    if (name.endsWith("At")) {
      return new Fact(name, "%s (%s)".formatted(roc.second(Instant.parse(value)), value), false);
    }
    String words =
        switch (name) {
          case "agencyCode" -> agencies.name(value, locale);
          case "serviceCode" -> new ServiceNames(catalogue.current(), locale).of(value);
          case "action" -> acts.action(value, locale);
          case "stateBefore", "stateAfter" -> state(record, value, locale);
          default -> "";
        };
    boolean named = !words.isEmpty();
    return new Fact(name, named ? value + " " + words : value, !named && !TEXTS.contains(name));
  }

  /** Beside what was logged, where that is not its own word. */
  private String state(LogRecord record, String value, Locale locale) {
    String said = acts.state(record.facts().getOrDefault("action", ""), value, locale);
    return said.equals(value) ? "" : "\n" + said;
  }
}
