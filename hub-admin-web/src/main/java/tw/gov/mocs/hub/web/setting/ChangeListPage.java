package tw.gov.mocs.hub.web.setting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.setting.RuntimeSetting;
import tw.gov.mocs.hub.setting.SettingChangeSearch;
import tw.gov.mocs.hub.setting.SettingControl;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 變更歷程 of all settings, or of one: the list and its file. */
@Controller
final class ChangeListPage {

  private static final String PATH = "/admin/settings/changes";

  private final SettingControl control;
  private final SettingLimits words;
  private final ListFiles files;
  private final MessageSource messages;

  ChangeListPage(
      SettingControl control, SettingLimits words, ListFiles files, MessageSource messages) {
    this.control = control;
    this.words = words;
    this.files = files;
    this.messages = messages;
  }

  @GetMapping(path = PATH, params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    ChangeCriteria criteria = ChangeCriteria.of(request);
    Faults faults = criteria.days().faults(messages, locale);
    model.addAttribute("faults", faults);
    model.addAttribute("criteria", criteria);
    model.addAttribute("settings", RuntimeSetting.all());
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, ChangeCriteria.COLUMNS),
            faults,
            query -> page(criteria.search(query, null, query.page(), query.size()), locale)));
    return "setting/changes";
  }

  @GetMapping(path = PATH, params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ChangeCriteria criteria = ChangeCriteria.of(request);
    ListQuery query = ListQuery.of(request, ChangeCriteria.COLUMNS);
    ListFile<ChangeLine> file = files.begin("settings.changes", request);
    file.column("settings.at", line -> line.change().changedAt())
        .column("settings.setting", ChangeLine::title)
        .column("settings.name", line -> line.change().settingName())
        .column("settings.by", line -> line.change().changedBy())
        .column("settings.before", ChangeLine::before)
        .column("settings.after", ChangeLine::after)
        .column(
            "settings.kind",
            line -> file.text(line.change().wasReset() ? "settings.reset" : "settings.change"))
        .column("settings.reason", line -> line.change().reason())
        .send(
            format,
            criteria.days().faults(messages, file.locale()),
            (page, begun) ->
                page(criteria.search(query, begun, page, ListFile.AT_ONCE), file.locale()).items(),
            response);
  }

  private Page<ChangeLine> page(SettingChangeSearch search, Locale locale) {
    var found = control.changes(search);
    return new Page<>(
        found.items().stream().map(one -> ChangeLine.of(one, words, locale)).toList(),
        found.number(),
        found.size(),
        found.total());
  }
}
