package tw.gov.mocs.hub.web.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.LogRecord;

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

  private final FactWords words;

  RecordFacts(FactWords words) {
    this.words = words;
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
    if (name.equals("agencyId") && record.facts().containsKey("agencyCode")) {
      return new Fact(name, "", false, value);
    }
    String said = words.of(record, name, value, locale);
    return said.isEmpty() || said.equals(value)
        ? new Fact(name, value, !TEXTS.contains(name), null)
        : new Fact(name, said, false, value);
  }
}
