package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.Namespaces.EXCHANGE;
import static tw.gov.mocs.hub.client.XmlTree.child;
import static tw.gov.mocs.hub.client.XmlTree.children;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads the content of a verified Body. */
final class AnswerReader {

  private AnswerReader() {}

  static HubAnswer answer(String operation, Element response) {
    requireName(response, operation + "Response");
    List<HubRow> rows = new ArrayList<>();
    children(response, EXCHANGE, "row").forEach(row -> rows.add(row(row)));
    return new HubAnswer(
        operation,
        text(response, "requestId"),
        text(response, "recordId"),
        time(response, "asOf"),
        (int) number(response, "grantVersion"),
        checkpoint(response),
        rows,
        optional(response, "nextPage"));
  }

  private static HubRow row(Element row) {
    Map<String, String> values = new LinkedHashMap<>();
    children(row).forEach(value -> values.put(value.getLocalName(), value.getTextContent()));
    return new HubRow(values);
  }

  /** The last checkpoint of the hub's log, as answer, status and fault carry it. */
  static Optional<HubAnswer.Checkpoint> checkpoint(Element response) {
    return child(response, EXCHANGE, "checkpoint")
        .map(c -> new HubAnswer.Checkpoint(number(c, "number"), text(c, "hash").strip()));
  }

  static HubStatus status(Element response) {
    requireName(response, "HubStatusResponse");
    return new HubStatus(
        text(response, "requestId"),
        text(response, "recordId"),
        text(response, "agencyCode"),
        text(response, "agencyName"),
        text(response, "certificateSerial"),
        number(response, "certificateDays"),
        time(response, "hubTime"),
        optional(response, "callerAddress"),
        checkpoint(response),
        children(response, EXCHANGE, "application").stream()
            .map(AnswerReader::application)
            .toList());
  }

  private static HubStatus.ApplicationStatus application(Element application) {
    return new HubStatus.ApplicationStatus(
        text(application, "applicationNo"),
        text(application, "status"),
        day(application, "from"),
        day(application, "to"),
        number(application, "callsLeft"),
        number(application, "rowsLeft"),
        !"false".equals(optional(application, "addressAllowed")),
        children(application, EXCHANGE, "service").stream().map(Element::getTextContent).toList());
  }

  /** What a fault says: HubFault where the hub wrote one, else the SOAP fault's own words. */
  static HubFaultException.Detail fault(Envelope envelope) {
    Element fault = envelope.content();
    Element hub = first(fault, EXCHANGE, "HubFault");
    if (hub != null) {
      return new HubFaultException.Detail(
          text(hub, "code"),
          text(hub, "message"),
          text(hub, "messageEn"),
          optional(hub, "requestId"),
          optional(hub, "recordId"));
    }
    boolean old = envelope.soap() == SoapVersion.SOAP_1_1;
    String namespace = envelope.soap().namespace();
    Element code = old ? first(fault, "*", "faultcode") : first(fault, namespace, "Value");
    Element text = old ? first(fault, "*", "faultstring") : first(fault, namespace, "Text");
    String said = text == null ? "-" : text.getTextContent().strip();
    String named = code == null ? "-" : code.getTextContent().strip();
    return new HubFaultException.Detail(named, said, said, null, null);
  }

  static Optional<HubAnswer.Checkpoint> checkpointOfFault(Envelope envelope) {
    return Optional.ofNullable(first(envelope.content(), EXCHANGE, "HubFault"))
        .flatMap(AnswerReader::checkpoint);
  }

  private static @Nullable Element first(Element below, String namespace, String name) {
    return (Element) below.getElementsByTagNameNS(namespace, name).item(0);
  }

  static void requireName(Element response, String name) {
    if (!XmlTree.is(response, EXCHANGE, name)) {
      throw unfit(name);
    }
  }

  static @Nullable String optional(Element parent, String name) {
    return child(parent, EXCHANGE, name).map(Element::getTextContent).orElse(null);
  }

  static String text(Element parent, String name) {
    return child(parent, EXCHANGE, name)
        .map(Element::getTextContent)
        .orElseThrow(() -> unfit(name));
  }

  private static long number(Element parent, String name) {
    try {
      return Long.parseLong(text(parent, name).strip());
    } catch (NumberFormatException e) {
      throw unfit(name);
    }
  }

  private static LocalDate day(Element parent, String name) {
    try {
      return LocalDate.parse(text(parent, name).strip());
    } catch (DateTimeException e) {
      throw unfit(name);
    }
  }

  private static OffsetDateTime time(Element parent, String name) {
    try {
      return OffsetDateTime.parse(text(parent, name).strip());
    } catch (DateTimeException e) {
      throw unfit(name);
    }
  }

  private static HubCallException unfit(String element) {
    return new HubCallException(Failure.ANSWER_NOT_OF_CONTRACT, element);
  }
}
