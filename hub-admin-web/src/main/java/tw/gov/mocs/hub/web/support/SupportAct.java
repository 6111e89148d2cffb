package tw.gov.mocs.hub.web.support;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.incident.IncidentEntry.Kind;
import tw.gov.mocs.hub.incident.IncidentStatus;

/** What an administrator can do with an incident. */
enum SupportAct {
  ANSWER(Kind.ANSWERED, IncidentStatus.IN_PROGRESS),
  CLOSE(Kind.CLOSED, IncidentStatus.IN_PROGRESS),
  REOPEN(Kind.REOPENED, IncidentStatus.CLOSED);

  private final Kind kind;
  private final IncidentStatus from;

  SupportAct(Kind kind, IncidentStatus from) {
    this.kind = kind;
    this.from = from;
  }

  /** The step of the history that it makes. */
  Kind kind() {
    return kind;
  }

  /** The state in which it can be done. */
  IncidentStatus from() {
    return from;
  }

  /** Its name in an address and in the messages. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that an address names; empty for any other text. */
  static Optional<SupportAct> named(@Nullable String name) {
    return Arrays.stream(values()).filter(act -> act.path().equals(name)).findFirst();
  }
}
