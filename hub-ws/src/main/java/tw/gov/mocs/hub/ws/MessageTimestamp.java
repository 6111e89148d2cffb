package tw.gov.mocs.hub.ws;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * The Timestamp of a message (WS-Security 1.1.1 §10), found acceptable now.
 *
 * @param created when the caller made the message
 */
record MessageTimestamp(Instant created) {

  // xs:dateTime with zone; any number of fraction digits up to nine.
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

  /** Reads and checks it: not older than {@code maxAge}, not ahead by more than {@code skew}. */
  static MessageTimestamp of(Element timestamp, Instant now, Duration maxAge, Duration skew) {
    List<Element> parts = Elements.children(timestamp);
    if (parts.isEmpty()
        || parts.size() > 2
        || !Elements.is(parts.get(0), Names.WSU, "Created")
        || (parts.size() == 2 && !Elements.is(parts.get(1), Names.WSU, "Expires"))) {
      throw invalid("a Timestamp holds Created and at most Expires");
    }
    Instant created = parse(Elements.text(parts.get(0)));
    Instant until = created.plus(maxAge);
    if (parts.size() == 2) {
      Instant expires = parse(Elements.text(parts.get(1)));
      if (!expires.isAfter(created)) {
        throw invalid("Expires is not after Created");
      }
      // A far Expires is cut, not refused: some clients send ten minutes.
      until = expires.isBefore(until) ? expires : until;
    }
    if (created.isAfter(now.plus(skew))) {
      throw new HubException(ErrorCode.TIMESTAMP_AHEAD, "Created " + created);
    }
    if (!now.isBefore(until)) {
      throw new HubException(ErrorCode.TIMESTAMP_EXPIRED, "Created " + created);
    }
    return new MessageTimestamp(created);
  }

  /** An instant of xs:dateTime with zone. */
  static Instant parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw invalid("not a date and time with zone");
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw invalid("no such date and time");
    }
  }

  private static HubException invalid(String detail) {
    return new HubException(ErrorCode.TIMESTAMP_INVALID, detail);
  }
}
