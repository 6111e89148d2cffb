package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.ActSearch;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.SoughtAgency;
import tw.gov.mocs.hub.audit.SubjectKind;
import tw.gov.mocs.hub.shared.IdentityForms;

/**
 * Which acts an auditor asked for, as typed and as the address says it.
 *
 * @param time when they were done
 * @param action its name; "" for all
 * @param actor who did it, whole; "" for all
 * @param kind of what kind it was on, by its name; "" for all
 * @param subject the beginning of its number or name; "" for all
 * @param agency 機關代碼; "" for all
 */
record ActFilter(
    TimeRange time, String action, String actor, String kind, String subject, String agency) {

  static ActFilter of(HttpServletRequest request) {
    return new ActFilter(
        TimeRange.of(request),
        Typed.text(request, "action"),
        Typed.text(request, "actor"),
        Typed.text(request, "kind"),
        Typed.text(request, "subject"),
        Typed.text(request, "agency").toUpperCase(Locale.ROOT));
  }

  /** The inputs in which somebody typed a number that would stand in an address and in the log. */
  List<String> withNumbers() {
    Map<String, String> typed = Map.of("actor", actor, "subject", subject, "agency", agency);
    return typed.entrySet().stream()
        .filter(one -> IdentityForms.asWordIn(one.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private @Nullable AuditAction known() {
    return Arrays.stream(AuditAction.values())
        .filter(one -> one.name().equals(action))
        .findFirst()
        .orElse(null);
  }

  /** A page of them; {@code sought} the agency that it names, null if it names none. */
  ActSearch search(
      @Nullable SoughtAgency sought,
      @Nullable Instant now,
      boolean oldestFirst,
      int page,
      int size) {
    return new ActSearch(
        time.begin(),
        time.endBy(now),
        known(),
        Typed.orNull(actor),
        Typed.orNull(SubjectKind.named(kind).map(one -> one.logged(subject)).orElse(subject)),
        sought,
        oldestFirst,
        page,
        size);
  }

  /** The address of the list, with its filters. */
  String href(String size) {
    Href href = new Href("/admin/audit/acts");
    time.addTo(href);
    return href.with("action", action)
        .with("actor", actor)
        .with("kind", kind)
        .with("subject", subject)
        .with("agency", agency)
        .with("size", size)
        .toString();
  }
}
