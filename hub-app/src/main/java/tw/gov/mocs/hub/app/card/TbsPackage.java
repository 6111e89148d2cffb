package tw.gov.mocs.hub.app.card;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * What a page asks to have signed, and how. Guarantee: {@link #text} is all of {@link #content},
 * and a person can read it.
 *
 * @param text the statement
 * @param pin as the page sent it, may be empty
 * @param nonce becomes a signed attribute, unless empty
 * @param withCardNumber whether the card number becomes a signed attribute
 */
record TbsPackage(String text, String pin, String nonce, boolean withCardNumber) {

  static final int MAX_CHARACTERS = 10_000;
  private static final int MAX_NONCE = 128;

  /** Of the fields that the page sent; throws what the card component would answer. */
  static TbsPackage of(Map<String, String> fields) {
    require(get(fields, "signatureType"), "PKCS7", RetCode.SIGNATURE_TYPE_UNKNOWN);
    require(get(fields, "hashAlgorithm"), "SHA256", RetCode.PARAMETER_INVALID);
    String nonce = get(fields, "nonce");
    if (nonce.length() > MAX_NONCE) {
      throw new CardException(RetCode.PARAMETER_INVALID);
    }
    String text = text(get(fields, "tbs"), get(fields, "tbsEncoding"));
    if (text.isEmpty()) {
      throw new CardException(RetCode.STATEMENT_MISSING);
    }
    if (text.length() > MAX_CHARACTERS) {
      throw new CardException(RetCode.STATEMENT_TOO_LONG);
    }
    if (!text.codePoints().allMatch(TbsPackage::isReadable)) {
      throw new CardException(RetCode.STATEMENT_NOT_READABLE);
    }
    return new TbsPackage(
        text, get(fields, "pin"), nonce, get(fields, "withCardSN").equals("true"));
  }

  /** Without the PIN. */
  @Override
  public String toString() {
    return "TbsPackage[" + text + "]";
  }

  byte[] content() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String tbs, String encoding) {
    return switch (encoding) {
      case "", "NONE" -> tbs;
      case "base64" -> decoded(tbs);
      default -> throw new CardException(RetCode.PARAMETER_INVALID);
    };
  }

  private static String decoded(String base64) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (IllegalArgumentException e) {
      throw new CardException(RetCode.BASE64_INVALID);
    } catch (CharacterCodingException e) {
      throw new CardException(RetCode.STATEMENT_NOT_READABLE);
    }
  }

  /** No sign that hides, or that changes the order in which others are seen. */
  private static boolean isReadable(int character) {
    int type = Character.getType(character);
    return character == '\n'
        || (type != Character.CONTROL
            && type != Character.FORMAT
            && type != Character.SURROGATE
            && type != Character.LINE_SEPARATOR
            && type != Character.PARAGRAPH_SEPARATOR);
  }

  private static void require(String value, String expected, RetCode otherwise) {
    if (!value.equals(expected)) {
      throw new CardException(otherwise);
    }
  }

  private static String get(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }
}
