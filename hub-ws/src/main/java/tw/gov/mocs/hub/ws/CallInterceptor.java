package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.service.model.BindingOperationInfo;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** The first step of CXF's chain in: all that stands before the Provider. */
final class CallInterceptor extends AbstractPhaseInterceptor<Message> {

  private final CallReader reader;
  private final CallerAddress addresses;
  private final Clock clock;

  CallInterceptor(CallReader reader, CallerAddress addresses, Clock clock) {
    super(Phase.POST_STREAM);
    this.reader = reader;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public void handleMessage(Message message) {
    HttpServletRequest http =
        requireNonNull(
            (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST), "request");
    Exchange exchange = message.getExchange();
    Call call = new Call(addresses.of(http), clock.instant());
    exchange.put(Call.class, call);
    try {
      SoapVersion declared = declared(header(http, "Content-Type"));
      call.version(declared);
      requireUncompressed(header(http, "Content-Encoding"));
      call.soapAction(soapAction(http, declared));
      reader.read(body(http), declared, call);
    } catch (HubException refusal) {
      throw new Fault(refusal);
    }
    // CXF's own reading is out of the chain: the one operation of a Provider is named here.
    exchange.put(
        BindingOperationInfo.class,
        exchange.getBinding().getBindingInfo().getOperations().iterator().next());
    message.setContent(List.class, List.of(new DOMSource(call.requireEnvelope().payload())));
  }

  private static byte[] body(HttpServletRequest http) {
    Object arrived = http.getAttribute(WholeBodyHandler.ARRIVED);
    if (arrived instanceof byte[] bytes) {
      return bytes;
    }
    if (arrived instanceof HubException refusal) {
      throw refusal;
    }
    throw new HubException(ErrorCode.INTERNAL_ERROR, "no message was collected");
  }

  /** Several lines are one list (RFC 9110 §5.3), which is no value that is served. */
  private static String header(HttpServletRequest http, String name) {
    return String.join(", ", Collections.list(http.getHeaders(name)));
  }

  private static SoapVersion declared(String type) {
    int end = type.indexOf(';');
    String charset = parameter(type, "charset").toLowerCase(Locale.ROOT);
    if (!charset.isEmpty() && !charset.equals("utf-8")) {
      throw unsupported();
    }
    return SoapVersion.ofMediaType((end < 0 ? type : type.substring(0, end)).strip())
        .orElseThrow(CallInterceptor::unsupported);
  }

  /** RFC 9110 §15.5.16: the same refusal; identity (§12.5.3) is none. */
  private static void requireUncompressed(String encoding) {
    if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
      throw new HubException(ErrorCode.CONTENT_TYPE_UNSUPPORTED, "content encoding");
    }
  }

  private static HubException unsupported() {
    return new HubException(ErrorCode.CONTENT_TYPE_UNSUPPORTED, "content type or charset");
  }

  /** SOAP 1.1 §6.1.1: a header; SOAP 1.2 Part 2 §6.5.3: a parameter of the content type. */
  private static String soapAction(HttpServletRequest http, SoapVersion version) {
    String action =
        version == SoapVersion.V11
            ? header(http, "SOAPAction")
            : parameter(header(http, "Content-Type"), "action");
    return unquoted(action.strip());
  }

  private static String parameter(String contentType, String name) {
    for (String part : contentType.split(";")) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase(name)) {
        return unquoted(part.substring(equals + 1).strip());
      }
    }
    return "";
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
