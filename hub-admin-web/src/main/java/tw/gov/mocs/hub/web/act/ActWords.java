package tw.gov.mocs.hub.web.act;

import java.util.Locale;
import tw.gov.mocs.hub.audit.AuditAction;

/** Knows how the core logs some kinds of acts, and says it in the words of the page. */
public interface ActWords {

  /** Whether it knows this kind; one alone does. */
  boolean knows(AuditAction action);

  /** A state before or after the act; what was logged where its form is unknown. */
  String state(AuditAction action, String logged, Locale locale);

  /** Why, as somebody typed it, or in words what the hub itself gave as its reason. */
  default String reason(AuditAction action, String logged, Locale locale) {
    return logged;
  }
}
