package tw.gov.mocs.hub.web.calls;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import tw.gov.mocs.hub.audit.CallRecords;
import tw.gov.mocs.hub.audit.CallSearch;
import tw.gov.mocs.hub.audit.CallSearch.Outcome;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.web.layout.DayRange;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocDay;

/**
 * Which calls somebody asked for, as typed.
 *
 * @param from first day
 * @param to last day
 * @param service 服務代碼; "" for all
 * @param application 申請案號; "" for all
 * @param requestId "" for all
 * @param outcome {@code served}, {@code refused}, {@code failed}, a code, or "" for all
 */
record CallCriteria(
    RocDay from, RocDay to, String service, String application, String requestId, String outcome) {

  /** Characters of a request id. */
  static final int LONGEST_REQUEST_ID = 64;

  static final String SERVED = "served";
  static final String REFUSED = "refused";
  static final String FAILED = "failed";

  static CallCriteria of(HttpServletRequest request) {
    return new CallCriteria(
        RocDay.of(request.getParameter("from")),
        RocDay.of(request.getParameter("to")),
        text(request, "service").toUpperCase(Locale.ROOT),
        text(request, "application").toUpperCase(Locale.ROOT),
        text(request, "requestId"),
        text(request, "outcome"));
  }

  private static String text(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    return text == null ? "" : text.strip();
  }

  /** What is wrong with its days. */
  Faults faults(MessageSource messages, Locale locale) {
    return new DayRange(from, to).faults(messages, locale);
  }

  /** The refusal that it names; null if it names none. */
  @Nullable ErrorCode refusal() {
    return Arrays.stream(ErrorCode.values())
        .filter(code -> code.code().equals(outcome))
        .findFirst()
        .orElse(null);
  }

  /** Whether it asks for days of which nothing is in view any more. */
  boolean beginsBeforeView(Instant now) {
    LocalDate first = from.day();
    return first != null && first.isBefore(RocDate.dayOf(now.minus(CallRecords.KEPT_IN_VIEW)));
  }

  /** A code may be of a refusal or of a failure. */
  private @Nullable Outcome result() {
    return switch (outcome) {
      case SERVED -> Outcome.SERVED;
      case REFUSED -> Outcome.REFUSED;
      case FAILED -> Outcome.FAILED;
      default -> null;
    };
  }

  /**
   * A page of them.
   *
   * @param now no call that arrives later, so that the pages of a file do not move while it is made
   */
  CallSearch search(long agencyId, Instant now, boolean oldestFirst, int page, int size) {
    LocalDate last = to.day();
    Instant end = last == null ? now : start(last.plusDays(1));
    return new CallSearch(
        agencyId,
        from.day() == null ? null : start(from.day()),
        end.isBefore(now) ? end : now,
        orNull(service),
        orNull(application),
        orNull(requestId),
        result(),
        refusal(),
        oldestFirst,
        page,
        size);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(RocDate.TAIPEI).toInstant();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
