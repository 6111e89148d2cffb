package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tw.gov.mocs.hub.catalogue.CatalogueEntry;
import tw.gov.mocs.hub.catalogue.CatalogueItem;
import tw.gov.mocs.hub.catalogue.CatalogueRegister;
import tw.gov.mocs.hub.catalogue.CatalogueSheet;
import tw.gov.mocs.hub.catalogue.CatalogueTexts;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** 新增 and 修改 of code lists and codes. A code ends by its last day; it is never taken out. */
@Controller
final class CodeEditPages {

  private static final String NEW_LIST = "/admin/codes/new";
  private static final String LIST = CodePages.ONE + "/edit";
  private static final String NEW_CODE = CodePages.ONE + "/new";
  private static final String CODE =
      CodePages.ONE + "/{code:[A-Za-z0-9._-]+}/{from:[0-9]{4}-[0-9]{2}-[0-9]{2}}";
  private static final String FORM = "registry/code-edit";

  private final CatalogueRegister register;
  private final EntryForm form;

  CodeEditPages(CatalogueRegister register, EntryForm form) {
    this.register = register;
    this.form = form;
  }

  @GetMapping(NEW_LIST)
  String beginList(Locale locale, Model model) {
    form.begin(new CatalogueEntry(CatalogueSheet.LISTS, Map.of()), locale, model);
    return FORM;
  }

  @PostMapping(NEW_LIST)
  String addList(
      HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    CatalogueEntry empty = new CatalogueEntry(CatalogueSheet.LISTS, Map.of());
    return form.add(empty, request, response, locale, model)
        ? to("added", empty.with(Inputs.typed(empty.sheet(), request)))
        : FORM;
  }

  @GetMapping(LIST)
  String editList(@PathVariable("list") String list, Locale locale, Model model) {
    form.show(CatalogueSheet.LISTS, List.of(list), locale, model);
    return FORM;
  }

  @PostMapping(LIST)
  String changeList(
      @PathVariable("list") String list,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    String told =
        form.change(CatalogueSheet.LISTS, List.of(list), request, response, locale, model);
    return told == null ? FORM : Paths.to(told, "admin", "codes", "of", list);
  }

  @GetMapping(NEW_CODE)
  String beginCode(@PathVariable("list") String list, Locale locale, Model model) {
    form.begin(empty(list), locale, model);
    return FORM;
  }

  @PostMapping(NEW_CODE)
  String addCode(
      @PathVariable("list") String list,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    return form.add(empty(list), request, response, locale, model)
        ? Paths.to("added", "admin", "codes", "of", list)
        : FORM;
  }

  @GetMapping(CODE)
  String editCode(
      @PathVariable("list") String list,
      @PathVariable("code") String code,
      @PathVariable("from") String from,
      Locale locale,
      Model model) {
    form.show(CatalogueSheet.CODES, List.of(list, code, day(from)), locale, model);
    return FORM;
  }

  @PostMapping(CODE)
  String changeCode(
      @PathVariable("list") String list,
      @PathVariable("code") String code,
      @PathVariable("from") String from,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    List<String> key = List.of(list, code, day(from));
    String told = form.change(CatalogueSheet.CODES, key, request, response, locale, model);
    return told == null ? FORM : Paths.to(told, "admin", "codes", "of", list);
  }

  private CatalogueEntry empty(String list) {
    CatalogueEntry known = register.get(CatalogueSheet.LISTS, List.of(list));
    String type = known.of(CatalogueItem.CODE_LIST);
    return new CatalogueEntry(CatalogueSheet.CODES, Map.of(CatalogueItem.CODE_LIST, type));
  }

  private static String day(String from) {
    try {
      return CatalogueTexts.day(LocalDate.parse(from));
    } catch (DateTimeException e) {
      throw new HubException(ErrorCode.NOT_FOUND, "no day " + from, e, from);
    }
  }

  private static String to(String told, CatalogueEntry entry) {
    return Paths.to(told, "admin", "codes", "of", entry.of(CatalogueItem.CODE_LIST));
  }
}
