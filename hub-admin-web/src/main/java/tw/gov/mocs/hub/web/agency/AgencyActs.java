package tw.gov.mocs.hub.web.agency;

import static tw.gov.mocs.hub.web.act.LoggedForm.DAY;
import static tw.gov.mocs.hub.web.act.LoggedForm.DIGEST;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.AgencyField;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.web.act.ActWords;
import tw.gov.mocs.hub.web.act.LoggedForm;
import tw.gov.mocs.hub.web.act.LoggedItems;
import tw.gov.mocs.hub.web.act.LoggedWords;

/** What the log holds of agencies, their certificates, accounts and trusted authorities. */
@Component
final class AgencyActs implements ActWords {

  private static final Set<String> BEGIN =
      Set.of("AGENCY_", "CERTIFICATE_", "ACCOUNT_", "ADMINISTRATOR_", "TRUST_");

  private static final String ROLES = "(AGENCY_USER|ADMINISTRATOR|REVIEWER|AUDITOR)";
  private static final String USES = "(\\[[A-Z, ]+\\])";

  private static final LoggedItems DATA =
      new LoggedItems(Arrays.stream(AgencyField.values()).map(Enum::name), "; ", "=");

  private static final List<LoggedForm> FORMS =
      List.of(
          LoggedForm.of("agencies.state.in", "in use"),
          LoggedForm.of("agencies.state.suspended", "suspended"),
          LoggedForm.of("agencies.logged.enabled", "enabled"),
          LoggedForm.of("agencies.logged.disabled", "disabled"),
          LoggedForm.of("act.is", "(PROPOSED|CONFIRMED|DECLINED|WITHDRAWN)", "proposal.state."),
          LoggedForm.of("act.is", ROLES, "role."),
          LoggedForm.of("act.is", "(CREATE|ROLE|CARD)", "accounts.kind."),
          LoggedForm.of("agencies.logged.card", ROLES + " (" + DIGEST + ")", "role."),
          LoggedForm.of(
              "agencies.logged.card", "(CREATE|ROLE|CARD) (" + DIGEST + ")", "accounts.kind."),
          LoggedForm.of("agencies.logged.cards", "(" + DIGEST + "(?: " + DIGEST + ")*)"),
          LoggedForm.of("agencies.logged.uses", "(" + DIGEST + ") " + USES, "", "certificate.use."),
          LoggedForm.of(
              "agencies.logged.proposal",
              "([A-Z]+) (" + DIGEST + ") " + USES,
              "proposal.state.",
              "",
              "certificate.use."),
          LoggedForm.of("agencies.logged.limit", "(" + DIGEST + ") (" + DAY + ")"),
          LoggedForm.of("agencies.logged.until", "(" + DAY + ")"),
          LoggedForm.of(
              "agencies.logged.seen",
              "logins (\\d+), calls (\\d+), last ([A-Z]+) from (\\S+) at (\\S+)",
              "",
              "",
              "seen.for."),
          LoggedForm.of(
              "agencies.logged.anchor.both",
              "(ADD|WITHDRAW) (.+) CRL (\\S+) OCSP (\\S+)",
              "agencies.logged.trust."),
          LoggedForm.of(
              "agencies.logged.anchor.crl",
              "(ADD|WITHDRAW) (.+) CRL (\\S+)",
              "agencies.logged.trust."),
          LoggedForm.of(
              "agencies.logged.anchor.ocsp",
              "(ADD|WITHDRAW) (.+) OCSP (\\S+)",
              "agencies.logged.trust."),
          LoggedForm.of("agencies.logged.anchor", "(ADD|WITHDRAW) (.+)", "agencies.logged.trust."),
          LoggedForm.of("agencies.logged.anchor", "(ROOT|INTERMEDIATE) (.+)", "trust.kind."));

  private final LoggedWords words;

  AgencyActs(LoggedWords words) {
    this.words = words;
  }

  @Override
  public boolean knows(AuditAction action) {
    return BEGIN.stream().anyMatch(action.name()::startsWith);
  }

  @Override
  public String state(AuditAction action, String logged, Locale locale) {
    return words
        .labelled(
            DATA,
            logged,
            field -> words.text("agencies.field." + field, locale),
            (field, value) -> value(value, locale),
            locale)
        .or(() -> words.said(FORMS, logged, locale))
        .orElse(logged);
  }

  /** The log holds of a person's data only that they differ. */
  private String value(String logged, Locale locale) {
    return switch (logged) {
      case "*" -> words.text("agencies.logged.hidden", locale);
      case "null" -> "";
      default -> logged;
    };
  }
}
