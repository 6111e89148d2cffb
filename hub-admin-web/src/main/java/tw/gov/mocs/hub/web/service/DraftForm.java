package tw.gov.mocs.hub.web.service;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
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
    Optional<List<DeclaredKey>> declared = keys();
    List<DeclaredKey> keys = declared.orElse(List.of());
    model.addAttribute("typed", typed.savable());
    model.addAttribute("present", present);
    model.addAttribute("tables", tables);
    model.addAttribute("sourceAway", declared.isEmpty());
    model.addAttribute("keys", keyNames(typed, keys));
    model.addAttribute("pagingKeys", pagingKeys(typed, present, keys));
    model.addAttribute("mostJoins", ServiceDraft.MOST_JOINS);
    model.addAttribute("purposes", PurposeRule.values());
    model.addAttribute("faults", faults);
    model.addAttribute("standing", present == null ? List.of() : register.standing(present));
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

  /** Empty while the source does not answer: the rest of the form needs nothing of it. */
  private Optional<List<DeclaredKey>> keys() {
    try {
      return Optional.of(register.keys());
    } catch (HubException e) {
      if (e.code() != ErrorCode.SOURCE_UNAVAILABLE) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** What may be joined, as the form names it, and whatever was chosen before. */
  private static Set<String> keyNames(Typed typed, List<DeclaredKey> keys) {
    Stream<String> declared =
        keys.stream()
            .filter(key -> !key.table().name().equals(typed.text("table")))
            .map(key -> key.table().name() + "." + key.column());
    Stream<String> chosen =
        typed.places().stream()
            .map(place -> typed.text("key-" + place))
            .filter(key -> !key.isEmpty());
    return Stream.concat(declared, chosen).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The unique columns of the first table, and what was chosen before; of what is published, the
   * one that it keeps.
   */
  private static Set<String> pagingKeys(
      Typed typed, @Nullable ExchangeService present, List<DeclaredKey> keys) {
    if (present != null) {
      return Set.of(present.table().pagingKey());
    }
    Set<String> columns = new LinkedHashSet<>();
    keys.stream()
        .filter(key -> key.pages() && key.table().name().equals(typed.text("table")))
        .forEach(key -> columns.add(key.column()));
    if (!typed.text("pagingKey").isEmpty()) {
      columns.add(typed.text("pagingKey"));
    }
    return columns;
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
