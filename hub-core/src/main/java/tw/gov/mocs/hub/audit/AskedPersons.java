package tw.gov.mocs.hub.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The persons whom a call asked for: the keyed hashes in its criteria, which the exchange writes as
 * JSON strings in the place of identity numbers.
 */
final class AskedPersons {

  // The key id has the form that KeyFile asks for. A caller who writes such a text himself is
  // found by it, and by nothing else.
  private static final Pattern HASH =
      Pattern.compile("\"([A-Za-z0-9._-]{1,20}:[0-9a-f]{64})\"(?!:)");

  private AskedPersons() {}

  /** Each value once, whatever keys a caller wrote beside it. */
  static Collection<PersonHash> of(@Nullable String criteria) {
    Set<PersonHash> asked =
        new TreeSet<>(Comparator.comparing(PersonHash::value, Arrays::compareUnsigned));
    if (criteria != null) {
      HASH.matcher(criteria)
          .results()
          .forEach(found -> asked.add(PersonHash.parse(found.group(1))));
    }
    return asked;
  }
}
