package tw.gov.mocs.hub.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 代碼檔: the values that a CODE field may have, and their names.
 *
 * @param codeType its name, for example {@code RANK}
 * @param label Chinese label
 * @param labelEn English label
 * @param entries in their sort order, those no longer valid among them
 */
public record CodeList(String codeType, String label, String labelEn, List<Entry> entries) {

  /** Copies the entries. */
  public CodeList {
    entries = List.copyOf(entries);
  }

  /** The entry of a code that is valid on the day. */
  public Optional<Entry> find(String code, LocalDate day) {
    return entries.stream()
        .filter(entry -> entry.code().equals(code) && entry.isValidOn(day))
        .findFirst();
  }

  /**
   * 代碼: one value.
   *
   * @param parentCode the code above it in its hierarchy, if it has one
   * @param validFrom first day of its validity
   * @param validTo last day of its validity; null while it has no end
   */
  public record Entry(
      String code,
      String name,
      @Nullable String nameEn,
      @Nullable String parentCode,
      int sortOrder,
      LocalDate validFrom,
      @Nullable LocalDate validTo) {

    /** Whether it may be used on the day. */
    public boolean isValidOn(LocalDate day) {
      return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether both are the same code and valid on a common day. */
    boolean overlaps(Entry other) {
      return code.equals(other.code)
          && (validTo == null || !validTo.isBefore(other.validFrom))
          && (other.validTo == null || !other.validTo.isBefore(validFrom));
    }
  }
}
