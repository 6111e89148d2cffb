package tw.gov.mocs.hub.web.setting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.setting.SettingControl;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 系統參數: the settings that may change while the hub runs, also as a file. */
@Controller
final class SettingListPage {

  private final SettingControl control;
  private final SettingLimits words;
  private final ListFiles files;

  SettingListPage(SettingControl control, SettingLimits words, ListFiles files) {
    this.control = control;
    this.words = words;
    this.files = files;
  }

  @GetMapping(path = "/admin/settings", params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    SettingCriteria criteria = SettingCriteria.of(request);
    List<SettingLine> found = found(criteria, locale);
    model.addAttribute("criteria", criteria);
    model.addAttribute("states", SettingState.values());
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, SettingCriteria.COLUMNS),
            query -> PageOf.list(found, SettingCriteria.order(query.sort()), query)));
    return "setting/list";
  }

  @GetMapping(path = "/admin/settings", params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListQuery query = ListQuery.of(request, SettingCriteria.COLUMNS);
    ListFile<SettingLine> file = files.begin("admin.settings", request);
    List<SettingLine> found = found(SettingCriteria.of(request), file.locale());
    file.column("settings.setting", SettingLine::title)
        .column("settings.name", SettingLine::name)
        .column("settings.value", SettingLine::value)
        .column("settings.default", SettingLine::fileValue)
        .column("settings.limits", SettingLine::limits)
        .column("settings.state", line -> file.text("settings.state." + line.state()))
        .column("settings.purpose", SettingLine::what)
        .send(
            format,
            Rows.of(PageOf.all(found, SettingCriteria.order(query.sort()), query)),
            response);
  }

  private List<SettingLine> found(SettingCriteria criteria, Locale locale) {
    return control.list().stream()
        .map(one -> SettingLine.of(one, words, locale))
        .filter(criteria::means)
        .toList();
  }
}
