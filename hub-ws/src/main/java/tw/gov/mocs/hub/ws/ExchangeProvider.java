package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;

import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import java.io.IOException;
import java.util.function.Supplier;
import javax.xml.transform.Source;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.catalogue.Contract;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.exchange.Caller;
import tw.gov.mocs.hub.exchange.ExchangeRequest;
import tw.gov.mocs.hub.exchange.HubStatusAnswer;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Answers every operation of the contract. When it returns, the answer is complete in a spool and
 * its record is committed.
 */
@WebServiceProvider(
    serviceName = "ExchangeService",
    portName = "ExchangePort",
    targetNamespace = "urn:tw:gov:mocs:hub:exchange:1")
@ServiceMode(Service.Mode.PAYLOAD)
public final class ExchangeProvider implements Provider<Source> {

  private final Hub hub;
  private final SpoolFolder spools;
  private final Supplier<Publication> published;

  ExchangeProvider(Hub hub, SpoolFolder spools, Supplier<Publication> published) {
    this.hub = hub;
    this.spools = spools;
    this.published = published;
  }

  @Override
  public Source invoke(@Nullable Source request) {
    // What was verified is taken from the call, never from what CXF hands over.
    Call call =
        requireNonNull(
            PhaseInterceptorChain.getCurrentMessage().getExchange().get(Call.class), "call");
    return answer(call);
  }

  private Answer answer(Call call) {
    Caller caller = call.requireCaller();
    Publication now = published.get();
    Envelope envelope = call.requireEnvelope();
    Element payload = envelope.payload();
    Operation operation;
    String requestId;
    ExchangeRequest request;
    try {
      operation = Operation.of(call, now);
      SchemaCheck.require(envelope, now);
      requestId = RequestReader.requestId(payload);
      ExchangeService service = operation.service();
      request = service == null ? null : RequestReader.read(payload, service.code());
    } catch (HubException refusal) {
      throw hub.refuse(caller, call.operation(), call.requestId(), call.applicationNo(), refusal);
    }
    return request == null
        ? status(call, caller, requestId)
        : rows(call, caller, operation, request);
  }

  private Answer rows(Call call, Caller caller, Operation operation, ExchangeRequest request) {
    return written(
        call,
        operation.name(),
        body -> call.served(hub.answer(caller, request, new SoapAnswerWriter(body)).recordId()));
  }

  private Answer status(Call call, Caller caller, String requestId) {
    HubStatusAnswer status = hub.status(caller, requestId);
    call.served(status.recordId());
    return written(
        call, Contract.STATUS, body -> StatusBody.write(status, hub.lastCheckpoint(), body));
  }

  /** What writes a Body. */
  private interface Writing {
    void to(AnswerBody body) throws IOException;
  }

  private Answer written(Call call, String operation, Writing writing) {
    Spool spool = spools.open();
    boolean complete = false;
    try {
      AnswerBody body = new AnswerBody(spool, call.version());
      writing.to(body);
      complete = true;
      return new Answer(
          200,
          call.version(),
          body,
          true,
          call.messageId(),
          Contract.soapAction(operation) + "Response");
    } catch (IOException e) {
      throw SpoolFolder.full("writing failed", e);
    } finally {
      if (!complete) {
        spool.close();
      }
    }
  }
}
