package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tw.gov.mocs.hub.catalogue.CodeList;
import tw.gov.mocs.hub.web.layout.Criterion;

/**
 * The criteria of the codes of a list as its address says them.
 *
 * @param text a part of a code or name as typed
 * @param validity {@code now}, {@code ended}, {@code coming} or empty for all
 */
record CodeCriteria(String text, String validity) {

  /** Where a code can stand in time. */
  static final Set<String> VALIDITIES = Set.of("now", "ended", "coming");

  static CodeCriteria of(HttpServletRequest request) {
    String validity = request.getParameter("validity");
    return new CodeCriteria(
        Criterion.words(request),
        validity != null && VALIDITIES.contains(validity) ? validity : "");
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !text.isEmpty() || !validity.isEmpty();
  }

  List<CodeList.Entry> of(CodeList list, LocalDate today) {
    return list.entries().stream()
        .filter(code -> validity.isEmpty() || validity.equals(validity(code, today)))
        .filter(
            code ->
                Criterion.isIn(
                    text, code.code(), code.name(), code.nameEn() == null ? "" : code.nameEn()))
        .toList();
  }

  /** Where a code stands on a day. */
  static String validity(CodeList.Entry code, LocalDate day) {
    if (code.isValidOn(day)) {
      return "now";
    }
    return code.validFrom().isAfter(day) ? "coming" : "ended";
  }

  /** The same for a template. */
  public String where(CodeList.Entry code, LocalDate day) {
    return validity(code, day);
  }
}
