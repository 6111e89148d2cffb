package tw.gov.mocs.hub.web.act;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.AuditAction;

/** What the log holds of incidents, settings and notices. */
@Component
final class DeskActs implements ActWords {

  private static final List<LoggedForm> FORMS =
      List.of(
          LoggedForm.of("act.is", "(IN_PROGRESS|CLOSED)", "incident.status."),
          LoggedForm.of("act.notes", "(\\d+) notes"),
          LoggedForm.of("act.calls.named", "the call that it names, page (\\d+)"),
          LoggedForm.of("act.calls", "calls of (.+), page (\\d+)"),
          LoggedForm.of("act.sent", "([A-Z]+) after (\\d+) attempts", "notice.state."),
          LoggedForm.of("act.contact", "([A-Z]+) to the agency's contact", "notice.state."),
          LoggedForm.of("act.is", "(WAITING|SENT|FAILED)", "notice.state."));

  private final LoggedWords words;

  DeskActs(LoggedWords words) {
    this.words = words;
  }

  @Override
  public boolean knows(AuditAction action) {
    String name = action.name();
    return name.startsWith("INCIDENT_")
        || name.startsWith("SETTING_")
        || name.startsWith("NOTICE_");
  }

  /** A value of a setting is what somebody typed. */
  @Override
  public String state(AuditAction action, String logged, Locale locale) {
    return action.name().startsWith("SETTING_")
        ? logged
        : words.said(FORMS, logged, locale).orElse(logged);
  }
}
