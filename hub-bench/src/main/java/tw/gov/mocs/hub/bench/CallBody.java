package tw.gov.mocs.hub.bench;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One kind of call of SQ_TA_001, in exclusive canonical form; values hold no character that XML
 * would escape.
 *
 * @param applicationNo on whose grant it is made
 * @param criteria the content of the criteria element
 * @param page the content of the page element, empty for the usual page
 */
record CallBody(String applicationNo, String criteria, String page) {

  static final String OPERATION = "SQ_TA_001";
  static final String ACTION = SignedCalls.EXCHANGE + ":" + OPERATION;

  /** A criterion with its values. */
  static String criterion(String field, String... values) {
    return Stream.of(values)
        .map(value -> "<value>" + value + "</value>")
        .collect(Collectors.joining("", "<" + field + ">", "</" + field + ">"));
  }

  /** The same query for another page. */
  CallBody page(int size, String token) {
    String content = "<size>" + size + "</size>";
    return new CallBody(
        applicationNo,
        criteria,
        token.isEmpty() ? content : content + "<token>" + token + "</token>");
  }

  /** The next call of this kind: its request id is new. */
  String next() {
    return """
        <%1$sRequest xmlns="%2$s"><requestId>%3$s</requestId><applicationNo>%4$s</applicationNo>\
        <purpose>bench</purpose><criteria>%5$s</criteria>%6$s</%1$sRequest>"""
        .formatted(
            OPERATION,
            SignedCalls.EXCHANGE,
            UUID.randomUUID(),
            applicationNo,
            criteria,
            page.isEmpty() ? "" : "<page>" + page + "</page>");
  }
}
