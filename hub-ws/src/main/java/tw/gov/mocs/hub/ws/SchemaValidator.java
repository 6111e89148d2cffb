package tw.gov.mocs.hub.ws;

import java.io.IOException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;

/**
 * The JDK's validator of the contract's schema, for one thread. It is dear to make and keeps every
 * name that it has met for ever, so it is made anew before callers can fill the memory by that.
 */
final class SchemaValidator {

  private static final String CURRENT = "http://apache.org/xml/properties/dom/current-element-node";

  /** A message of this size is an odd one; the usual ones bring the same names again and again. */
  private static final int LARGE = 16 * 1024;

  private static final int USES = 100;

  private final Schema schema;
  private Validator validator;
  private int uses;

  SchemaValidator(Schema schema) {
    this.schema = schema;
    this.validator = schema.newValidator();
  }

  /**
   * Validates an element and all below it.
   *
   * @param bytes of its message
   * @throws SAXException as the handler throws it
   */
  void validate(Element element, int bytes, ErrorHandler faults) throws SAXException, IOException {
    boolean fit = false;
    validator.setErrorHandler(faults);
    try {
      validator.validate(new DOMSource(element));
      fit = true;
    } finally {
      validator.setErrorHandler(null);
      if (!fit || bytes > LARGE || ++uses >= USES) {
        validator = schema.newValidator();
        uses = 0;
      }
    }
  }

  /** The node that is validated now; null if the validator does not tell. */
  @Nullable Node current() throws SAXException {
    return (Node) validator.getProperty(CURRENT);
  }
}
