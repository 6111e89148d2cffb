package tw.gov.mocs.hub.ws;

import java.time.Instant;
import java.util.UUID;
import tw.gov.mocs.hub.demo.SampleRecords;
import tw.gov.mocs.hub.shared.RocDate;

/** The content of a request, open to change in every part. */
final class RequestXml {

  /** The first application of the year, which every hub of the tests grants to agency A. */
  static final String APPLICATION =
      "APSQ%03d00001".formatted(RocDate.dayOf(Instant.now()).getYear() - 1911);

  static final String PERSON = SampleRecords.sampleIdNo();

  private final String operation;
  private String id = UUID.randomUUID().toString();
  private String application = APPLICATION;
  private String purpose = "案號甲一";
  private String fields = "";
  private String criteria = values("idNo", PERSON);
  private String page = "";

  private RequestXml(String operation) {
    this.operation = operation;
  }

  static RequestXml of(String operation) {
    return new RequestXml(operation);
  }

  RequestXml id(String text) {
    id = text;
    return this;
  }

  RequestXml application(Object number) {
    application = number.toString();
    return this;
  }

  RequestXml purpose(String text) {
    purpose = text;
    return this;
  }

  RequestXml fields(String... names) {
    fields = "<fields>" + elements("field", names) + "</fields>";
    return this;
  }

  /** Whatever stands within the element; none when empty. */
  RequestXml criteria(String xml) {
    criteria = xml;
    return this;
  }

  RequestXml page(int size) {
    page = "<page><size>" + size + "</size></page>";
    return this;
  }

  RequestXml page(int size, String token) {
    page = "<page><size>" + size + "</size><token>" + token + "</token></page>";
    return this;
  }

  static String values(String field, String... values) {
    return "<" + field + ">" + elements("value", values) + "</" + field + ">";
  }

  static String range(String field, String from, String to) {
    return "<%1$s><from>%2$s</from><to>%3$s</to></%1$s>".formatted(field, from, to);
  }

  private static String elements(String name, String... texts) {
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      all.append('<').append(name).append('>').append(text);
      all.append("</").append(name).append('>');
    }
    return all.toString();
  }

  String xml() {
    return "<%1$sRequest xmlns=\"%2$s\"><requestId>%3$s</requestId>"
            .formatted(operation, Names.EXCHANGE, id)
        + "<applicationNo>%s</applicationNo><purpose>%s</purpose>".formatted(application, purpose)
        + fields
        + (criteria.isEmpty() ? "" : "<criteria>" + criteria + "</criteria>")
        + page
        + "</%sRequest>".formatted(operation);
  }
}
