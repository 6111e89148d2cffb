package tw.gov.mocs.hub.client;

import static tw.gov.mocs.hub.client.Namespaces.WSU;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.w3c.dom.Element;

/**
 * How old or how far ahead an answer's Timestamp may be.
 *
 * @param age of its Created, at most
 * @param ahead how far Created may lie in the future: clocks differ
 */
record Freshness(Duration age, Duration ahead) {

  static final Freshness DEFAULT = new Freshness(Duration.ofMinutes(5), Duration.ofSeconds(60));

  void require(Element timestamp, Instant now) {
    Instant created = time(timestamp, "Created");
    Instant expires = time(timestamp, "Expires");
    if (created.isAfter(now.plus(ahead))) {
      throw new HubCallException(Failure.TIMESTAMP_AHEAD, created);
    }
    if (created.isBefore(now.minus(age)) || expires.isBefore(now.minus(ahead))) {
      throw new HubCallException(Failure.TIMESTAMP_STALE, created);
    }
  }

  private static Instant time(Element timestamp, String name) {
    List<Element> times = XmlTree.children(timestamp, WSU, name);
    try {
      if (times.size() == 1) {
        return OffsetDateTime.parse(times.get(0).getTextContent().strip()).toInstant();
      }
    } catch (DateTimeException e) {
      throw new HubCallException(Failure.TIMESTAMP_INVALID, e);
    }
    throw new HubCallException(Failure.TIMESTAMP_INVALID);
  }
}
