package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.Contract;

/** What is published now; made anew after each change of the catalogue, without a stop. */
final class Publications implements Supplier<Publication> {

  private final AtomicReference<Publication> current;

  Publications(Catalogue catalogue, URI address) {
    current = new AtomicReference<>(make(catalogue.current(), address));
    catalogue.listen(() -> current.set(make(catalogue.current(), address)));
  }

  @Override
  public Publication get() {
    return requireNonNull(current.get(), "publication");
  }

  private static Publication make(CatalogueSnapshot snapshot, URI address) {
    Contract contract = Contract.full(snapshot.services().values());
    return new Publication(
        snapshot.services(),
        contract.schema(),
        Map.of(
            "wsdl", Publication.Document.of(contract.wsdl(address, true)),
            "wsdl&policy=none", Publication.Document.of(contract.wsdl(address, false)),
            "xsd", Publication.Document.of(contract.xsd())));
  }
}
