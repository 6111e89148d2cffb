package tw.gov.mocs.hub.web.audit;

import static tw.gov.mocs.hub.web.act.LoggedForm.DIGEST;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.web.act.ActWords;
import tw.gov.mocs.hub.web.act.LoggedForm;
import tw.gov.mocs.hub.web.act.LoggedItems;
import tw.gov.mocs.hub.web.act.LoggedWords;
import tw.gov.mocs.hub.web.act.SubjectWords;

/**
 * What the log holds of itself: searches, verifications, archives, evidence, logins and their
 * refusals.
 */
@Component
final class LogActs implements ActWords {

  private static final Set<String> BEGIN =
      Set.of("LOG_", "LOGGED_", "LOGIN_", "EVIDENCE_", "ARCHIVED_");

  private static final LoggedItems CRITERIA =
      new LoggedItems(
          Stream.of(
              "from",
              "to",
              "before",
              "agency",
              "application",
              "service",
              "outcome",
              "refusal",
              "request",
              "address",
              "person",
              "action",
              "actor",
              "subject",
              "page"),
          ", ",
          ":? ");

  private static final LoggedItems REFUSED =
      new LoggedItems(
          Stream.of("code", "times", "since", "serial", "issuer", "organization"), "; ", "=");

  private static final List<LoggedForm> FORMS =
      List.of(
          LoggedForm.of("act.is", "(AGENCY_USER|ADMINISTRATOR|REVIEWER|AUDITOR)", "role."),
          LoggedForm.of("audit.logged.all", "all"),
          LoggedForm.of("audit.logged.opened", "opened"),
          LoggedForm.of("audit.logged.whole", "whole"),
          LoggedForm.of("audit.logged.cancelled", "cancelled"),
          LoggedForm.of("audit.logged.failed", "failed"),
          LoggedForm.of("audit.logged.to", "to (" + DIGEST + ") (.+)"),
          LoggedForm.of("audit.logged.discarded", "(\\d+) lines thrown away"),
          LoggedForm.of(
              "audit.logged.archive",
              "checkpoints (\\d+) to (\\d+), (\\d+) records, SHA-256 (" + DIGEST + ")"));

  /** The first one as a record is written by itself. */
  private static final Pattern FINDINGS =
      Pattern.compile("(\\d+) found, the first Finding\\[where=(.+), what=(.+)\\]");

  /** Evidence of a record that was not what had been chained. */
  private static final Pattern UNFIT =
      Pattern.compile("to (" + DIGEST + ") (.+); the record ([^;]+)");

  private final LoggedWords words;
  private final SubjectWords subjects;
  private final FindingTexts findings;

  LogActs(LoggedWords words, SubjectWords subjects, FindingTexts findings) {
    this.words = words;
    this.subjects = subjects;
    this.findings = findings;
  }

  @Override
  public boolean knows(AuditAction action) {
    return BEGIN.stream().anyMatch(action.name()::startsWith);
  }

  @Override
  public String state(AuditAction action, String logged, Locale locale) {
    Matcher found = FINDINGS.matcher(logged);
    if (found.matches()) {
      return words.text(
          "audit.logged.found",
          locale,
          found.group(1),
          findings.of(found.group(2), locale),
          findings.of(found.group(3), locale));
    }
    Matcher unfit = UNFIT.matcher(logged);
    if (unfit.matches()) {
      return words.text(
          "audit.logged.to.unfit",
          locale,
          unfit.group(1),
          unfit.group(2),
          findings.of(unfit.group(3), locale));
    }
    if (action == AuditAction.LOGIN_REFUSED) {
      return words
          .labelled(
              REFUSED,
              logged,
              name -> words.text("audit.logged.refused." + name, locale),
              (name, value) -> refused(name, value, locale),
              locale)
          .orElse(logged);
    }
    return words
        .said(FORMS, logged, locale)
        .or(
            () ->
                words.labelled(
                    CRITERIA,
                    logged,
                    name -> words.text("audit.logged.criterion." + name, locale),
                    (name, value) -> criterion(name, value, locale),
                    locale))
        .orElse(logged);
  }

  private String refused(String name, String value, Locale locale) {
    return name.equals("code")
        ? Arrays.stream(ErrorCode.values())
            .filter(known -> known.code().equals(value))
            .map(known -> known.message(locale, List.of()) + " (" + value + ")")
            .findFirst()
            .orElse(value)
        : words.word("", value, locale);
  }

  private String criterion(String name, String value, Locale locale) {
    return switch (name) {
      case "actor" -> subjects.actor(value, locale);
      case "subject" -> subjects.subject(value, locale);
      default -> words.word(prefix(name), value, locale);
    };
  }

  private static String prefix(String criterion) {
    return switch (criterion) {
      case "action" -> "audit.action.";
      case "outcome" -> "audit.logged.outcome.";
      default -> "";
    };
  }
}
