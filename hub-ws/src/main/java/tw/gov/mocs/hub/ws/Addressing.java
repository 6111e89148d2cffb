package tw.gov.mocs.hub.ws;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The WS-Addressing headers of a request, where it has any.
 *
 * @param action what operation it says it is; null if it does not say
 * @param messageId what the answer relates to; null if there is none
 */
record Addressing(@Nullable String action, @Nullable String messageId) {

  private static final String ANONYMOUS = Names.WSA + "/anonymous";
  private static final int MAX_ID = 256;

  /** Reads and checks them: To is this endpoint, answers go back on the same connection. */
  static Addressing of(Envelope envelope, String path) {
    Set<String> seen = new HashSet<>();
    String action = null;
    String messageId = null;
    for (Element block : envelope.headers()) {
      if (!Names.WSA.equals(block.getNamespaceURI())) {
        continue;
      }
      if (!seen.add(block.getLocalName())) {
        throw mismatch("a header stands twice");
      }
      switch (block.getLocalName()) {
        case "To" -> requireHere(Elements.text(block), path);
        case "ReplyTo", "FaultTo" -> requireAnonymous(block);
        case "Action" -> action = Elements.text(block);
        case "MessageID" -> messageId = Elements.text(block);
        default -> {
          // From and others say nothing that the hub acts on
        }
      }
    }
    if (messageId != null && (messageId.isEmpty() || messageId.length() > MAX_ID)) {
      throw mismatch("MessageID");
    }
    return new Addressing(action, messageId);
  }

  /** Host names differ behind a proxy; the path is what tells this endpoint. */
  private static void requireHere(String to, String path) {
    try {
      if (!to.equals(ANONYMOUS) && !path.equals(URI.create(to).getPath())) {
        throw mismatch("To is another address");
      }
    } catch (IllegalArgumentException e) {
      throw mismatch("To is no address");
    }
  }

  private static void requireAnonymous(Element block) {
    Element address = Elements.first(block, Names.WSA, "Address");
    if (address == null || !Elements.text(address).equals(ANONYMOUS)) {
      throw mismatch("answers are given on the same connection only");
    }
  }

  private static HubException mismatch(String detail) {
    return new HubException(ErrorCode.ADDRESSING_MISMATCH, detail);
  }
}
