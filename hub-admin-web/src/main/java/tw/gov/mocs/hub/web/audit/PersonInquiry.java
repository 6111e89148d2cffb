package tw.gov.mocs.hub.web.audit;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.PersonHash;
import tw.gov.mocs.hub.audit.PersonHasher;
import tw.gov.mocs.hub.shared.IdentityForms;

/**
 * Of whom somebody asks, and why. It is kept in the session, which is in the database: of the
 * numbers it holds the keyed hashes, and as much as tells a reader which number he typed.
 *
 * @param handle names it in addresses; nobody can guess it
 * @param persons the keyed hashes
 * @param masked the numbers, all but the first letter and the last three digits hidden
 * @param doubtful those of the masked that are no identity numbers: a slip, most likely
 * @param reason why
 * @param from received at this moment or later; null for all
 * @param before received before this moment; null for all
 * @param askedAt when it was asked
 */
record PersonInquiry(
    String handle,
    List<String> persons,
    List<String> masked,
    List<String> doubtful,
    String reason,
    @Nullable Instant from,
    @Nullable Instant before,
    Instant askedAt)
    implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN_AT_END = 3;

  /** Copies the lists. */
  PersonInquiry {
    persons = List.copyOf(persons);
    masked = List.copyOf(masked);
    doubtful = List.copyOf(doubtful);
  }

  static List<String> hashed(List<String> numbers, PersonHasher hasher) {
    return numbers.stream()
        .flatMap(number -> hasher.hashesOf(number).stream())
        .map(PersonHash::toString)
        .distinct()
        .toList();
  }

  /** The masks of those whose form or check digit does not fit. */
  static List<String> doubtful(List<String> numbers) {
    return numbers.stream()
        .filter(number -> !IdentityForms.isNumber(number))
        .map(PersonInquiry::masked)
        .toList();
  }

  static String masked(String number) {
    int hidden = number.length() - 1 - SHOWN_AT_END;
    return hidden < 1
        ? "*".repeat(number.length())
        : number.charAt(0) + "*".repeat(hidden) + number.substring(1 + hidden);
  }

  List<PersonHash> hashes() {
    return persons.stream().map(PersonHash::parse).toList();
  }
}
