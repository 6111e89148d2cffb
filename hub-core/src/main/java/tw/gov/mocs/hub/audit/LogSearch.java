package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.CallSearch.Outcome;
import tw.gov.mocs.hub.shared.ErrorCode;

/**
 * Which calls an auditor looks for; what is null or empty does not narrow the search.
 *
 * @param from received at this moment or later
 * @param before received before this moment
 * @param agency of this agency
 * @param applicationNo 申請案號, whole
 * @param service 服務代碼, whole
 * @param outcome served, refused or failed
 * @param refusal not served for this reason, whose ever it is
 * @param requestId the caller's own request id, whole
 * @param address whence the call came, whole
 * @param persons which asked for one of these, or whose answer holds one, from {@link
 *     PersonHasher#hashesOf}
 * @param oldestFirst the oldest first instead of the newest
 * @param page from 1
 * @param size lines on a page, up to {@link CallSearch#MAX_SIZE}
 */
public record LogSearch(
    @Nullable Instant from,
    @Nullable Instant before,
    @Nullable SoughtAgency agency,
    @Nullable String applicationNo,
    @Nullable String service,
    @Nullable Outcome outcome,
    @Nullable ErrorCode refusal,
    @Nullable String requestId,
    @Nullable String address,
    List<PersonHash> persons,
    boolean oldestFirst,
    int page,
    int size) {

  /** Copies the persons; refuses pages that cannot be. */
  public LogSearch {
    persons = List.copyOf(persons);
    if (page < 1 || size < 1 || size > CallSearch.MAX_SIZE) {
      throw new IllegalArgumentException("page " + page + " of " + size);
    }
  }

  /** All calls, the newest first. */
  public static LogSearch all(int page, int size) {
    return new LogSearch(
        null, null, null, null, null, null, null, null, null, List.of(), false, page, size);
  }

  /** Another page of the same search. */
  LogSearch turnedTo(int number) {
    return new LogSearch(
        from,
        before,
        agency,
        applicationNo,
        service,
        outcome,
        refusal,
        requestId,
        address,
        persons,
        oldestFirst,
        number,
        size);
  }

  /** By which the log finds it; null for every agency. */
  @Nullable Long agencyId() {
    return agency == null ? null : agency.id();
  }

  long offset() {
    return (page - 1L) * size;
  }

  /** What is looked for, as the log says it: a person by its keyed hash alone. */
  String inWords() {
    String words =
        Stream.of(
                word("from", from),
                word("before", before),
                word("agency", agency == null ? null : agency.code()),
                word("application", applicationNo),
                word("service", service),
                word("outcome", outcome),
                word("refusal", refusal == null ? null : refusal.code()),
                word("request", requestId),
                word("address", address),
                word("person", persons.isEmpty() ? null : personsInWords()),
                word("page", page == 1 ? null : page))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "all" : words;
  }

  private String personsInWords() {
    return named(persons).stream().map(PersonHash::toString).collect(Collectors.joining(" "));
  }

  /** Those under the first key: those under the others are of the same numbers. */
  public static List<PersonHash> named(List<PersonHash> persons) {
    return persons.stream().filter(one -> one.keyId().equals(persons.get(0).keyId())).toList();
  }

  static String word(String name, @Nullable Object value) {
    return value == null ? "" : name + " " + value;
  }
}
