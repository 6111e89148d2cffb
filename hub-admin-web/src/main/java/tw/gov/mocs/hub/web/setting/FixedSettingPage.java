package tw.gov.mocs.hub.web.setting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.web.layout.ListQuery;
import tw.gov.mocs.hub.web.layout.Listing;
import tw.gov.mocs.hub.web.layout.PageOf;
import tw.gov.mocs.hub.web.sheet.ListFile;
import tw.gov.mocs.hub.web.sheet.ListFile.Rows;
import tw.gov.mocs.hub.web.sheet.ListFiles;

/** 其他設定: the settings that stand in the file alone, without secrets, also as a file. */
@Controller
final class FixedSettingPage {

  private static final String PATH = "/admin/settings/fixed";

  private final Environment environment;
  private final SettingLimits words;
  private final ListFiles files;

  FixedSettingPage(Environment environment, SettingLimits words, ListFiles files) {
    this.environment = environment;
    this.words = words;
    this.files = files;
  }

  @GetMapping(path = PATH, params = "!format")
  String list(HttpServletRequest request, Locale locale, Model model) {
    FixedCriteria criteria = FixedCriteria.of(request);
    List<FixedSetting> found = found(criteria, locale);
    model.addAttribute("criteria", criteria);
    model.addAttribute("sources", FixedSetting.Source.values());
    model.addAttribute(
        "list",
        Listing.search(
            request,
            ListQuery.of(request, FixedCriteria.COLUMNS),
            query -> PageOf.list(found, FixedCriteria.order(query.sort()), query)));
    return "setting/fixed";
  }

  @GetMapping(path = PATH, params = "format")
  void export(
      @RequestParam("format") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ListQuery query = ListQuery.of(request, FixedCriteria.COLUMNS);
    ListFile<FixedSetting> file = files.begin("settings.fixed", request);
    List<FixedSetting> found = found(FixedCriteria.of(request), file.locale());
    file.column("settings.setting", FixedSetting::title)
        .column("settings.name", FixedSetting::name)
        .column(
            "settings.value", one -> one.isHidden() ? file.text("settings.hidden") : one.value())
        .column("settings.source", one -> file.text("settings.source." + one.source()))
        .send(
            format, Rows.of(PageOf.all(found, FixedCriteria.order(query.sort()), query)), response);
  }

  private List<FixedSetting> found(FixedCriteria criteria, Locale locale) {
    return FixedSetting.all(environment, words, locale).stream().filter(criteria::means).toList();
  }
}
