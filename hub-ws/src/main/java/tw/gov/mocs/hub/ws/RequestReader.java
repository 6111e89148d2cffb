package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.exchange.Criterion;
import tw.gov.mocs.hub.exchange.ExchangeRequest;

/** Reads a request from an element that fits the schema. */
final class RequestReader {

  private RequestReader() {}

  static ExchangeRequest read(Element request, ServiceCode service) {
    Element page = Elements.first(request, Names.EXCHANGE, "page");
    String size = page == null ? null : optional(page, "size");
    return new ExchangeRequest(
        service,
        required(request, "requestId"),
        required(request, "applicationNo"),
        required(request, "purpose"),
        texts(Elements.first(request, Names.EXCHANGE, "fields")),
        criteria(Elements.first(request, Names.EXCHANGE, "criteria")),
        size == null ? null : Integer.valueOf(size),
        page == null ? null : optional(page, "token"));
  }

  private static List<Criterion> criteria(@Nullable Element criteria) {
    List<Criterion> found = new ArrayList<>();
    if (criteria != null) {
      for (Element field : Elements.children(criteria)) {
        found.add(criterion(field));
      }
    }
    return found;
  }

  private static Criterion criterion(Element field) {
    String name = field.getLocalName();
    String from = optional(field, "from");
    String to = optional(field, "to");
    return from == null && to == null
        ? new Criterion.Values(name, texts(field))
        : new Criterion.Range(name, from, to);
  }

  private static List<String> texts(@Nullable Element list) {
    return list == null ? List.of() : Elements.children(list).stream().map(Elements::text).toList();
  }

  private static String required(Element parent, String name) {
    return requireNonNull(optional(parent, name), name);
  }

  private static @Nullable String optional(Element parent, String name) {
    Element found = Elements.first(parent, Names.EXCHANGE, name);
    return found == null ? null : Elements.text(found);
  }
}
