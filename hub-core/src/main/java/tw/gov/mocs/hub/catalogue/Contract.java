package tw.gov.mocs.hub.catalogue;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.StringReader;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * The WSDL and schema of a set of services; made from the catalogue, immutable. The same services
 * give the same text, byte for byte.
 */
public final class Contract {

  /** The namespace of every element of the exchange. */
  public static final String NAMESPACE = "urn:tw:gov:mocs:hub:exchange:1";

  /** The name of the WSDL's service. */
  public static final String SERVICE = "PersonnelDataExchange";

  /** The name of the WSDL's port type. */
  public static final String PORT_TYPE = "Exchange";

  /** The operation that every contract has beside those of the services. */
  public static final String STATUS = "HubStatus";

  /**
   * One operation.
   *
   * @param returned element names that its rows may hold
   * @param searchable element names that its criteria may hold
   */
  public record Operation(ExchangeService service, Set<String> returned, Set<String> searchable) {

    /** Copies the names. */
    public Operation {
      returned = Set.copyOf(returned);
      searchable = Set.copyOf(searchable);
    }
  }

  private final List<Operation> operations;
  private final String xsd;
  private final Schema schema;

  private Contract(List<Operation> operations) {
    this.operations =
        operations.stream()
            .sorted(comparing((Operation operation) -> operation.service().code()))
            .toList();
    Markup out = new Markup();
    SchemaWriter.write(out, this.operations);
    this.xsd = out.finish();
    this.schema = compile(xsd);
  }

  /** The full contract: every open service of these with all its fields. */
  public static Contract full(Collection<ExchangeService> services) {
    return new Contract(
        services.stream()
            .filter(service -> service.status() == ServiceStatus.OPEN)
            .map(Contract::whole)
            .toList());
  }

  /** The contract of one service with all its fields, open or not. */
  public static Contract of(ExchangeService service) {
    return new Contract(List.of(whole(service)));
  }

  /** The contract of one application: what it was granted. */
  public static Contract of(List<Operation> operations) {
    return new Contract(operations);
  }

  /** The SOAPAction of the service's operation. */
  public static String soapAction(ServiceCode code) {
    return soapAction(code.value());
  }

  /** The SOAPAction of the operation with this name: a service code or {@link #STATUS}. */
  public static String soapAction(String operation) {
    return NAMESPACE + ":" + operation;
  }

  /** The operations of services, in the order of their codes. */
  public List<Operation> operations() {
    return operations;
  }

  /**
   * WSDL 1.1 with its schema inside.
   *
   * @param address of the endpoint, for both ports
   * @param policy whether WS-SecurityPolicy is attached to the bindings
   * @return an XML document that declares UTF-8
   */
  public String wsdl(URI address, boolean policy) {
    return WsdlWriter.write(operations, address, policy);
  }

  /** The schema of the messages as a document of its own, declared UTF-8. */
  public String xsd() {
    return xsd;
  }

  /** The compiled schema of the messages; safe for use by many threads. */
  public Schema schema() {
    return schema;
  }

  private static Operation whole(ExchangeService service) {
    return new Operation(
        service,
        names(service.fields().stream()),
        names(service.fields().stream().filter(field -> field.criterion() != null)));
  }

  private static Set<String> names(Stream<Field> fields) {
    return fields.map(Field::xmlName).collect(toUnmodifiableSet());
  }

  private static Schema compile(String xsd) {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newSchema(new StreamSource(new StringReader(xsd)));
    } catch (SAXException e) {
      throw new IllegalStateException("the catalogue makes a schema that is not valid", e);
    }
  }
}
