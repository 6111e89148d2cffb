package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** The one step of CXF's chain out: sends what the Provider made. */
final class AnswerInterceptor extends AbstractPhaseInterceptor<Message> {

  private final AnswerSender sender;

  AnswerInterceptor(AnswerSender sender) {
    super(Phase.WRITE);
    this.sender = sender;
  }

  @Override
  public void handleMessage(Message message) {
    Answer answer = (Answer) ((List<?>) message.getContent(List.class)).get(0);
    try {
      sender.send(answer, response(message));
    } catch (IOException e) {
      // The caller has gone; the record stands.
      throw new Fault(e);
    }
  }

  static HttpServletResponse response(Message message) {
    return requireNonNull(
        (HttpServletResponse)
            message.getExchange().getInMessage().get(AbstractHTTPDestination.HTTP_RESPONSE),
        "response");
  }
}
