package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.Namespaces.EXCHANGE;
import static tw.gov.mocs.hub.client.XmlTree.append;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The content of a request's Body, in the order of the contract. */
interface RequestBody {

  /** The operation that is called. */
  String operation();

  /** The caller's unique id. */
  String requestId();

  /** Appends the content below the request element. */
  void fill(Element request);

  /** A call of an exchange service. */
  record Call(HubRequest request) implements RequestBody {

    @Override
    public String operation() {
      return request.operation();
    }

    @Override
    public String requestId() {
      return request.requestId();
    }

    @Override
    public void fill(Element to) {
      append(to, EXCHANGE, "requestId", request.requestId());
      append(to, EXCHANGE, "applicationNo", request.applicationNo());
      append(to, EXCHANGE, "purpose", request.purpose());
      if (!request.fields().isEmpty()) {
        Element fields = append(to, EXCHANGE, "fields");
        request.fields().forEach(name -> append(fields, EXCHANGE, "field", name));
      }
      if (!request.criteria().isEmpty()) {
        Element criteria = append(to, EXCHANGE, "criteria");
        request.criteria().forEach(criterion -> fill(criteria, criterion));
      }
      if (request.pageSize() != null || request.pageToken() != null) {
        Element page = append(to, EXCHANGE, "page");
        appendPresent(page, "size", request.pageSize());
        appendPresent(page, "token", request.pageToken());
      }
    }

    private static void fill(Element criteria, Criterion criterion) {
      Element field = append(criteria, EXCHANGE, criterion.field());
      if (criterion instanceof Criterion.Range range) {
        appendPresent(field, "from", range.from());
        appendPresent(field, "to", range.to());
      } else if (criterion instanceof Criterion.Values values) {
        values.values().forEach(value -> append(field, EXCHANGE, "value", value));
      }
    }

    private static void appendPresent(Element parent, String name, @Nullable Object value) {
      if (value != null) {
        append(parent, EXCHANGE, name, value.toString());
      }
    }
  }

  /** The question who am I and what may I. */
  record Status(String requestId) implements RequestBody {

    @Override
    public String operation() {
      return "HubStatus";
    }

    @Override
    public void fill(Element request) {
      append(request, EXCHANGE, "requestId", requestId);
    }
  }
}
