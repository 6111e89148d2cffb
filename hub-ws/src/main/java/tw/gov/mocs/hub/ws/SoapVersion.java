package tw.gov.mocs.hub.ws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SOAP 1.1 or 1.2, as the envelope says. */
enum SoapVersion {
  V11("http://schemas.xmlsoap.org/soap/envelope/", "text/xml"),
  V12("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml");

  private final String namespace;
  private final String mediaType;

  SoapVersion(String namespace, String mediaType) {
    this.namespace = namespace;
    this.mediaType = mediaType;
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
