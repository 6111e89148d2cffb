package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
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
    String wsdl = contract.wsdl(address, true);
    return new Publication(
        snapshot.services(),
        contract.schema(),
        Map.of(
            "wsdl", Publication.Document.of(wsdl),
            "wsdl&policy=none", Publication.Document.of(contract.wsdl(address, false)),
            "xsd", Publication.Document.of(schemaIn(wsdl))));
  }

  /** The schema that stands inside the WSDL, as a document of its own. */
  private static String schemaIn(String wsdl) {
    try {
      Document document =
          DocumentBuilderFactory.newDefaultNSInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(wsdl)));
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      StringWriter text = new StringWriter();
      transformer.transform(
          new DOMSource(
              document
                  .getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")
                  .item(0)),
          new StreamResult(text));
      return text.toString();
    } catch (ParserConfigurationException | SAXException | IOException | TransformerException e) {
      throw new IllegalStateException("the contract cannot be written", e);
    }
  }
}
