package tw.gov.mocs.hub.web.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.gov.mocs.hub.audit.CallLine;
import tw.gov.mocs.hub.audit.Disclosure;

/**
 * One agency that was given data of a person.
 *
 * @param code 機關代碼
 * @param times in how many answers and files
 * @param first the first of them
 * @param last the last of them
 */
record GivenTo(String code, long times, Instant first, Instant last) {

  /** Each agency once, by its code. */
  static List<GivenTo> of(List<Disclosure> all) {
    Map<String, GivenTo> agencies = new LinkedHashMap<>();
    // Several records of one file may name the same person.
    Set<String> files = new HashSet<>();
    for (Disclosure one : all) {
      CallLine line = one.call().line();
      boolean again = CallLine.FILE.equals(line.service()) && !files.add("" + line.requestId());
      agencies.merge(
          one.call().agencyCode(),
          new GivenTo(one.call().agencyCode(), 1, line.receivedAt(), line.receivedAt()),
          (known, next) ->
              new GivenTo(
                  known.code(), known.times() + (again ? 0 : 1), known.first(), next.last()));
    }
    return agencies.values().stream().sorted(Comparator.comparing(GivenTo::code)).toList();
  }
}
