package tw.gov.mocs.hub.app.card;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What the person is being asked to sign, by ticket. Guarantee: what is signed is what was shown,
 * and once.
 */
final class Questions {

  private static final int MAX_OPEN = 16;

  private final Map<String, TbsPackage> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TbsPackage> eldest) {
          return size() > MAX_OPEN;
        }
      };

  /** Keeps it and returns its ticket. */
  synchronized String put(TbsPackage tbs) {
    String ticket = UUID.randomUUID().toString();
    open.put(ticket, tbs);
    return ticket;
  }

  /** Gives it out, once. */
  synchronized TbsPackage take(String ticket) {
    TbsPackage tbs = open.remove(ticket);
    if (tbs == null) {
      throw new CardException(RetCode.PARAMETER_INVALID);
    }
    return tbs;
  }
}
