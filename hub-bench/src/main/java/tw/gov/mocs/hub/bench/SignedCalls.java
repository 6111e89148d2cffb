package tw.gov.mocs.hub.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes SOAP 1.1 requests signed as agencies sign them (WS-Security 1.1.1: Body and Timestamp,
 * RSA-SHA256, BinarySecurityToken). Every part is written in its exclusive canonical form, so that
 * the text itself is what is digested: making them must not cost more than answering them.
 */
final class SignedCalls {

  static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  static final String EXCHANGE = "urn:tw:gov:mocs:hub:exchange:1";

  private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final String WSSE = WSS + "wssecurity-secext-1.0.xsd";
  static final String WSU = WSS + "wssecurity-utility-1.0.xsd";
  private static final String X509 = WSS + "x509-token-profile-1.0#X509v3";
  private static final String BASE64 = WSS + "soap-message-security-1.0#Base64Binary";
  static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
  static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

  private final PrivateKey key;
  private final String token;

  SignedCalls(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    try {
      this.token = Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** So many calls of one kind, each with a request id of its own, all created now. */
  List<byte[]> of(CallBody body, int count) {
    return IntStream.range(0, count).parallel().mapToObj(i -> sign(body.next())).toList();
  }

  /**
   * Signs one.
   *
   * @param request the request element in exclusive canonical form
   * @return the envelope in UTF-8
   */
  byte[] sign(String request) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String timestamp =
        "<wsu:Timestamp xmlns:wsu=\"%s\" wsu:Id=\"timestamp\"><wsu:Created>%s</wsu:Created><wsu:Expires>%s</wsu:Expires></wsu:Timestamp>"
            .formatted(WSU, now, now.plus(Duration.ofMinutes(5)));
    String body =
        "<soap:Body xmlns:soap=\"%s\" xmlns:wsu=\"%s\" wsu:Id=\"body\">%s</soap:Body>"
            .formatted(SOAP, WSU, request);
    String info =
        """
        <ds:SignedInfo xmlns:ds="%s">\
        <ds:CanonicalizationMethod Algorithm="%s"></ds:CanonicalizationMethod>\
        <ds:SignatureMethod Algorithm="%s"></ds:SignatureMethod>%s%s</ds:SignedInfo>"""
            .formatted(DS, C14N, RSA, reference("timestamp", timestamp), reference("body", body));
    return """
        <soap:Envelope xmlns:soap="%s"><soap:Header>\
        <wsse:Security xmlns:wsse="%s" xmlns:wsu="%s" soap:mustUnderstand="1">\
        <wsse:BinarySecurityToken EncodingType="%s" ValueType="%s" wsu:Id="token">%s</wsse:BinarySecurityToken>\
        %s<ds:Signature xmlns:ds="%s">%s<ds:SignatureValue>%s</ds:SignatureValue><ds:KeyInfo>\
        <wsse:SecurityTokenReference><wsse:Reference URI="#token" ValueType="%s"></wsse:Reference></wsse:SecurityTokenReference>\
        </ds:KeyInfo></ds:Signature></wsse:Security></soap:Header>%s</soap:Envelope>"""
        .formatted(
            SOAP, WSSE, WSU, BASE64, X509, token, timestamp, DS, info, signature(info), X509, body)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String reference(String id, String canonical) {
    return """
        <ds:Reference URI="#%s"><ds:Transforms><ds:Transform Algorithm="%s"></ds:Transform></ds:Transforms>\
        <ds:DigestMethod Algorithm="%s"></ds:DigestMethod><ds:DigestValue>%s</ds:DigestValue></ds:Reference>"""
        .formatted(id, C14N, SHA256, digest(canonical));
  }

  private static String digest(String canonical) {
    try {
      byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String signature(String canonical) {
    try {
      Signature signature = Signature.getInstance(Rsa.SHA256);
      signature.initSign(key);
      signature.update(canonical.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
