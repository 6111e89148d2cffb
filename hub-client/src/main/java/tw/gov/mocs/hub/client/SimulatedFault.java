package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.Namespaces.EXCHANGE;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A refusal of the simulator, as a SOAP fault with the detail that the hub gives. */
final class SimulatedFault {

  private SimulatedFault() {}

  static void append(Element body, SoapVersion soap, Refusal refusal, @Nullable String requestId) {
    Element fault = XmlTree.append(body, soap.namespace(), "soap:Fault");
    String text = refusal.message(Locale.TAIWAN);
    Element detail;
    if (soap == SoapVersion.SOAP_1_1) {
      // SOAP 1.1 §4.4: the children of a fault have no namespace.
      plain(fault, "faultcode", "soap:Client");
      plain(fault, "faultstring", text);
      detail = plain(fault, "detail", "");
    } else {
      Element code = XmlTree.append(fault, soap.namespace(), "soap:Code");
      XmlTree.append(code, soap.namespace(), "soap:Value", "soap:Sender");
      Element reason = XmlTree.append(fault, soap.namespace(), "soap:Reason");
      XmlTree.append(reason, soap.namespace(), "soap:Text", text)
          .setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", "zh-TW");
      detail = XmlTree.append(fault, soap.namespace(), "soap:Detail");
    }
    Element hub = XmlTree.append(detail, EXCHANGE, "HubFault");
    XmlTree.append(hub, EXCHANGE, "code", refusal.code());
    XmlTree.append(hub, EXCHANGE, "message", text);
    XmlTree.append(hub, EXCHANGE, "messageEn", refusal.message(Locale.ENGLISH));
    if (requestId != null) {
      XmlTree.append(hub, EXCHANGE, "requestId", requestId);
    }
  }

  private static Element plain(Element parent, String name, String text) {
    Element element = parent.getOwnerDocument().createElementNS(null, name);
    element.setTextContent(text);
    parent.appendChild(element);
    return element;
  }
}
