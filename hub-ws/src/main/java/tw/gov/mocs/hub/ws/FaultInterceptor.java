package tw.gov.mocs.hub.ws;

import java.io.IOException;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** The one step of CXF's chain for faults, whatever raised them. */
final class FaultInterceptor extends AbstractPhaseInterceptor<Message> {

  private final Refusals refusals;

  FaultInterceptor(Refusals refusals) {
    super(Phase.WRITE);
    this.refusals = refusals;
  }

  @Override
  public void handleMessage(Message message) {
    try {
      refusals.answer(
          message.getContent(Exception.class),
          message.getExchange().get(Call.class),
          AnswerInterceptor.response(message));
    } catch (IOException e) {
      throw new Fault(e);
    }
  }
}
