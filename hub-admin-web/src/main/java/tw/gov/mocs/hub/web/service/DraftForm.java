package tw.gov.mocs.hub.web.service;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tw.gov.mocs.hub.application.GrantedServices;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ExchangeTable;
import tw.gov.mocs.hub.catalogue.PurposeRule;
import tw.gov.mocs.hub.catalogue.ServiceChange;
import tw.gov.mocs.hub.catalogue.ServiceDraft;
import tw.gov.mocs.hub.catalogue.ServiceDrafts;
import tw.gov.mocs.hub.catalogue.ServiceRegister;
import tw.gov.mocs.hub.catalogue.ServiceRegister.DeclaredKey;
import tw.gov.mocs.hub.catalogue.ServiceVersion;
import tw.gov.mocs.hub.web.layout.Faults;

/** The form of a draft with what stands in it. */
@Component
final class DraftForm {

  private final Catalogue catalogue;
  private final ServiceRegister register;
  private final ServiceDrafts drafts;
  private final GrantedServices granted;
  private final DraftReader reader;
  private final ServiceTexts texts;

  DraftForm(
      Catalogue catalogue,
      ServiceRegister register,
      ServiceDrafts drafts,
      GrantedServices granted,
      DraftReader reader,
      ServiceTexts texts) {
    this.catalogue = catalogue;
    this.register = register;
    this.drafts = drafts;
    this.granted = granted;
    this.reader = reader;
    this.texts = texts;
  }

  String show(Typed typed, Faults faults, Model model) {
    ExchangeService present = present(typed);
    List<ExchangeTable> tables = reader.tables(typed);
    List<DeclaredKey> keys = register.keys();
    model.addAttribute("typed", typed.savable());
    model.addAttribute("present", present);
    model.addAttribute("tables", tables);
    model.addAttribute("keys", keys);
    model.addAttribute("pagingKeys", pagingKeys(typed, present, keys));
    model.addAttribute("mostJoins", ServiceDraft.MOST_JOINS);
    model.addAttribute("purposes", PurposeRule.values());
    model.addAttribute("faults", faults);
    model.addAttribute("drafts", drafts(typed, present));
    model.addAttribute(
        "lines",
        present == null ? List.of() : ServicePages.fields(present, granted.of(present.code())));
    return "service/draft";
  }

  /**
   * The same where somebody else has published meanwhile: what that changed, and what was typed.
   */
  String changed(Typed typed, Locale locale, Model model) {
    ExchangeService now = register.get(typed.text("code"));
    Optional<ExchangeService> seen =
        register.versions(now.code()).stream()
            .map(ServiceVersion::service)
            .filter(one -> one.version() == typed.version())
            .findFirst();
    model.addAttribute(
        "meanwhile", seen.map(one -> ServiceChange.between(one, now)).orElse(List.of()));
    Faults faults = new Faults().add("changed", texts.text("composing.changed", locale));
    return show(typed.over(now.version()), faults, model);
  }

  /** Whether another version stands now than the one that it was made against. */
  boolean isOutdated(Typed typed) {
    ExchangeService present = present(typed);
    return present != null && present.version() != typed.version();
  }

  /** The unique columns of the first table; of what is published, the one that it keeps. */
  private List<String> pagingKeys(
      Typed typed, @Nullable ExchangeService present, List<DeclaredKey> keys) {
    return present != null
        ? List.of(present.table().pagingKey())
        : keys.stream()
            .filter(key -> key.pages() && key.table().name().equals(typed.text("table")))
            .map(DeclaredKey::column)
            .toList();
  }

  /** Other drafts of the same service. */
  private List<DraftLine> drafts(Typed typed, @Nullable ExchangeService present) {
    return present == null
        ? List.of()
        : DraftLine.of(drafts.all(), catalogue).stream()
            .filter(one -> present.code().value().equals(one.draft().code()))
            .filter(one -> !one.draft().key().equals(typed.key()))
            .toList();
  }

  private @Nullable ExchangeService present(Typed typed) {
    return catalogue.current().services().values().stream()
        .filter(one -> one.code().value().equals(typed.text("code")) && typed.version() > 0)
        .findFirst()
        .orElse(null);
  }
}
