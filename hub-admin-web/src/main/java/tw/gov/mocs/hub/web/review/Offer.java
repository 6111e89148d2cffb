package tw.gov.mocs.hub.web.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.FieldType;

/**
 * What can be granted of one service, or of one table or service for a one-time file.
 *
 * @param code of the service, or the table's name
 * @param name in the language of the page
 * @param services for a one-time file: the services that read the table, or the tables that the
 *     service reads; else empty
 * @param justification why restricted fields are needed; "" if it was not said
 * @param fields what can be granted of it, in catalogue order
 * @param conditional the fields that rows can be narrowed by
 */
public record Offer(
    String code,
    String name,
    String services,
    String justification,
    List<Item> fields,
    List<Item> conditional) {

  /**
   * A field.
   *
   * @param name element name
   * @param label in the language of the page
   * @param type of its values
   * @param length of its values at most, as {@link Field#length()}
   * @param restricted whether it is 限制資料
   * @param asked whether it was asked for; only then it can be returned
   * @param searchable whether it can be searched
   */
  public record Item(
      String name,
      String label,
      FieldType type,
      @Nullable Integer length,
      boolean restricted,
      boolean asked,
      boolean searchable) {}

  /** The field of a row condition; empty if rows cannot be narrowed by it. */
  Optional<Item> findConditional(String field) {
    return conditional.stream().filter(item -> item.name().equals(field)).findFirst();
  }

  /** How many inputs its part of the decision form sends at most. */
  int inputs() {
    return 2 + 3 * DecisionForm.CONDITIONS + 2 * fields.size();
  }

  /** How many of the fields that were asked for are restricted. */
  public long restricted() {
    return fields.stream().filter(Item::asked).filter(Item::restricted).count();
  }
}
