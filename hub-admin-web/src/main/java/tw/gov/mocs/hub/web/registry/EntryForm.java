package tw.gov.mocs.hub.web.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueEntries;
import tw.gov.mocs.hub.catalogue.CatalogueEntry;
import tw.gov.mocs.hub.catalogue.CatalogueFault;
import tw.gov.mocs.hub.catalogue.CatalogueItem;
import tw.gov.mocs.hub.catalogue.CatalogueRegister;
import tw.gov.mocs.hub.catalogue.CatalogueSheet;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** The form of one entry of the catalogue: new, or as it stands, with the mark of what was seen. */
@Component
final class EntryForm {

  private static final String CHANGED = "changed";
  private static final String SAME = "same";

  private final CatalogueRegister register;
  private final Catalogue catalogue;
  private final Inputs inputs;
  private final RegistryTexts texts;
  private final CallerAddress addresses;

  EntryForm(
      CatalogueRegister register,
      Catalogue catalogue,
      Inputs inputs,
      RegistryTexts texts,
      CallerAddress addresses) {
    this.register = register;
    this.catalogue = catalogue;
    this.inputs = inputs;
    this.texts = texts;
    this.addresses = addresses;
  }

  /** The form of an entry as it stands; NOT_FOUND if there is none. */
  CatalogueEntry show(CatalogueSheet sheet, List<String> key, Locale locale, Model model) {
    CatalogueEntry entry = register.get(sheet, key);
    fill(entry, entry, new Faults(), locale, model);
    return entry;
  }

  /** The form of a new one. */
  void begin(CatalogueEntry empty, Locale locale, Model model) {
    fill(null, empty, new Faults(), locale, model);
  }

  /**
   * Saves what was typed of an entry, or fills the form with what is wrong.
   *
   * @return what to tell of it once it stands as it was typed; null while it does not
   */
  @Nullable String change(
      CatalogueSheet sheet,
      List<String> key,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    CatalogueEntry typed = new CatalogueEntry(sheet, Inputs.typed(sheet, request));
    if (CatalogueEntries.find(catalogue.current(), sheet, key).isEmpty()
        && isThere(sheet, key, typed)) {
      return CHANGED;
    }
    CatalogueEntry before = register.get(sheet, key);
    CatalogueEntry after = before.with(Inputs.typed(sheet, request));
    String mark = String.valueOf(request.getParameter("version"));
    if (after.equals(before)) {
      // A second click finds what the first one did; its mark is of what stood there before.
      return before.mark().equals(mark) ? SAME : CHANGED;
    }
    List<CatalogueFault> found = register.faults(before, after);
    Faults faults = texts.of(found, after, locale);
    if (found.isEmpty()) {
      try {
        register.change(key, mark, after, actor(request));
        return CHANGED;
      } catch (HubException refusal) {
        if (refusal.code() != ErrorCode.CHANGED_MEANWHILE) {
          throw refusal;
        }
        before = register.get(sheet, key);
        faults.add("changed", texts.text("registry.changed", locale));
      }
    }
    response.setStatus(422);
    fill(before, after, faults, locale, model);
    return null;
  }

  /** A code that begins on another day has another key: the first click has moved it there. */
  private boolean isThere(CatalogueSheet sheet, List<String> key, CatalogueEntry typed) {
    if (sheet != CatalogueSheet.CODES) {
      return false;
    }
    List<String> moved = List.of(key.get(0), key.get(1), typed.of(CatalogueItem.VALID_FROM));
    return CatalogueEntries.find(catalogue.current(), sheet, moved).isPresent();
  }

  /** Adds what was typed to an empty entry, or fills the form with what is wrong. */
  boolean add(
      CatalogueEntry empty,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    CatalogueEntry typed = empty.with(Inputs.typed(empty.sheet(), request));
    CatalogueEntry there =
        CatalogueEntries.find(catalogue.current(), typed.sheet(), typed.key()).orElse(null);
    if (typed.equals(there)) {
      return true;
    }
    List<CatalogueFault> found =
        there == null ? register.faults(null, typed) : List.of(taken(typed.sheet()));
    if (found.isEmpty()) {
      register.add(typed, actor(request));
      return true;
    }
    response.setStatus(422);
    fill(null, typed, texts.of(found, typed, locale), locale, model);
    return false;
  }

  private static CatalogueFault taken(CatalogueSheet sheet) {
    CatalogueItem item =
        sheet == CatalogueSheet.CODES ? CatalogueItem.CODE : CatalogueItem.CODE_LIST;
    return new CatalogueFault(item, CatalogueFault.Kind.TAKEN, List.of());
  }

  private void fill(
      @Nullable CatalogueEntry before,
      CatalogueEntry typed,
      Faults faults,
      Locale locale,
      Model model) {
    model.addAttribute("before", before);
    model.addAttribute("typed", typed);
    model.addAttribute("inputs", inputs.of(typed, before != null, catalogue.current(), locale));
    model.addAttribute("faults", faults);
    // Only after somebody else has changed it: what stands there now.
    model.addAttribute(
        "differing",
        before == null || faults.of("changed") == null ? List.of() : before.differing(typed));
  }

  Actor actor(HttpServletRequest request) {
    return LoginSession.holder().orElseThrow().actor(addresses.of(request));
  }
}
