package tw.gov.mocs.hub.web.grant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.GrantLine;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.audit.AuditAction;

/** What can be done with a grant; each has a page that asks once more. */
public enum GrantAct {
  CERTIFY(AuditAction.GRANT_CERTIFIED),
  EXTEND(AuditAction.GRANT_EXTENDED),
  SUSPEND(AuditAction.GRANT_SUSPENDED),
  RESUME(AuditAction.GRANT_RESUMED),
  REVOKE(AuditAction.GRANT_REVOKED);

  private final AuditAction logged;

  GrantAct(AuditAction logged) {
    this.logged = logged;
  }

  /** As the log names it. */
  AuditAction logged() {
    return logged;
  }

  /** Whether it approves a further use, and so is not for everybody who reviews. */
  boolean approves() {
    return this == CERTIFY || this == EXTEND;
  }

  /** Its name in an address and in the messages. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can be done with this grant now. */
  boolean fits(GrantLine line) {
    return switch (this) {
      case SUSPEND -> line.status() == GrantStatus.ACTIVE;
      case RESUME -> line.status() == GrantStatus.SUSPENDED;
      case CERTIFY, EXTEND, REVOKE -> line.open();
    };
  }

  /** The one that an address names; empty for any other text. */
  static Optional<GrantAct> named(@Nullable String name) {
    return Arrays.stream(values()).filter(act -> act.path().equals(name)).findFirst();
  }
}
