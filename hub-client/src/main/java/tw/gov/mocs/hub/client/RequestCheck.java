package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.Namespaces.EXCHANGE;
import static tw.gov.mocs.hub.client.XmlTree.child;
import static tw.gov.mocs.hub.client.XmlTree.children;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Whether the grant of a module allows a request; the simulator asks in the hub's order. */
final class RequestCheck {

  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
  private static final Pattern IDENTITY = Pattern.compile("[A-Za-z][A-Da-d1-289][0-9]{8}");

  private final GrantConf grant;
  private final Clock clock;

  RequestCheck(GrantConf grant, Clock clock) {
    this.grant = grant;
    this.clock = clock;
  }

  /**
   * The service that is asked for, and only fields that were granted of it.
   *
   * @throws Refusal HUB-5005, HUB-5006, HUB-5007
   */
  GrantConf.Granted service(String operation, Element asked) {
    GrantConf.Granted service =
        grant
            .find(operation)
            .orElseThrow(
                () -> new Refusal("HUB-5005", operation, String.join(" ", grant.services())));
    for (String field : fields(asked)) {
      if (!service.returned().contains(field)) {
        throw new Refusal("HUB-5006", field, String.join(" ", service.returned()));
      }
    }
    for (Element criterion : criteria(asked)) {
      if (!service.searchable().contains(criterion.getLocalName())) {
        throw new Refusal(
            "HUB-5007", criterion.getLocalName(), String.join(" ", service.searchable()));
      }
    }
    return service;
  }

  /**
   * The rest, of a request that fits the schema.
   *
   * @throws Refusal HUB-5001, HUB-5004, HUB-4008, HUB-4009, HUB-4012
   */
  void request(GrantConf.Granted service, Element asked) {
    if (!AnswerReader.text(asked, "applicationNo").equals(grant.application())) {
      throw new Refusal("HUB-5001", grant.application());
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), TAIPEI);
    LocalDate from = LocalDate.parse(grant.get("from"));
    LocalDate to = LocalDate.parse(grant.get("to"));
    if (today.isBefore(from) || today.isAfter(to)) {
      throw new Refusal("HUB-5004", from.toString(), to.toString());
    }
    String purpose = AnswerReader.text(asked, "purpose");
    if (purpose.isBlank() || IDENTITY.matcher(purpose).find()) {
      throw new Refusal("HUB-4012");
    }
    int most = grant.number("values");
    if (criteria(asked).stream().mapToInt(one -> values(one).size()).sum() > most) {
      throw new Refusal("HUB-4008", String.valueOf(most));
    }
    if (service.needsCriterion() && criteria(asked).stream().noneMatch(c -> narrow(service, c))) {
      List<String> choices = new ArrayList<>(service.anyOf());
      if (service.range() != null) {
        choices.add("%s (from–to ≤ %d × 24 h)".formatted(service.range(), service.rangeDays()));
      }
      throw new Refusal("HUB-4009", String.join(" / ", choices));
    }
  }

  private static boolean narrow(GrantConf.Granted service, Element criterion) {
    String name = criterion.getLocalName();
    if (service.anyOf().contains(name)) {
      return !values(criterion).isEmpty();
    }
    return name.equals(service.range()) && isShort(criterion, service.rangeDays());
  }

  private static boolean isShort(Element range, int days) {
    String from = AnswerReader.optional(range, "from");
    String to = AnswerReader.optional(range, "to");
    return from != null
        && to != null
        && Duration.between(moment(from), moment(to)).compareTo(Duration.ofDays(days)) <= 0;
  }

  private static OffsetDateTime moment(String text) {
    try {
      return OffsetDateTime.parse(text.strip());
    } catch (DateTimeException e) {
      return LocalDate.parse(text.strip()).atStartOfDay(TAIPEI).toOffsetDateTime();
    }
  }

  /** The fields asked for; none for all. */
  static List<String> fields(Element asked) {
    return below(asked, "fields").stream().map(Element::getTextContent).toList();
  }

  static List<Element> criteria(Element asked) {
    return below(asked, "criteria");
  }

  static List<String> values(Element criterion) {
    return children(criterion, EXCHANGE, "value").stream().map(Element::getTextContent).toList();
  }

  private static List<Element> below(Element asked, String name) {
    @Nullable Element parent = child(asked, EXCHANGE, name).orElse(null);
    return parent == null ? List.of() : children(parent);
  }
}
