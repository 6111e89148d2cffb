package tw.gov.mocs.hub.web.review;

import static tw.gov.mocs.hub.web.act.LoggedForm.DAY;
import static tw.gov.mocs.hub.web.act.LoggedForm.DIGEST;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.web.act.ActWords;
import tw.gov.mocs.hub.web.act.LoggedForm;
import tw.gov.mocs.hub.web.act.LoggedWords;

/** What the log holds of applications, their letters, grants and one-time files. */
@Component
final class ActStates implements ActWords {

  private static final Set<String> BEGIN =
      Set.of(
          "APPLICATION_",
          "LETTER_",
          "EXTRACT_",
          "GRANT_",
          "DELIVERY_",
          "CONTRACT_",
          "INTEGRATION_");

  private static final String STATUS = "review.status.";

  private static final List<LoggedForm> FORMS =
      List.of(
          LoggedForm.of(
              "review.logged.signed",
              "(\\w+) signed (\\w+), document (\\w+), signature (\\w+), receipt (\\w+)",
              STATUS,
              "review.finding.signature."),
          LoggedForm.of("review.logged.until", "(\\w+) until (" + DAY + ")", STATUS),
          LoggedForm.of("review.logged.file", "(\\w+) ([0-9A-Z]{26})", "delivery.state."),
          LoggedForm.of("review.logged.letter", "(" + DAY + ") (.+), scan (" + DIGEST + ")"),
          LoggedForm.of("review.logged.grant", "grant version (\\d+)"),
          LoggedForm.of("review.logged.made", "(\\d+) rows, SHA-256 (" + DIGEST + ")"),
          LoggedForm.of("review.logged.interrupted", "attempt (\\d+), (\\d+) rows"),
          LoggedForm.of("review.logged.taken", "(\\d+) bytes, SHA-256 (" + DIGEST + ")"),
          LoggedForm.of("act.is", "([A-Z_]{3,20}|" + DAY + ")", STATUS),
          LoggedForm.of("review.logged.seen.review", "review"),
          LoggedForm.of("review.logged.seen.details", "details"),
          LoggedForm.of("review.logged.seen.letter", "letter"),
          LoggedForm.of("review.logged.seen.form", "form\\.(\\w+)"),
          LoggedForm.of("review.logged.seen.decision", "decision\\.(\\w+)"),
          LoggedForm.of("review.logged.seen.evidence", "evidence\\.zip"),
          LoggedForm.of("review.logged.seen.former", "evidence-(\\d+)\\.zip"),
          LoggedForm.of("review.logged.seen.file", "file (\\d+)"));

  private static final Set<AuditAction> BY_HUB =
      Set.of(
          AuditAction.DELIVERY_INTERRUPTED,
          AuditAction.DELIVERY_MADE,
          AuditAction.DELIVERY_DOWNLOADED);

  private final LoggedWords words;

  ActStates(LoggedWords words) {
    this.words = words;
  }

  @Override
  public boolean knows(AuditAction action) {
    return BEGIN.stream().anyMatch(action.name()::startsWith);
  }

  @Override
  public String state(AuditAction action, String logged, Locale locale) {
    return words.said(FORMS, logged, locale).orElse(logged);
  }

  /** The hub itself names rows, bytes and digests there. */
  @Override
  public String reason(AuditAction action, String logged, Locale locale) {
    return BY_HUB.contains(action) ? state(action, logged, locale) : logged;
  }
}
