package tw.gov.mocs.hub.web.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.gov.mocs.hub.audit.Disclosure;

/**
 * One agency that was given data of a person.
 *
 * @param code 機關代碼
 * @param times in how many answers
 * @param first the first of them
 * @param last the last of them
 */
record GivenTo(String code, long times, Instant first, Instant last) {

  /** Each agency once, by its code. */
  static List<GivenTo> of(List<Disclosure> all) {
    Map<String, GivenTo> agencies = new LinkedHashMap<>();
    for (Disclosure one : all) {
      Instant at = one.call().line().receivedAt();
      agencies.merge(
          one.call().agencyCode(),
          new GivenTo(one.call().agencyCode(), 1, at, at),
          (known, next) ->
              new GivenTo(known.code(), known.times() + 1, known.first(), next.last()));
    }
    return agencies.values().stream().sorted(Comparator.comparing(GivenTo::code)).toList();
  }
}
