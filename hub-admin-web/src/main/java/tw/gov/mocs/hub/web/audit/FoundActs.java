package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.FoundAct;
import tw.gov.mocs.hub.audit.LogSearches;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.web.layout.Faults;

/** The acts that a filter finds, for the page and for its file. */
@Component
final class FoundActs {

  private final LogSearches searches;
  private final KnownAgencies agencies;
  private final Auditor auditor;
  private final MessageSource messages;

  FoundActs(LogSearches searches, KnownAgencies agencies, Auditor auditor, MessageSource messages) {
    this.searches = searches;
    this.agencies = agencies;
    this.auditor = auditor;
    this.messages = messages;
  }

  /** What is wrong with a filter; it is not searched for then. */
  Faults faults(ActFilter filter, Locale locale) {
    Faults faults = filter.time().faults(messages, locale);
    filter
        .withNumbers()
        .forEach(name -> faults.add(name, messages.getMessage("audit.number.here", null, locale)));
    agencies.require(filter.agency(), faults, locale);
    return faults;
  }

  Page<FoundAct> search(
      ActFilter filter,
      @Nullable Instant now,
      boolean oldestFirst,
      int page,
      int size,
      HttpServletRequest request) {
    return searches.search(
        filter.search(agencies.sought(filter.agency()), now, oldestFirst, page, size),
        auditor.of(request));
  }
}
