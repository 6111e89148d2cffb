package tw.gov.mocs.hub.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.gov.mocs.hub.shared.BareFailure;

/** What was shown since the last flush: each certificate once, and no more than so many. */
final class Sightings {

  private static final Logger LOG = LoggerFactory.getLogger(Sightings.class);

  /** Different ones between two flushes; whatever comes above that comes again, or is nothing. */
  static final int AT_MOST = 200;

  private final ProvenKeys keys;
  private final Map<String, Sighting> waiting = new LinkedHashMap<>();

  Sightings(ProvenKeys keys) {
    this.keys = keys;
  }

  void add(Sighting seen) {
    String one = seen.key().place() + seen.key().thumbprint();
    if (waiting.size() < AT_MOST || waiting.containsKey(one)) {
      waiting.merge(one, seen, Sighting::and);
    }
  }

  void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    try {
      keys.keep(List.copyOf(waiting.values()));
      waiting.clear();
    } catch (RuntimeException e) {
      LOG.warn("unregistered certificates are not kept yet: {}", BareFailure.of(e).getMessage());
    }
  }
}
