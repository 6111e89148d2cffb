package tw.gov.mocs.hub.ws;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A message that was read within the limits, with what was counted on the way.
 *
 * @param document a plain DOM; comments are left out, as canonical form leaves them out
 * @param ids the element of each id; ids are unique
 * @param counts how often the elements stand in it on whose uniqueness the checks rely
 */
record XmlMessage(Document document, Map<String, Element> ids, Counts counts) {

  /** The element with this id; null if there is none. */
  @Nullable Element find(String id) {
    return ids.get(id);
  }

  /** Its bytes, and how often certain elements stand anywhere in it, at any depth. */
  static final class Counts {
    final int bytes;
    int envelopes;
    int headers;
    int bodies;
    int securities;
    int timestamps;
    int signatures;

    /** Encrypted or derived keys and data, SAML, user names: tokens that are not taken. */
    int foreignTokens;

    Counts(int bytes) {
      this.bytes = bytes;
    }

    void count(String namespace, String name) {
      switch (namespace) {
        case Names.WSSE -> countWsse(name);
        case Names.WSU -> timestamps += "Timestamp".equals(name) ? 1 : 0;
        case Names.DS -> signatures += "Signature".equals(name) ? 1 : 0;
        case Names.XENC -> foreignTokens++;
        case Names.WSSE11 -> foreignTokens++;
        default -> countOther(namespace, name);
      }
    }

    private void countWsse(String name) {
      switch (name) {
        case "Security" -> securities++;
        case "UsernameToken" -> foreignTokens++;
        default -> {
          // the rest is judged where it stands
        }
      }
    }

    private void countOther(String namespace, String name) {
      if (SoapVersion.ofNamespace(namespace).isPresent()) {
        switch (name) {
          case "Envelope" -> envelopes++;
          case "Header" -> headers++;
          case "Body" -> bodies++;
          default -> {
            // no other element of SOAP is looked for
          }
        }
      } else if (namespace.startsWith("urn:oasis:names:tc:SAML:")
          || namespace.startsWith("http://docs.oasis-open.org/ws-sx/ws-secureconversation")
          || namespace.startsWith("http://www.w3.org/2009/xmlenc11")) {
        foreignTokens++;
      }
    }
  }
}
