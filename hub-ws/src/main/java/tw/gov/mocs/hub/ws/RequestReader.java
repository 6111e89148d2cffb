package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.exchange.Criterion;
import tw.gov.mocs.hub.exchange.ExchangeRequest;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.IdentityForms;

/** Reads a request from an element that fits the schema. */
final class RequestReader {

  private RequestReader() {}

  static ExchangeRequest read(Element request, ServiceCode service) {
    Element page = Elements.first(request, Names.EXCHANGE, "page");
    String size = page == null ? null : optional(page, "size");
    return new ExchangeRequest(
        service,
        requestId(request),
        required(request, "applicationNo"),
        required(request, "purpose"),
        texts(Elements.first(request, Names.EXCHANGE, "fields")),
        criteria(Elements.first(request, Names.EXCHANGE, "criteria")),
        size == null ? null : Integer.valueOf(size),
        page == null ? null : optional(page, "token"));
  }

  /**
   * The caller's id of a call.
   *
   * @throws HubException SCHEMA_INVALID if it is blank, or holds an identity number: it stands in
   *     the log in clear
   */
  static String requestId(Element request) {
    String id = required(request, "requestId");
    if (id.isEmpty()) {
      throw wrong("不得空白", "it must not be blank");
    }
    if (IdentityForms.asWordIn(id)) {
      throw wrong("不得含有身分證統一編號", "it must not hold an identity number");
    }
    return id;
  }

  private static HubException wrong(String chinese, String english) {
    return new HubException(
        ErrorCode.SCHEMA_INVALID,
        "requestId: " + english,
        "requestId：" + chinese,
        "requestId: " + english);
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
