package tw.gov.mocs.hub.catalogue;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.xml.validation.Schema;

/** The WSDL and schema of a set of services; made from the catalogue, immutable. */
public final class Contract {

  /** The namespace of every element of the exchange. */
  public static final String NAMESPACE = "urn:tw:gov:mocs:hub:exchange:1";

  /**
   * One operation.
   *
   * @param returned element names that its rows may hold
   * @param searchable element names that its criteria may hold
   */
  public record Operation(ExchangeService service, Set<String> returned, Set<String> searchable) {}

  private Contract() {}

  /** The full contract: every open service with all its fields. */
  public static Contract full(Collection<ExchangeService> services) {
    throw new UnsupportedOperationException("being built");
  }

  /** The contract of one application: what it was granted. */
  public static Contract of(List<Operation> operations) {
    throw new UnsupportedOperationException("being built");
  }

  /** WSDL 1.1 with its schema inside, UTF-8. */
  public String wsdl(URI address, boolean policy) {
    throw new UnsupportedOperationException("being built");
  }

  /** The compiled schema of the messages; safe for use by many threads. */
  public Schema schema() {
    throw new UnsupportedOperationException("being built");
  }
}
