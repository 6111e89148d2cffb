package tw.gov.mocs.hub.ws;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** SOAP 1.1 or 1.2, as the envelope says. */
enum SoapVersion {
  /** Its receiver has no address: a header block without an actor is for it (SOAP 1.1 §4.2.2). */
  V11(
      "http://schemas.xmlsoap.org/soap/envelope/",
      "text/xml",
      "actor",
      Set.of("", "http://schemas.xmlsoap.org/soap/actor/next")),
  /** SOAP 1.2 Part 1 §2.2. */
  V12(
      "http://www.w3.org/2003/05/soap-envelope",
      "application/soap+xml",
      "role",
      Set.of(
          "",
          "http://www.w3.org/2003/05/soap-envelope/role/next",
          "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver"));

  private final String namespace;
  private final String mediaType;
  private final String role;
  private final Set<String> ours;

  SoapVersion(String namespace, String mediaType, String role, Set<String> ours) {
    this.namespace = namespace;
    this.mediaType = mediaType;
    this.role = role;
    this.ours = ours;
  }

  String namespace() {
    return namespace;
  }

  String mediaType() {
    return mediaType;
  }

  /** What the hub's own messages are declared as. */
  String contentType() {
    return mediaType + "; charset=utf-8";
  }

  /** Whether a header block is for who receives the message last: for the hub. */
  boolean isForUs(Element block) {
    return ours.contains(block.getAttributeNS(namespace, role).strip());
  }

  static Optional<SoapVersion> ofNamespace(@Nullable String namespace) {
    for (SoapVersion version : values()) {
      if (version.namespace.equals(namespace)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  static Optional<SoapVersion> ofMediaType(String mediaType) {
    for (SoapVersion version : values()) {
      if (version.mediaType.equalsIgnoreCase(mediaType)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }
}
