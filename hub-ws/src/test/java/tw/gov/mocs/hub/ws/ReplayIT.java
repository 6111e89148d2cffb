package tw.gov.mocs.hub.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.shared.ErrorCode;

/** What was sent before is not answered again. */
class ReplayIT extends RefusingCallers {

  /** The message in hand once its original was answered. */
  private void refusesReplay(String original, String again) {
    served(hub().send(original));
    refuses(ErrorCode.REPLAYED, hub().send(again));
  }

  @Test
  void byteEqualReplay() {
    String message = new SignedMessage().sign();
    refusesReplay(message, message);
  }

  @Test
  void replayWithTheOtherEcdsaSignature() {
    String first = new SignedMessage().by(Identity.P256).sign();
    Document document = SignedMessage.parse(first);
    Element value = SignedMessage.element(document, Names.DS, "SignatureValue");
    value.setTextContent(otherSignature(value.getTextContent()));
    refusesReplay(first, SignedMessage.text(document));
  }

  /** (r, n−s) verifies wherever (r, s) does. */
  private static String otherSignature(String base64) {
    byte[] both = Base64.getMimeDecoder().decode(base64);
    BigInteger order =
        new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);
    byte[] s = order.subtract(new BigInteger(1, Arrays.copyOfRange(both, 32, 64))).toByteArray();
    byte[] result = Arrays.copyOf(both, 64);
    Arrays.fill(result, 32, 64, (byte) 0);
    int length = Math.min(32, s.length);
    System.arraycopy(s, s.length - length, result, 64 - length, length);
    return Base64.getEncoder().encodeToString(result);
  }

  @Test
  void replayWithAnotherPlaceOfTheToken() {
    String first = new SignedMessage().sign();
    refusesReplay(
        first, first.replace("<s:Header>", "<s:Header xmlns:more=\"urn:more\"><!-- x -->"));
  }

  @Test
  void replayOfWhatWasRefused() {
    String message = new SignedMessage().payload(RequestXml.of("SQ_TA_999").xml()).sign();
    refuses(ErrorCode.OPERATION_UNKNOWN, hub().send(message));
    refuses(ErrorCode.REPLAYED, hub().send(message));
  }

  @Test
  void requestIdThatWasUsedBefore() {
    RequestXml request = RequestXml.of("SQ_TA_001");
    serves(request);
    Reply reply = refuses(ErrorCode.REQUEST_ID_REPEATED, request);
    assertThat(reason(reply)).contains("request id");
  }

  @Test
  void requestIdOfARefusedCallMayBeUsedAgain() {
    RequestXml request = RequestXml.of("SQ_TA_001").purpose("F131104093");
    refuses(ErrorCode.PURPOSE_INVALID, request);
    serves(request.purpose("案號乙二"));
  }
}
