package tw.gov.mocs.hub.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.agency.AccountControl;
import tw.gov.mocs.hub.agency.AccountProfile;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.audit.ActHistory;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 帳號管理: the list, also as a file, what waits for a second person, and one account. */
@Controller
final class AccountPages {

  static final String ONE = "/admin/accounts/of/{name:[A-Za-z0-9._-]{1,60}}";

  private final AccountControl accounts;
  private final Agencies agencies;
  private final CertificateAttributes attributes;
  private final ActHistory history;
  private final ListFiles files;

  AccountPages(
      AccountControl accounts,
      Agencies agencies,
      CertificateAttributes attributes,
      ActHistory history,
      ListFiles files) {
    this.accounts = accounts;
    this.agencies = agencies;
    this.attributes = attributes;
    this.history = history;
    this.files = files;
  }

  @GetMapping(path = "/admin/accounts", params = "!format")
  String list(
      @RequestParam(name = "told", required = false) @Nullable String told,
      HttpServletRequest request,
      Model model) {
    AccountCriteria criteria = AccountCriteria.of(request);
    ListQuery asked = ListQuery.of(request, AccountCriteria.COLUMNS);
    List<AccountProfile> all = all();
    model.addAttribute("criteria", criteria);
    model.addAttribute("list", Listing.search(request, asked, query -> criteria.page(all, query)));
    model.addAttribute("roles", Role.values());
    model.addAttribute("states", AccountCriteria.STATES);
    model.addAttribute("proposals", accounts.proposals());
    boolean known = told != null && told.matches("proposed|confirm|decline|close|decided");
    model.addAttribute("told", known ? told : null);
    return "account/list";
  }

  @GetMapping(path = "/admin/accounts", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListQuery query = ListQuery.of(request, AccountCriteria.COLUMNS);
    List<AccountProfile> found = AccountCriteria.of(request).found(all(), query);
    ListFile<AccountProfile> file = files.begin("admin.accounts", request);
    file.column("accounts.name", one -> one.account().name())
        .column("accounts.displayName", one -> one.account().displayName())
        .column("accounts.role", one -> file.text("accounts.role." + one.account().role()))
        .column("agencies.field.CODE", this::agencyCode)
        .column("accounts.state", one -> file.text("accounts.state." + AccountCriteria.state(one)))
        .column("accounts.created", AccountProfile::createdAt)
        .column("accounts.closed", AccountProfile::closedAt)
        .column("accounts.cards", this::thumbprints)
        .send(format, ListFile.Rows.of(found), response);
  }

  @GetMapping(ONE)
  String show(
      @PathVariable("name") String name,
      @RequestParam(name = "told", required = false) @Nullable String told,
      Model model) {
    AccountProfile profile = accounts.get(name);
    boolean own = LoginSession.holder().orElseThrow().name().equals(name);
    model.addAttribute("profile", profile);
    model.addAttribute("agency", agencyCode(profile));
    model.addAttribute("own", own);
    model.addAttribute(
        "cards",
        accounts.cardsOf(profile.account()).stream()
            .map(one -> CardLine.of(one, attributes))
            .toList());
    model.addAttribute("acts", AccountAct.of(profile, own));
    model.addAttribute("history", history.newestFirst("account " + name));
    boolean known = told != null && told.matches("created|role|card|removed|disable|enable");
    model.addAttribute("told", known ? told : null);
    return "account/page";
  }

  private @Nullable String agencyCode(AccountProfile one) {
    Long id = one.account().agencyId();
    return id == null ? null : agencies.get(id).code().value();
  }

  private String thumbprints(AccountProfile one) {
    return accounts.certificatesOf(one.account()).stream()
        .map(Certificates::thumbprint)
        .collect(Collectors.joining(" "));
  }

  private List<AccountProfile> all() {
    return Stream.concat(accounts.list().stream(), accounts.closed().stream()).toList();
  }
}
