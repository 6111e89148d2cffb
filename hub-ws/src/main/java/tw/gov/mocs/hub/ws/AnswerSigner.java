package tw.gov.mocs.hub.ws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Signs the hub's messages: makes the SOAP header with Timestamp, token and a signature over Body,
 * Timestamp, addressing headers and the key of an encrypted Body. All signed parts are written in
 * canonical form by hand and signed as the bytes they are; any verifier computes the same.
 */
final class AnswerSigner {

  private static final Duration VALIDITY = Duration.ofMinutes(5);
  private static final String TIMESTAMP_ID = "id-timestamp";
  private static final String TOKEN_ID = "id-token";
  private static final String RELATES_ID = "id-relates";
  private static final String ACTION_ID = "id-action";

  private static final String KEY_INFO =
      "<ds:KeyInfo><wsse:SecurityTokenReference>"
          + ("<wsse:Reference URI=\"#%s\" ValueType=\"%s\"/>".formatted(TOKEN_ID, Names.X509_V3))
          + "</wsse:SecurityTokenReference></ds:KeyInfo>";

  private final PrivateKey key;
  private final Clock clock;
  private final String token;
  private final String algorithm;
  private final String method;

  AnswerSigner(X509Certificate certificate, PrivateKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
    boolean rsa = "RSA".equals(certificate.getPublicKey().getAlgorithm());
    this.algorithm = rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format";
    this.method = "http://www.w3.org/2001/04/xmldsig-more#" + (rsa ? "rsa-sha256" : "ecdsa-sha256");
    this.token = token(certificate);
  }

  private static String token(X509Certificate certificate) {
    try {
      return "<wsse:BinarySecurityToken EncodingType=\"%s\" ValueType=\"%s\" wsu:Id=\"%s\">%s"
              .formatted(
                  Names.BASE64,
                  Names.X509_V3,
                  TOKEN_ID,
                  SoapAnswerWriter.base64(certificate.getEncoded()))
          + "</wsse:BinarySecurityToken>";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("the signing certificate has no encoding", e);
    }
  }

  /**
   * The signed SOAP header.
   *
   * @param body of the answer, ended
   * @param relatesTo MessageID of the request; null for an answer without addressing headers
   * @param action of the answer
   */
  byte[] header(AnswerBody body, @Nullable String relatesTo, String action) {
    Part timestamp = timestamp(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    StringBuilder info = new StringBuilder(2048);
    info.append("<ds:SignedInfo xmlns:ds=\"").append(Names.DS).append("\">");
    empty(info, "CanonicalizationMethod", Names.EXCLUSIVE_C14N);
    empty(info, "SignatureMethod", method);
    reference(info, AnswerBody.ID, body.digest());
    reference(info, TIMESTAMP_ID, timestamp.digest);
    SealedKey sealed = body.sealedKey();
    if (sealed != null) {
      // Signed too: the recipient's key need never be used on what the hub did not send.
      reference(info, SealedKey.ID, sealed.digest());
    }
    String addressing = "";
    if (relatesTo != null) {
      Part relates = addressing("RelatesTo", RELATES_ID, relatesTo);
      Part answers = addressing("Action", ACTION_ID, action);
      reference(info, RELATES_ID, relates.digest);
      reference(info, ACTION_ID, answers.digest);
      addressing = answers.text + relates.text;
    }
    info.append("</ds:SignedInfo>");
    String signedInfo = info.toString();
    return ("<soap:Header>"
            + addressing
            + ("<wsse:Security xmlns:wsse=\"%s\" xmlns:wsu=\"%s\" soap:mustUnderstand=\"1\">"
                .formatted(Names.WSSE, Names.WSU))
            + token
            + timestamp.text
            + ("<ds:Signature xmlns:ds=\"" + Names.DS + "\">")
            + signedInfo
            + ("<ds:SignatureValue>" + sign(signedInfo) + "</ds:SignatureValue>")
            + KEY_INFO
            + "</ds:Signature>"
            // WS-Security 1.1.1 §5: who reads from the top verifies what was encrypted, then opens.
            + (sealed == null ? "" : sealed.text())
            + "</wsse:Security>"
            + "</soap:Header>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A part of the header in canonical form, with its digest. */
  private record Part(String text, byte[] digest) {}

  private static Part timestamp(Instant created) {
    return part(
        "<wsu:Timestamp xmlns:wsu=\"%s\" wsu:Id=\"%s\"><wsu:Created>"
            .formatted(Names.WSU, TIMESTAMP_ID),
        created + "</wsu:Created><wsu:Expires>" + created.plus(VALIDITY),
        "</wsu:Expires></wsu:Timestamp>",
        true);
  }

  private static Part addressing(String name, String id, String value) {
    return part(
        "<wsa:%s xmlns:wsa=\"%s\" xmlns:wsu=\"%s\" wsu:Id=\"%s\">"
            .formatted(name, Names.WSA, Names.WSU, id),
        value,
        "</wsa:" + name + ">",
        false);
  }

  private static Part part(String before, String text, String after, boolean canonical) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
      CanonicalWriter writer = new CanonicalWriter(bytes).raw(before);
      byte[] digest = (canonical ? writer.raw(text) : writer.text(text)).raw(after).finish();
      return new Part(bytes.toString(StandardCharsets.UTF_8), digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void reference(StringBuilder info, String id, byte[] digest) {
    info.append("<ds:Reference URI=\"#").append(id).append("\"><ds:Transforms>");
    empty(info, "Transform", Names.EXCLUSIVE_C14N);
    info.append("</ds:Transforms>");
    empty(info, "DigestMethod", Names.SHA256);
    info.append("<ds:DigestValue>")
        .append(SoapAnswerWriter.base64(digest))
        .append("</ds:DigestValue></ds:Reference>");
  }

  private static void empty(StringBuilder info, String name, String itsAlgorithm) {
    info.append("<ds:").append(name).append(" Algorithm=\"").append(itsAlgorithm);
    info.append("\"></ds:").append(name).append('>');
  }

  private String sign(String signedInfo) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(signedInfo.getBytes(StandardCharsets.UTF_8));
      return SoapAnswerWriter.base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key cannot sign", e);
    }
  }
}
