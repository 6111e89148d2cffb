package tw.gov.mocs.hub.web.agency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.agency.AgencyField;
import tw.gov.mocs.hub.agency.AgencyProfile;
import tw.gov.mocs.hub.agency.AgencyRegister;
import tw.gov.mocs.hub.application.GrantControl;
import tw.gov.mocs.hub.application.GrantSearch;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 機關管理: the list, also as a file, and one agency with what it has. */
@Controller
final class AgencyPages {

  static final String ONE = "/admin/agencies/{code:[A-Z0-9]{3,10}}";

  private static final int MOST_GRANTS = 100;

  private final AgencyRegister register;
  private final GrantControl grants;
  private final ActHistory history;
  private final ListFiles files;

  AgencyPages(AgencyRegister register, GrantControl grants, ActHistory history, ListFiles files) {
    this.register = register;
    this.grants = grants;
    this.history = history;
    this.files = files;
  }

  @GetMapping(path = "/admin/agencies", params = "!format")
  String list(
      @RequestParam(name = "told", required = false) @Nullable String told,
      HttpServletRequest request,
      Model model) {
    AgencyCriteria criteria = AgencyCriteria.of(request);
    ListQuery asked = ListQuery.of(request, AgencyCriteria.COLUMNS);
    model.addAttribute("criteria", criteria);
    model.addAttribute(
        "list",
        Listing.search(
            request,
            asked,
            query -> register.search(criteria.search(query, query.page(), query.size()))));
    model.addAttribute("told", "imported".equals(told) ? told : null);
    return "agency/list";
  }

  @GetMapping(path = "/admin/agencies", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    AgencyCriteria criteria = AgencyCriteria.of(request);
    ListQuery query = ListQuery.of(request, AgencyCriteria.COLUMNS);
    ListFile<AgencyProfile> file = files.begin("admin.agencies", request);
    for (AgencyField field : AgencyField.values()) {
      file.column("agencies.field." + field, one -> one.entry().of(field));
    }
    file.column(
            "agencies.state",
            one -> file.text("agencies.state." + (one.agency().suspended() ? "suspended" : "in")))
        .column("agencies.registered", AgencyProfile::registeredAt)
        .send(
            format,
            (page, before) ->
                register.search(criteria.search(query, page, ListFile.AT_ONCE)).items(),
            response);
  }

  @GetMapping(ONE)
  String show(
      @PathVariable("code") String code,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    AgencyProfile profile = register.get(new AgencyCode(code));
    model.addAttribute("profile", profile);
    model.addAttribute("fields", AgencyField.values());
    model.addAttribute(
        "grants",
        grants
            .search(
                new GrantSearch(
                    Set.of(),
                    code,
                    null,
                    null,
                    null,
                    GrantSearch.Sort.NUMBER,
                    true,
                    1,
                    MOST_GRANTS))
            .items()
            .stream()
            .filter(line -> line.agencyCode().equals(code))
            .toList());
    model.addAttribute("history", history.newestFirst("agency " + code));
    boolean known = told != null && told.matches("added|changed|same|suspend|resume");
    model.addAttribute("told", known ? told : null);
    return "agency/page";
  }
}
