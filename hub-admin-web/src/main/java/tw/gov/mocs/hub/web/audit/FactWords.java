package tw.gov.mocs.hub.web.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.CallLine;
import tw.gov.mocs.hub.audit.LogRecord;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.web.act.ActTexts;
import tw.gov.mocs.hub.web.act.LoggedForm;
import tw.gov.mocs.hub.web.act.LoggedWords;
import tw.gov.mocs.hub.web.calls.CallReasons;
import tw.gov.mocs.hub.web.layout.ServiceNames;

/** What the values of a record say, in the words of the page. */
@Component
final class FactWords {

  private static final String ANSWER =
      "(GOOD|REVOKED|UNDETERMINED) (CRL|OCSP) (\\S+) (" + LoggedForm.DAY + "T[0-9:.]+Z)";

  private static final List<LoggedForm> REVOCATIONS =
      List.of(
          LoggedForm.of("audit.revocation.said", ANSWER, "audit.revocation."),
          LoggedForm.of(
              "audit.revocation.grace", ANSWER + " \\(within grace\\)", "audit.revocation."),
          LoggedForm.of(
              "audit.revocation.asked",
              "(GOOD|REVOKED|UNDETERMINED) (CRL|OCSP) (\\S+)",
              "audit.revocation."),
          LoggedForm.of("act.is", "(GOOD|REVOKED|UNDETERMINED)", "audit.revocation."));

  private final KnownAgencies agencies;
  private final Catalogue catalogue;
  private final CriteriaWords criteria;
  private final ActTexts acts;
  private final LoggedWords words;
  private final CallReasons reasons;

  FactWords(
      KnownAgencies agencies,
      Catalogue catalogue,
      CriteriaWords criteria,
      ActTexts acts,
      LoggedWords words,
      CallReasons reasons) {
    this.agencies = agencies;
    this.catalogue = catalogue;
    this.criteria = criteria;
    this.acts = acts;
    this.words = words;
    this.reasons = reasons;
  }

  /** A value of a record; "" where it has no words but itself. */
  String of(LogRecord record, String name, String value, Locale locale) {
    return switch (name) {
      case "agencyCode" -> named(value, agencies.name(value, locale), locale);
      case "agencyId" -> agencies.byId(value, locale);
      case "serviceCode" -> service(value, locale);
      case "revocation" -> revocation(value, locale);
      case "criteria", "criteriaLong" ->
          criteria.of(value, record.facts().get("serviceCode"), locale);
      case "outcomeCode" -> outcome(value, locale);
      case "action" -> acts.action(value, locale);
      case "actor" -> acts.actor(value, locale);
      case "subject" -> acts.subject(value, locale);
      case "stateBefore", "stateAfter" -> acts.state(action(record), value, locale);
      case "reason" -> acts.reason(action(record), value, locale);
      default -> name.endsWith("At") ? words.word("", value, locale) : "";
    };
  }

  private static String action(LogRecord record) {
    return record.facts().getOrDefault("action", "");
  }

  private String service(String code, Locale locale) {
    ServiceNames names = new ServiceNames(catalogue.current(), locale);
    String name = names.of(code);
    return names.isFile(code) ? name : named(code, name, locale);
  }

  private String named(String code, String name, Locale locale) {
    return name.isEmpty() ? "" : words.text("act.subject", locale, code, name);
  }

  private String revocation(String logged, Locale locale) {
    return words
        .said(REVOCATIONS, logged, locale)
        .or(() -> refusal(code -> code.name().equals(logged)).map(code -> why(code, locale)))
        .orElse("");
  }

  private String outcome(String code, Locale locale) {
    return code.equals(CallLine.SERVED) || code.equals(CallLine.PART)
        ? words.text("calls.served", locale)
        : refusal(one -> one.code().equals(code))
            .map(one -> words.text("act.of", locale, code, why(one, locale)))
            .orElse("");
  }

  private String why(ErrorCode code, Locale locale) {
    return reasons.why(code, locale);
  }

  private static Optional<ErrorCode> refusal(Predicate<ErrorCode> fits) {
    return Arrays.stream(ErrorCode.values()).filter(fits).findFirst();
  }
}
