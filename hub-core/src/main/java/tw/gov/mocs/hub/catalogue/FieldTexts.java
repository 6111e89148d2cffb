package tw.gov.mocs.hub.catalogue;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one service alone calls a field, where the field's own texts do not fit it.
 *
 * @param label Chinese label; empty for the field's own
 * @param labelEn English label; empty for the field's own
 * @param description a remark for readers; empty for the field's own
 */
public record FieldTexts(String label, String labelEn, String description) {

  /** The field's own. */
  public static final FieldTexts OWN = new FieldTexts("", "", "");

  /** From columns that may be empty. */
  static FieldTexts of(
      @Nullable String label, @Nullable String labelEn, @Nullable String description) {
    return new FieldTexts(
        CatalogueStore.orEmpty(label),
        CatalogueStore.orEmpty(labelEn),
        CatalogueStore.orEmpty(description));
  }

  /** In what an offered field differs from the field of its table. */
  static FieldTexts between(Field own, Field offered) {
    return of(
        differing(own.label(), offered.label()),
        differing(own.labelEn(), offered.labelEn()),
        differing(own.description(), offered.description()));
  }

  private static @Nullable String differing(@Nullable String own, @Nullable String offered) {
    return Objects.equals(own, offered) ? null : offered;
  }

  /** Whether the service calls the field as its table does. */
  public boolean isOwn() {
    return equals(OWN);
  }
}
