package tw.gov.mocs.hub.web.review;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Applications;
import tw.gov.mocs.hub.application.GrantTerms;
import tw.gov.mocs.hub.application.Letters;
import tw.gov.mocs.hub.application.Reviews;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.application.TermsFault;
import tw.gov.mocs.hub.catalogue.CatalogueTexts;
import tw.gov.mocs.hub.catalogue.FieldType;
import tw.gov.mocs.hub.web.FormSize;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.layout.RocDay;
import tw.gov.mocs.hub.web.review.Offer.Item;

/** The pages of a decision, with what stands in them. */
@Component
final class DecisionView {

  /** The inputs of the form that belong to no service. */
  private static final int OTHER_INPUTS = 20;

  private final TermsSheet sheet;
  private final Applications applications;
  private final Letters letters;
  private final Reviews reviews;
  private final ReviewChanges changes;
  private final MessageSource messages;

  DecisionView(
      TermsSheet sheet,
      Applications applications,
      Letters letters,
      Reviews reviews,
      ReviewChanges changes,
      MessageSource messages) {
    this.sheet = sheet;
    this.applications = applications;
    this.letters = letters;
    this.reviews = reviews;
    this.changes = changes;
    this.messages = messages;
  }

  /** The form with what was typed. */
  String form(
      Application application,
      List<Offer> offers,
      Inputs inputs,
      Faults faults,
      Locale locale,
      Model model) {
    put(application, inputs, model);
    model.addAttribute("offers", offers);
    model.addAttribute("faults", faults);
    model.addAttribute("file", Offers.isFile(application));
    model.addAttribute("tooMany", isTooMuch(offers) ? FormSize.MOST_INPUTS : null);
    model.addAttribute("operators", RowCondition.Operator.values());
    model.addAttribute("places", IntStream.range(0, DecisionForm.CONDITIONS).boxed().toList());
    model.addAttribute("open", application.status() == ApplicationStatus.PENDING);
    model.addAttribute("letter", letters.find(application.number().orElseThrow()).orElse(null));
    return "review/decide";
  }

  /** Whether the form could not be sent with all that can be ticked in it. */
  static boolean isTooMuch(List<Offer> offers) {
    return OTHER_INPUTS + offers.stream().mapToInt(Offer::inputs).sum() > FormSize.MOST_INPUTS;
  }

  /** The same after somebody else changed the application: what happened, and what was typed. */
  String changed(
      Application application, List<Offer> offers, Inputs inputs, Locale locale, Model model) {
    model.addAttribute("changed", changes.since(application, inputs.text("seen")));
    model.addAttribute("withdrawal", applications.withdrawalReason(application).orElse(null));
    model.addAttribute("decisions", sheet.of(application, locale));
    return form(application, offers, inputs, new Faults(), locale, model);
  }

  /** What would come of terms that are sound. */
  String preview(
      Application application,
      Inputs inputs,
      GrantTerms terms,
      Reviews.Preview preview,
      Locale locale,
      Model model) {
    put(application, inputs, model);
    model.addAttribute("outcome", preview.outcome());
    model.addAttribute("second", preview.second());
    model.addAttribute("terms", sheet.of(application.content(), terms, locale));
    return preview(application, model);
  }

  /** What would come of granting nothing. */
  String rejection(Application application, Inputs inputs, Model model) {
    put(application, inputs, model);
    model.addAttribute("outcome", ApplicationStatus.REJECTED);
    model.addAttribute("second", false);
    model.addAttribute("parts", List.of());
    return preview(application, model);
  }

  private String preview(Application application, Model model) {
    model.addAttribute("file", Offers.isFile(application));
    model.addAttribute("lacksLetter", reviews.lacksLetter(application.number().orElseThrow()));
    return "review/preview";
  }

  /** What is wrong with the terms that these inputs give, at the inputs that mend it. */
  void faults(
      List<TermsFault> found, Inputs inputs, List<Offer> offers, Faults faults, Locale locale) {
    for (TermsFault fault : found) {
      String place = fault.place();
      if (fault.reason().ofCondition()) {
        condition(fault, inputs, offers, faults, locale);
        continue;
      }
      String part = place.contains(".") ? place.substring(0, place.indexOf('.')) : place;
      String input =
          switch (part) {
            case "period" -> "from";
            case "services" -> "services";
            default -> "service-" + part;
          };
      faults.add(input, text("review.terms." + fault.reason(), locale, place));
    }
  }

  private void condition(
      TermsFault fault, Inputs inputs, List<Offer> offers, Faults faults, Locale locale) {
    String code = fault.place().substring(0, fault.place().indexOf('.'));
    String field = fault.place().substring(code.length() + 1);
    Item item =
        offers.stream()
            .filter(offer -> offer.code().equals(code))
            .flatMap(offer -> offer.findConditional(field).stream())
            .findFirst()
            .orElse(null);
    String value =
        item == null
            ? ""
            : text(
                "review.value." + item.type(), locale, item.length() == null ? 0 : item.length());
    String label = item == null ? field : item.label();
    boolean days = item != null && item.type() == FieldType.DATE;
    for (int i = 0; i < DecisionForm.CONDITIONS; i++) {
      String at = code + "-" + i;
      if (!inputs.text("condition-field-" + at).equals(field)) {
        continue;
      }
      String wrong = days ? wrongDays(DecisionForm.values(inputs, at), locale) : "";
      faults.add(
          "condition-values-" + at,
          wrong.isEmpty()
              ? text("review.terms." + fault.reason(), locale, code, label, value)
              : text("review.terms.CONDITION.days", locale, code, label, wrong));
    }
  }

  /** What is wrong with those of the typed values that are no days, as any form tells it. */
  private String wrongDays(List<String> values, Locale locale) {
    return values.stream()
        .map(RocDay::of)
        .filter(day -> day.isUnread() && CatalogueTexts.readDay(day.typed()).isEmpty())
        .map(
            day ->
                text(
                    "review.terms.day", locale, day.typed(), text(day.wrong(), locale, day.told())))
        .collect(joining(text("review.terms.day.next", locale)));
  }

  private String text(String key, Locale locale, Object... told) {
    return messages.getMessage(key, told, locale);
  }

  private void put(Application application, Inputs inputs, Model model) {
    model.addAttribute("seen", changes.seen(application));
    model.addAttribute("submitted", application);
    model.addAttribute("number", application.number().orElseThrow());
    model.addAttribute("inputs", inputs);
    model.addAttribute("mostAddresses", DecisionForm.MOST_ADDRESSES);
  }
}
