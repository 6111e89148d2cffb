package tw.gov.mocs.hub.agency;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The data of an agency as somebody types them; nothing typed is null.
 *
 * @param code 機關代碼
 * @param name Chinese name
 * @param nameEn English name
 * @param oid its object identifier
 * @param contactName whom the ministry asks
 * @param contactPhone under which number
 * @param contactMail and address
 */
public record AgencyEntry(
    String code,
    String name,
    @Nullable String nameEn,
    @Nullable String oid,
    @Nullable String contactName,
    @Nullable String contactPhone,
    @Nullable String contactMail) {

  /** Without spaces around the texts; what is empty is null. */
  public AgencyEntry {
    code = code.strip();
    name = name.strip();
    nameEn = tidy(nameEn);
    oid = tidy(oid);
    contactName = tidy(contactName);
    contactPhone = tidy(contactPhone);
    contactMail = tidy(contactMail);
  }

  private static @Nullable String tidy(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** What stands in a field; null where nothing does. */
  public @Nullable String of(AgencyField field) {
    return switch (field) {
      case CODE -> code;
      case NAME -> name;
      case NAME_EN -> nameEn;
      case OID -> oid;
      case CONTACT_NAME -> contactName;
      case CONTACT_PHONE -> contactPhone;
      case CONTACT_MAIL -> contactMail;
    };
  }

  /** What the log says of it: every field that is filled in, of a person's only that it is. */
  String told() {
    return told(field -> of(field) != null);
  }

  /** The same of what is other than in a second one. */
  String differing(AgencyEntry other) {
    return told(field -> !Objects.equals(of(field), other.of(field)));
  }

  private String told(Predicate<AgencyField> which) {
    return Arrays.stream(AgencyField.values())
        .filter(which)
        .map(field -> field + "=" + (field.isPersonal() ? "*" : String.valueOf(of(field))))
        .collect(Collectors.joining("; "));
  }
}
