package tw.gov.mocs.hub.ws;

import javax.xml.transform.Source;
import org.jspecify.annotations.Nullable;

/**
 * A complete message of the hub, not yet sent. It passes through CXF as the Provider's result.
 *
 * @param status of HTTP
 * @param signed whether a header with the hub's signature goes with it
 * @param relatesTo MessageID of the request, if it had one
 * @param action WS-Addressing action of the answer
 */
record Answer(
    int status,
    SoapVersion version,
    AnswerBody body,
    boolean signed,
    @Nullable String relatesTo,
    String action)
    implements Source {

  @Override
  public void setSystemId(@Nullable String systemId) {
    // an answer comes from no document
  }

  @Override
  public @Nullable String getSystemId() {
    return null;
  }
}
