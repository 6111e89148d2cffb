package tw.gov.mocs.hub.web.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tw.gov.mocs.hub.application.ApplicationLine;
import tw.gov.mocs.hub.application.ApplicationSearch;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.ServiceNames;

/** 審核結果 [查詢]. */
@Controller
final class ProgressPage {

  private final ShownApplications shown;
  private final Catalogue catalogue;
  private final ObjectProvider<Offer.Source> deliveries;
  private final MessageSource messages;

  ProgressPage(
      ShownApplications shown,
      Catalogue catalogue,
      ObjectProvider<Offer.Source> deliveries,
      MessageSource messages) {
    this.shown = shown;
    this.catalogue = catalogue;
    this.deliveries = deliveries;
    this.messages = messages;
  }

  @GetMapping(path = "/progress", params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    Criteria criteria = Criteria.of(request);
    Faults faults = criteria.faults(messages, locale);
    ServiceNames names = new ServiceNames(catalogue.current(), locale);
    Listing<ProgressLine> list =
        Listing.search(
            request,
            ListQuery.of(request, Criteria.COLUMNS),
            faults,
            query -> lines(shown.search(criteria.search(query)), names));
    model.addAttribute("criteria", criteria);
    model.addAttribute("faults", faults);
    model.addAttribute("list", list);
    model.addAttribute("states", ApplicationSearch.State.values());
    model.addAttribute("methods", DeliveryMethod.values());
    model.addAttribute("ofAll", ShownApplications.agencyId() == null);
    return "progress/list";
  }

  private Page<ProgressLine> lines(Page<ApplicationLine> found, ServiceNames names) {
    return new Page<>(
        found.items().stream().map(line -> shown(line, names)).toList(),
        found.number(),
        found.size(),
        found.total(),
        found.more());
  }

  private ProgressLine shown(ApplicationLine line, ServiceNames names) {
    return new ProgressLine(
        line,
        names.ofAll(line.services()),
        deliveries.orderedStream().flatMap(source -> source.of(line).stream()).toList());
  }
}
