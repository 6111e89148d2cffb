package tw.gov.mocs.hub.catalogue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the WSDL 1.1: document/literal bare, the SOAP 1.1 port before that of SOAP 1.2. */
final class WsdlWriter {

  private static final String HTTP = "http://schemas.xmlsoap.org/soap/http";

  private final Markup out = new Markup();
  private final List<Contract.Operation> operations;
  private final boolean policy;
  private final Set<String> encrypted;

  private WsdlWriter(List<Contract.Operation> operations, boolean policy) {
    this.operations = operations;
    this.policy = policy;
    this.encrypted =
        operations.stream()
            .map(Contract.Operation::service)
            .filter(ExchangeService::encryptAnswer)
            .map(service -> service.code().value())
            .collect(Collectors.toUnmodifiableSet());
  }

  static String write(List<Contract.Operation> operations, URI address, boolean policy) {
    return new WsdlWriter(operations, policy).write(address);
  }

  private String write(URI address) {
    List<String> attributes =
        new ArrayList<>(
            List.of(
                "xmlns:wsdl",
                "",
                "xmlns:xs",
                "",
                "xmlns:tns",
                "",
                "xmlns:soap",
                "",
                "xmlns:soap12",
                ""));
    if (policy) {
      attributes.addAll(List.of("xmlns:wsp", "", "xmlns:sp", "", "xmlns:wsu", ""));
    }
    attributes.addAll(List.of("name", Contract.SERVICE, "targetNamespace", Contract.NAMESPACE));
    out.start("wsdl:definitions", attributes.toArray(String[]::new));
    documentation("銓敘部人事資料交換", "Personnel data exchange of the Ministry of Civil Service");
    if (policy) {
      // The WSDL schema wants extensions before the declarations of the namespace's own.
      SecurityPolicy.write(out, !encrypted.isEmpty());
      if (!encrypted.isEmpty()) {
        SecurityPolicy.writeEncrypted(out);
      }
    }
    out.start("wsdl:types");
    SchemaWriter.write(out, operations);
    out.end();
    messages();
    portType();
    binding("soap", "ExchangeSoap11Binding");
    binding("soap12", "ExchangeSoap12Binding");
    out.start("wsdl:service", "name", Contract.SERVICE);
    port("soap", "ExchangeSoap11", address);
    port("soap12", "ExchangeSoap12", address);
    return out.end().end().finish();
  }

  private void messages() {
    for (String name : names()) {
      message(name + "Request", "request", name + "Request");
      message(name + "Response", "response", name + "Response");
    }
    message("HubFaultMessage", "fault", "HubFault");
  }

  private void message(String name, String part, String element) {
    out.start("wsdl:message", "name", name)
        .empty("wsdl:part", "name", part, "element", "tns:" + element)
        .end();
  }

  private void portType() {
    out.start("wsdl:portType", "name", Contract.PORT_TYPE);
    for (Contract.Operation operation : operations) {
      ExchangeService service = operation.service();
      abstractOperation(service.code().value(), service.name(), service.nameEn());
    }
    abstractOperation(Contract.STATUS, "狀態查詢，不含資料", "Status, without data");
    out.end();
  }

  private void abstractOperation(String name, String chinese, String english) {
    out.start("wsdl:operation", "name", name);
    documentation(chinese, english);
    out.empty("wsdl:input", "message", "tns:" + name + "Request")
        .empty("wsdl:output", "message", "tns:" + name + "Response")
        .empty("wsdl:fault", "name", "HubFault", "message", "tns:HubFaultMessage")
        .end();
  }

  private void binding(String soap, String name) {
    out.start("wsdl:binding", "name", name, "type", "tns:" + Contract.PORT_TYPE);
    if (policy) {
      out.empty("wsp:PolicyReference", "URI", "#" + SecurityPolicy.ID);
    }
    out.empty(soap + ":binding", "style", "document", "transport", HTTP);
    for (String operation : names()) {
      out.start("wsdl:operation", "name", operation)
          .empty(soap + ":operation", "soapAction", Contract.soapAction(operation))
          .start("wsdl:input")
          .empty(soap + ":body", "use", "literal")
          .end()
          .start("wsdl:output");
      if (policy && encrypted.contains(operation)) {
        out.empty("wsp:PolicyReference", "URI", "#" + SecurityPolicy.ENCRYPTED_ID);
      }
      out.empty(soap + ":body", "use", "literal")
          .end()
          .start("wsdl:fault", "name", "HubFault")
          .empty(soap + ":fault", "name", "HubFault", "use", "literal")
          .end()
          .end();
    }
    out.end();
  }

  private void port(String soap, String name, URI address) {
    out.start("wsdl:port", "name", name, "binding", "tns:" + name + "Binding")
        .empty(soap + ":address", "location", address.toString())
        .end();
  }

  /** The WSDL schema allows one documentation, of any content. */
  private void documentation(String chinese, String english) {
    out.text("wsdl:documentation", chinese + " / " + english);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    operations.forEach(operation -> names.add(operation.service().code().value()));
    names.add(Contract.STATUS);
    return names;
  }
}
