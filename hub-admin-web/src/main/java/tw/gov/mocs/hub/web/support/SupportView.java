package tw.gov.mocs.hub.web.support;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.incident.DeskView;
import tw.gov.mocs.hub.incident.Incident;
import tw.gov.mocs.hub.incident.IncidentDesk;
import tw.gov.mocs.hub.incident.IncidentEntry;
import tw.gov.mocs.hub.incident.IncidentStatus;
import tw.gov.mocs.hub.web.incident.IncidentLinks;
import tw.gov.mocs.hub.web.layout.Faults;

/** The page of one incident: what was reported and said, what was noted, and the forms. */
@Component
final class SupportView {

  private final IncidentDesk desk;
  private final Agencies agencies;
  private final Catalogue catalogue;

  SupportView(IncidentDesk desk, Agencies agencies, Catalogue catalogue) {
    this.desk = desk;
    this.agencies = agencies;
    this.catalogue = catalogue;
  }

  /**
   * What the reader looked at when he typed; what came after it is marked.
   *
   * @param version of the incident
   * @param desk of what was noted
   */
  record Seen(int version, int desk) {}

  /**
   * What was typed and could not be taken.
   *
   * @param said for the agency
   * @param note 內部註記
   * @param assignee whom to give it to
   */
  record Typed(String said, String note, String assignee) {}

  /** The page as it is opened. */
  String show(Incident incident, Model model) {
    DeskView now = desk.look(incident.number());
    String assignee = now.assignee() == null ? "" : now.assignee();
    Seen all = new Seen(incident.version(), now.version());
    return show(incident, all, new Typed("", "", assignee), new Faults(), model);
  }

  /** The page with what was typed. */
  String show(Incident incident, Seen seen, Typed typed, Faults faults, Model model) {
    String code = incident.content().serviceCode();
    ExchangeService service =
        code.isEmpty() ? null : catalogue.current().find(new ServiceCode(code)).orElse(null);
    List<SupportAct> acts =
        Arrays.stream(SupportAct.values()).filter(act -> act.from() == incident.status()).toList();
    model.addAttribute("incident", incident);
    model.addAttribute("desk", desk.look(incident.number()));
    model.addAttribute("agency", agencies.get(incident.agencyId()));
    model.addAttribute("service", service);
    model.addAttribute("links", IncidentLinks.ofMinistry(incident, service));
    model.addAttribute("acts", acts);
    model.addAttribute("mayAssign", incident.status() == IncidentStatus.IN_PROGRESS);
    model.addAttribute("administrators", desk.administrators());
    model.addAttribute("seen", seen.version());
    model.addAttribute("seenDesk", seen.desk());
    model.addAttribute("said", typed.said());
    model.addAttribute("note", typed.note());
    model.addAttribute("assignee", typed.assignee());
    model.addAttribute("faults", faults);
    model.addAttribute("longest", IncidentEntry.LONGEST);
    return "support/page";
  }
}
