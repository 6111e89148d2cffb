package tw.gov.mocs.hub.ws;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.catalogue.Contract;
import tw.gov.mocs.hub.catalogue.ExchangeService;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.catalogue.ServiceStatus;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * What is called: the Body's element decides, SOAPAction and wsa:Action must agree.
 *
 * @param service null for HubStatus
 */
record Operation(String name, @Nullable ExchangeService service) {

  private static final String REQUEST = "Request";

  /** The operation that the element asks for, known or not; null if it has not the form of one. */
  static @Nullable String named(Element payload) {
    String name = payload.getLocalName();
    if (!Names.EXCHANGE.equals(payload.getNamespaceURI()) || !name.endsWith(REQUEST)) {
      return null;
    }
    String operation = name.substring(0, name.length() - REQUEST.length());
    return operation.equals(Contract.STATUS) || ServiceCode.matches(operation) ? operation : null;
  }

  /** Finds the called operation among what is published. */
  static Operation of(Call call, Publication publication) {
    String name = call.operation();
    if (name == null) {
      throw unknown("the Body's element is no request");
    }
    ExchangeService service = null;
    if (!name.equals(Contract.STATUS)) {
      service = publication.find(name);
      if (service == null) {
        throw unknown(name);
      }
    }
    requireAgrees("SOAPAction", call.soapAction(), name);
    Addressing addressing = call.addressing();
    if (addressing != null && addressing.action() != null) {
      requireAgrees("wsa:Action", addressing.action(), name);
    }
    if (service != null && service.status() == ServiceStatus.CLOSED) {
      throw new HubException(ErrorCode.SERVICE_CLOSED, name, name, service.notice());
    }
    return new Operation(name, service);
  }

  /** {@code header} is where the action stands. */
  private static void requireAgrees(String header, @Nullable String action, String name) {
    if (action != null && !action.isEmpty() && !action.equals(Contract.soapAction(name))) {
      throw new HubException(
          ErrorCode.SOAP_ACTION_MISMATCH, header + ": another action than " + name, header);
    }
  }

  private static HubException unknown(String detail) {
    return new HubException(ErrorCode.OPERATION_UNKNOWN, detail);
  }
}
