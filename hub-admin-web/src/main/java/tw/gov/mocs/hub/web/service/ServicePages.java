package tw.gov.mocs.hub.web.service;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.application.GrantedServices;
import tw.gov.mocs.hub.application.ServiceGrantee;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.Contract;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.Harm;
import tw.gov.mocs.hub.catalogue.SampleMessages;
import tw.gov.mocs.hub.catalogue.ServiceChange;
import tw.gov.mocs.hub.catalogue.ServiceRegister;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.catalogue.ServiceVersion;
import tw.gov.mocs.hub.catalogue.TableDrift;
import tw.gov.mocs.hub.catalogue.TableDrifts;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 服務管理: the list, also as a file, one service with its versions and grants, and its contract. */
@Controller
final class ServicePages {

  static final String ONE = "/admin/services/of/{code}";

  /** Of an example: the contract of an application says the real address. */
  private static final URI ADDRESS = URI.create("https://hub.example/exchange");

  private final Catalogue catalogue;
  private final ServiceRegister register;
  private final GrantedServices granted;
  private final ActHistory history;
  private final ListFiles files;
  private final TableDrifts drifts;

  ServicePages(
      Catalogue catalogue,
      ServiceRegister register,
      GrantedServices granted,
      ActHistory history,
      ListFiles files,
      TableDrifts drifts) {
    this.drifts = drifts;
    this.catalogue = catalogue;
    this.register = register;
    this.granted = granted;
    this.history = history;
    this.files = files;
  }

  /** A version and what it changed; nothing for the first one. */
  record VersionLine(ServiceVersion version, List<ServiceChange> changes) {}

  /** An offered field, and how many of the grants name it. */
  record OfferedField(ExchangeService service, String name, long returned, long searchable) {}

  @GetMapping(path = "/admin/services", params = "!format")
  String list(HttpServletRequest request, Model model) {
    ServiceCriteria criteria = ServiceCriteria.of(request);
    List<ServiceLine> lines = lines(criteria);
    addRole(model);
    model.addAttribute("criteria", criteria);
    model.addAttribute("statuses", ServiceStatus.values());
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, ServiceCriteria.COLUMNS),
            query -> PageOf.list(lines, ServiceCriteria.order(query.sort()), query)));
    return "service/services";
  }

  @GetMapping(path = "/admin/services", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListQuery query = ListQuery.of(request, ServiceCriteria.COLUMNS);
    List<ServiceLine> lines = lines(ServiceCriteria.of(request));
    ListFile<ServiceLine> file = files.begin("admin.services", request);
    file.column("composing.code", ServiceLine::code)
        .column("composing.name", line -> line.service().name())
        .column("composing.nameEn", line -> line.service().nameEn())
        .column("composing.tables", line -> String.join(" ", line.tables()))
        .column("composing.fields", line -> line.service().fields().size())
        .column(
            "composing.status", line -> file.text("composing.status." + line.service().status()))
        .column("composing.version", line -> line.service().version())
        .column("composing.grants", ServiceLine::grants)
        .column(
            "registry.drift.found",
            line -> line.harm() == null ? null : file.text("registry.drift.short." + line.harm()))
        .send(
            format,
            Rows.of(PageOf.all(lines, ServiceCriteria.order(query.sort()), query)),
            response);
  }

  private List<ServiceLine> lines(ServiceCriteria criteria) {
    Map<String, Long> grants = granted.counts();
    List<TableDrift> found = drifts.known();
    return catalogue.current().services().values().stream()
        .map(one -> line(one, grants.getOrDefault(one.code().value(), 0L), found))
        .filter(criteria::means)
        .toList();
  }

  private static ServiceLine line(ExchangeService service, long grants, List<TableDrift> found) {
    Harm harm =
        found.stream()
            .map(drift -> drift.harm(service))
            .max(Comparator.naturalOrder())
            .filter(worst -> worst != Harm.NONE)
            .orElse(null);
    return new ServiceLine(service, grants, harm);
  }

  @GetMapping(ONE)
  String show(
      @PathVariable("code") String code,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    ExchangeService service = register.get(code);
    List<ServiceGrantee> grants = granted.of(service.code());
    addRole(model);
    model.addAttribute("service", service);
    model.addAttribute("grantCount", granted.counts().getOrDefault(code, 0L));
    model.addAttribute("grants", grants);
    model.addAttribute("lines", fields(service, grants));
    model.addAttribute("versions", versions(service));
    model.addAttribute("harm", drifts.harm(service));
    model.addAttribute("comparedAt", drifts.comparedAt().orElse(null));
    model.addAttribute("history", history.newestFirst(code));
    boolean known = told != null && told.matches("published|CLOSED|OPENED|CANCELLED|NOTICED");
    boolean planned = "PLANNED".equals(told) && service.planned() != null;
    model.addAttribute("told", known || planned ? told : null);
    return "service/service";
  }

  @GetMapping(ONE + "/contract")
  String contract(@PathVariable("code") String code, Model model) {
    addContract(register.get(code), model);
    return "service/contract";
  }

  /** What a caller will see of a service, made from the catalogue. */
  static void addContract(ExchangeService service, Model model) {
    Contract contract = Contract.of(service);
    Contract.Operation operation = contract.operations().get(0);
    model.addAttribute("service", service);
    model.addAttribute("wsdl", contract.wsdl(ADDRESS, false));
    model.addAttribute("request", SampleMessages.request(operation));
    model.addAttribute("response", SampleMessages.response(operation));
  }

  /** Who may change services, and who may see a grant; {@code SecurityConfiguration} decides. */
  static void addRole(Model model) {
    boolean administrator = LoginSession.holder().orElseThrow().role() == Role.ADMINISTRATOR;
    model.addAttribute("administrator", administrator);
    model.addAttribute("seesGrants", !administrator);
  }

  static List<OfferedField> fields(ExchangeService service, List<ServiceGrantee> grants) {
    return service.fields().stream()
        .map(
            field -> {
              String name = field.xmlName();
              return new OfferedField(
                  service,
                  name,
                  grants.stream().filter(one -> one.returned().contains(name)).count(),
                  grants.stream().filter(one -> one.searchable().contains(name)).count());
            })
        .toList();
  }

  private List<VersionLine> versions(ExchangeService service) {
    List<ServiceVersion> all =
        register.versions(service.code()).stream()
            .sorted(
                Comparator.comparing((ServiceVersion one) -> one.service().version()).reversed())
            .toList();
    List<VersionLine> lines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      ServiceVersion one = all.get(i);
      lines.add(
          new VersionLine(
              one,
              i + 1 == all.size()
                  ? List.of()
                  : ServiceChange.between(all.get(i + 1).service(), one.service())));
    }
    return lines;
  }
}
