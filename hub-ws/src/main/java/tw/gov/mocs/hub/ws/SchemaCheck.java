package tw.gov.mocs.hub.ws;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Whether a request fits the contract. Guarantee: a refusal names an element and a kind of fault,
 * never a value, because values are personal data and texts of the validator repeat them.
 */
final class SchemaCheck {

  private static final int LONGEST_NAME = 64;

  /** How often an element may stand, in the validator's sentence: the one number in quotes. */
  private static final Pattern NUMBER = Pattern.compile("['‘’「](\\d+)['‘’」]");

  private static final Kind TOO_MANY =
      new Kind("此元素過多，最多 %s 個", "too many elements of this name, at most %s are taken");

  // The rule of XML Schema that was broken, in words.
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("cvc-complex-type.2.4.a", new Kind("多餘或順序不符", "unexpected or out of order")),
          Map.entry("cvc-complex-type.2.4.b", new Kind("缺少元素", "incomplete")),
          Map.entry("cvc-complex-type.2.4.d", new Kind("元素過多", "one element too many")),
          Map.entry("cvc-complex-type.2.4.e", TOO_MANY),
          Map.entry("cvc-complex-type.2.4.f", TOO_MANY),
          Map.entry("cvc-complex-type.2.3", new Kind("應為元素而非文字", "text where elements belong")),
          Map.entry("cvc-complex-type.3.2.2", new Kind("未知的屬性", "unknown attribute")),
          Map.entry("cvc-datatype-valid.1.2.1", new Kind("型別不符", "not of its type")),
          Map.entry("cvc-pattern-valid", new Kind("格式不符", "not of its form")),
          Map.entry("cvc-minLength-valid", new Kind("過短", "too short")),
          Map.entry("cvc-maxLength-valid", new Kind("過長", "too long")),
          Map.entry("cvc-minInclusive-valid", new Kind("過小", "too small")),
          Map.entry("cvc-maxInclusive-valid", new Kind("過大", "too great")),
          Map.entry("cvc-enumeration-valid", new Kind("不在允許的值內", "none of the values allowed")),
          Map.entry("cvc-elt.3.1", new Kind("不得使用 xsi:nil", "xsi:nil is not taken")),
          Map.entry("cvc-elt.4.1", new Kind("不得使用 xsi:type", "xsi:type is not taken")),
          Map.entry("cvc-elt.4.2", new Kind("不得使用 xsi:type", "xsi:type is not taken")),
          Map.entry("cvc-elt.4.3", new Kind("不得使用 xsi:type", "xsi:type is not taken")),
          Map.entry("cvc-elt.1.a", new Kind("未知的元素", "unknown element")));

  private SchemaCheck() {}

  /** A kind of fault, as both sentences of a refusal tell it. */
  private record Kind(String chinese, String english) {

    /** The same with the number that the contract sets. */
    Kind at(String limit) {
      return new Kind(chinese.formatted(limit), english.formatted(limit));
    }
  }

  /** Validates what the Body holds. */
  static void require(Envelope envelope, Publication publication) {
    SchemaValidator validator = publication.validator();
    First first = new First(validator);
    try {
      validator.validate(envelope.payload(), envelope.message().counts().bytes, first);
    } catch (SAXException | IOException e) {
      if (first.found == null) {
        throw new HubException(ErrorCode.SCHEMA_INVALID, "validation failed", e, "?", "?");
      }
    }
    if (first.found != null) {
      throw new HubException(
          ErrorCode.SCHEMA_INVALID,
          first.where + ": " + first.found.english,
          first.where + "：" + first.found.chinese,
          first.where + ": " + first.found.english);
    }
  }

  /** Keeps the first fault and ends the validation. */
  private static final class First implements ErrorHandler {
    private final SchemaValidator validator;
    private @Nullable Kind found;
    private String where = "?";

    First(SchemaValidator validator) {
      this.validator = validator;
    }

    @Override
    public void warning(SAXParseException e) {
      // a warning is no fault of the request
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      if (found == null) {
        where = where();
        found = kind(String.valueOf(e.getMessage()));
      }
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      error(e);
    }

    private String where() throws SAXException {
      Node at = validator.current();
      String name = at == null || at.getLocalName() == null ? "?" : at.getLocalName();
      return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static Kind kind(String message) {
      int colon = message.indexOf(':');
      String rule = colon > 0 ? message.substring(0, colon) : "";
      Kind known = KINDS.get(rule);
      if (known == TOO_MANY) {
        Matcher limit = NUMBER.matcher(message);
        return known.at(limit.find() ? limit.group(1) : "?");
      }
      if (known != null) {
        return known;
      }
      return rule.startsWith("cvc-") ? new Kind(rule, rule) : new Kind("不符", "does not fit");
    }
  }
}
