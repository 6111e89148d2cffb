package tw.gov.mocs.hub.client;

/** The namespaces and token types of a signed message. */
final class Namespaces {

  static final String EXCHANGE = "urn:tw:gov:mocs:hub:exchange:1";

  static final String XMLNS = "http://www.w3.org/2000/xmlns/";
  static final String XML_SCHEMA = "http://www.w3.org/2001/XMLSchema";
  static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";

  static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
  static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";

  private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";
  static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";
  static final String X509_V3 = OASIS + "x509-token-profile-1.0#X509v3";
  static final String BASE64 = OASIS + "soap-message-security-1.0#Base64Binary";

  private Namespaces() {}
}
