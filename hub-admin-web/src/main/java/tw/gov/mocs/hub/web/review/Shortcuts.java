package tw.gov.mocs.hub.web.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationSettings;
import tw.gov.mocs.hub.application.Cidr;
import tw.gov.mocs.hub.application.Quota;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.application.ServicePeriod;
import tw.gov.mocs.hub.setting.RuntimeSettings;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.review.Offer.Item;

/** Fills the decision form: with all that was asked for, and with what is often decided. */
@Component
final class Shortcuts {

  /** The field by which rows belong to an agency. */
  static final String AGENCY_FIELD = "agencyCode";

  private final RocFormat roc;
  private final RuntimeSettings settings;

  Shortcuts(RocFormat roc, RuntimeSettings settings) {
    this.roc = roc;
    this.settings = settings;
  }

  /** All that was asked for. */
  Inputs asked(Application application, List<Offer> offers) {
    Inputs inputs = new Inputs();
    ServicePeriod period = application.content().period();
    inputs.put("from", period == null ? "" : roc.day(period.from()));
    inputs.put("to", period == null ? "" : roc.day(period.to()));
    inputs.put(
        "addresses",
        String.join(
            "\n", application.content().system().addresses().stream().map(Cidr::value).toList()));
    Quota quota = settings.current(ApplicationSettings.class).quota();
    inputs.put("calls", String.valueOf(quota.calls()));
    inputs.put("rows", String.valueOf(quota.rows()));
    inputs.put("format", "CSV");
    boolean file = Offers.isFile(application);
    inputs.put("grant-file", "yes");
    if (!file) {
      offers.forEach(offer -> fill(inputs, offer, true));
    }
    return inputs;
  }

  /** Does what a button says to what stands in the form. */
  Inputs apply(String action, Inputs inputs, List<Offer> offers) {
    for (Offer offer : offers) {
      switch (action) {
        case "all" -> fill(inputs, offer, true);
        case "unrestricted" -> fill(inputs, offer, false);
        case "none" -> inputs.put("grant-" + offer.code(), "no");
        case "own" -> own(inputs, offer);
        default -> {
          // A single service is not named here.
        }
      }
    }
    return inputs;
  }

  private static void fill(Inputs inputs, Offer offer, boolean restricted) {
    inputs.put("grant-" + offer.code(), "yes");
    List<Item> fields =
        offer.fields().stream()
            .filter(Item::asked)
            .filter(field -> restricted || !field.restricted())
            .toList();
    inputs.put("returned-" + offer.code(), fields.stream().map(Item::name).toList());
    inputs.put(
        "searchable-" + offer.code(),
        fields.stream().filter(Item::searchable).map(Item::name).toList());
  }

  /**
   * What 限本機關資料 did.
   *
   * @param limited the codes of what is granted with the condition
   * @param whole the codes of what is granted without it: no field says whose a row is
   */
  public record Owned(List<String> limited, List<String> whole) {}

  /** What 限本機關資料 did to the form. */
  static Owned owned(Inputs inputs, List<Offer> offers) {
    Map<Boolean, List<String>> all =
        offers.stream()
            .filter(offer -> isGranted(inputs, offer))
            .collect(
                Collectors.partitioningBy(
                    offer -> inputs.has("condition-field-" + offer.code() + "-0", AGENCY_FIELD),
                    Collectors.mapping(Offer::code, Collectors.toList())));
    return new Owned(all.getOrDefault(true, List.of()), all.getOrDefault(false, List.of()));
  }

  private static boolean isGranted(Inputs inputs, Offer offer) {
    return inputs.has("grant-" + offer.code(), "yes")
        || !inputs.all("returned-" + offer.code()).isEmpty();
  }

  /** 限本機關資料, where the table says whose a row is. */
  private static void own(Inputs inputs, Offer offer) {
    if (offer.findConditional(AGENCY_FIELD).isPresent() && isGranted(inputs, offer)) {
      String place = offer.code() + "-0";
      inputs.put("condition-field-" + place, AGENCY_FIELD);
      inputs.put("condition-operator-" + place, RowCondition.Operator.EQUAL.name());
      inputs.put("condition-values-" + place, RowCondition.OWN_AGENCY);
    }
  }
}
