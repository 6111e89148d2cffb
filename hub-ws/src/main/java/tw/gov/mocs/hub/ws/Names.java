package tw.gov.mocs.hub.ws;

import tw.gov.mocs.hub.catalogue.Contract;

/** The namespaces and identifiers of SOAP, WS-Security and XML Signature that the edge speaks. */
final class Names {

  static final String EXCHANGE = Contract.NAMESPACE;
  static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  static final String WSSE11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
  static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
  static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
  static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";
  static final String SHA256 = XENC + "sha256";
  static final String WSA = "http://www.w3.org/2005/08/addressing";
  static final String XMLNS = "http://www.w3.org/2000/xmlns/";
  static final String XML = "http://www.w3.org/XML/1998/namespace";

  static final String EXCLUSIVE_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
  static final String ENVELOPED = DS + "enveloped-signature";
  static final String STR_TRANSFORM =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0"
          + "#STR-Transform";
  static final String BASE64 =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0"
          + "#Base64Binary";
  private static final String X509_PROFILE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#";
  static final String X509_V3 = X509_PROFILE + "X509v3";
  static final String X509_PKI_PATH = X509_PROFILE + "X509PKIPathv1";
  static final String X509_SKI = X509_PROFILE + "X509SubjectKeyIdentifier";
  static final String THUMBPRINT_SHA1 =
      "http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#ThumbprintSHA1";

  static final String ENCRYPTED_KEY =
      "http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#EncryptedKey";

  private Names() {}
}
