package tw.gov.mocs.hub.client;

import java.util.Arrays;
import java.util.Optional;

/** Which SOAP a message speaks. */
public enum SoapVersion {
  SOAP_1_1("1.1", "http://schemas.xmlsoap.org/soap/envelope/", "text/xml"),
  SOAP_1_2("1.2", "http://www.w3.org/2003/05/soap-envelope", "application/soap+xml");

  private final String number;
  private final String namespace;
  private final String mediaType;

  SoapVersion(String number, String namespace, String mediaType) {
    this.number = number;
    this.namespace = namespace;
    this.mediaType = mediaType;
  }

  static Optional<SoapVersion> ofNamespace(String namespace) {
    return Arrays.stream(values()).filter(v -> v.namespace.equals(namespace)).findFirst();
  }

  String namespace() {
    return namespace;
  }

  String mediaType() {
    return mediaType;
  }

  /** The number as it is written, for example {@code 1.1}. */
  @Override
  public String toString() {
    return number;
  }
}
