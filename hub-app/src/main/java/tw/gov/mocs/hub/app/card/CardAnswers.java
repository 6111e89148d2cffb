package tw.gov.mocs.hub.app.card;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.json.JsonWriter;

/** The answers that go to the page, as JSON, in the card component's words. */
final class CardAnswers {

  private static final String VERSION = "hub-card-agent 1.0.0";
  private static final JsonWriter<Map<String, ?>> JSON = JsonWriter.standard();

  private CardAnswers() {}

  /** To the agent's own window: what to ask the person. */
  static String question(String ticket, TbsPackage tbs) {
    return JSON.writeToString(Map.of("ret_code", 0, "ticket", ticket, "text", tbs.text()));
  }

  static String signed(SoftwareCard card, byte[] cms) {
    Map<String, Object> all = answer("sign", RetCode.OK);
    all.put("signature", base64(cms));
    all.put("certb64", base64(card.certificate()));
    all.put("cardSN", card.number());
    return JSON.writeToString(all);
  }

  static String refused(CardException e) {
    Map<String, Object> all = answer("sign", e.code());
    if (e.lastError() != 0) {
      all.put("last_error", e.lastError());
    }
    return JSON.writeToString(all);
  }

  /** One reader with the card in it. */
  static String slots(SoftwareCard card, boolean withCertificates) {
    Map<String, Object> token = new LinkedHashMap<>();
    token.put("serialNumber", card.number());
    if (withCertificates) {
      token.put("certs", card.chain().stream().map(each -> certificate(card, each)).toList());
    }
    Map<String, Object> all = answer("pkcs11info", RetCode.OK);
    all.put("slots", List.of(Map.of("slotDescription", "software card", "token", token)));
    return JSON.writeToString(all);
  }

  private static Map<String, Object> certificate(SoftwareCard card, X509Certificate each) {
    return Map.of(
        "label",
        each.equals(card.certificate()) ? "cert1" : "CA",
        "usage",
        each.equals(card.certificate()) ? "digitalSignature" : "keyCertSign|cRLSign",
        "subjectDN",
        each.getSubjectX500Principal().getName(),
        "certb64",
        base64(each));
  }

  private static Map<String, Object> answer(String function, RetCode code) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("func", function);
    all.put("ret_code", code.code());
    all.put("message", code.message());
    all.put("serverVersion", VERSION);
    return all;
  }

  private static String base64(X509Certificate certificate) {
    try {
      return base64(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
