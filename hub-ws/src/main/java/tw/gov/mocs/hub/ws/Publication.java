package tw.gov.mocs.hub.ws;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.shared.Digests;

/** What is published at one moment: the services, their schema and the documents that tell it. */
final class Publication {

  /**
   * A document that anybody may get.
   *
   * @param etag quoted, changes with the content
   */
  record Document(byte[] content, String etag) {

    static Document of(String text) {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      String digest = HexFormat.of().formatHex(Digests.sha256(content), 0, 16);
      return new Document(content, "\"" + digest + "\"");
    }
  }

  private final SortedMap<ServiceCode, ExchangeService> services;
  private final ThreadLocal<SchemaValidator> validators;
  private final Map<String, Document> documents;

  /**
   * A publication.
   *
   * @param documents by the query that asks for them
   */
  Publication(
      SortedMap<ServiceCode, ExchangeService> services,
      Schema schema,
      Map<String, Document> documents) {
    this.services = services;
    this.validators = ThreadLocal.withInitial(() -> new SchemaValidator(schema));
    this.documents = Map.copyOf(documents);
  }

  /** The service with this code, open or closed; null if there is none. */
  @Nullable ExchangeService find(String code) {
    return ServiceCode.matches(code) ? services.get(new ServiceCode(code)) : null;
  }

  /** The document that the query asks for; null if there is none. */
  @Nullable Document document(String query) {
    return documents.get(query);
  }

  /** A validator of this thread. */
  SchemaValidator validator() {
    return validators.get();
  }
}
