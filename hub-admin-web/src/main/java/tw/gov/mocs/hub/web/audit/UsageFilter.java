package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import tw.gov.mocs.hub.usage.Finding;
import tw.gov.mocs.hub.usage.Pattern;
import tw.gov.mocs.hub.usage.UsageReview;
import tw.gov.mocs.hub.usage.Volume;
import tw.gov.mocs.hub.web.layout.DayRange;
import tw.gov.mocs.hub.web.layout.Faults;

/**
 * Of which days, and of whom, the use is looked at.
 *
 * @param days as typed; without any the last seven
 * @param agency the code of one agency, or the number of one application; "" for all
 * @param pattern in what it is unusual; "" for any
 */
record UsageFilter(DayRange days, String agency, String pattern) {

  private static final int USUAL_DAYS = 7;

  static UsageFilter of(HttpServletRequest request) {
    return new UsageFilter(
        DayRange.of(request),
        Typed.text(request, "agency").toUpperCase(Locale.ROOT),
        Typed.text(request, "pattern"));
  }

  /** The first day; {@code faults} must be empty. */
  LocalDate first(LocalDate today) {
    LocalDate first = days.from().day();
    return first != null ? first : last(today).minusDays(USUAL_DAYS - 1L);
  }

  /** The last day; {@code faults} must be empty. */
  LocalDate last(LocalDate today) {
    LocalDate last = days.to().day();
    LocalDate first = days.from().day();
    if (last != null) {
      return last;
    }
    LocalDate latest = first == null ? today : first.plusDays(UsageReview.MAX_DAYS - 1L);
    return latest.isAfter(today) ? today : latest;
  }

  /** What is wrong with it; nothing is looked at then. */
  Faults faults(LocalDate today, MessageSource messages, Locale locale) {
    Faults faults = days.faults(messages, locale);
    if (faults.isEmpty() && first(today).isAfter(last(today))) {
      faults.add("from", messages.getMessage("form.days.order", null, locale));
    }
    if (faults.isEmpty()
        && first(today).plusDays(UsageReview.MAX_DAYS - 1L).isBefore(last(today))) {
      Object[] most = {UsageReview.MAX_DAYS};
      faults.add("from", messages.getMessage("audit.usage.days.many", most, locale));
    }
    if (!pattern.isEmpty() && known().isEmpty()) {
      faults.add("pattern", messages.getMessage("audit.pattern.unknown", null, locale));
    }
    return faults;
  }

  /** Whether it narrows anything. */
  public boolean isNarrow() {
    return !days.isEmpty() || !agency.isEmpty() || !pattern.isEmpty();
  }

  boolean holds(Volume volume) {
    return isOf(volume.agencyCode().value(), volume.applicationNo());
  }

  boolean holds(Finding finding) {
    return isOf(finding.agencyCode().value(), finding.applicationNo())
        && known().map(finding.pattern()::equals).orElse(true);
  }

  private boolean isOf(String code, String number) {
    return agency.isEmpty() || agency.equals(code) || agency.equals(number);
  }

  private Optional<Pattern> known() {
    return Arrays.stream(Pattern.values()).filter(one -> one.name().equals(pattern)).findFirst();
  }
}
