package tw.gov.mocs.hub.audit;

import java.time.Instant;

/**
 * That an unregistered certificate was shown, once or several times shortly after one another.
 *
 * @param key what was shown, and where
 * @param address from which it came last
 * @param seenAt when it came last
 * @param times how often
 */
public record Sighting(ProvenKey key, String address, Instant seenAt, long times) {

  Sighting and(Sighting later) {
    return new Sighting(key, later.address, later.seenAt, times + later.times);
  }
}
