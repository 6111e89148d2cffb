package tw.gov.mocs.hub.exchange;

import java.util.ArrayList;
import java.util.List;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.RowCondition;
import tw.gov.mocs.hub.application.ServiceGrant;
import tw.gov.mocs.hub.catalogue.Field;
import tw.gov.mocs.hub.catalogue.RowSource;
import tw.gov.mocs.hub.catalogue.TableField;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Turns the row conditions (資料列條件) of a grant into what is bound; one that cannot be, closes. */
final class RowConditions {

  private RowConditions() {}

  /** The conditions of the grant, 本機關 being the agency's own code. */
  static List<Condition> of(ServiceGrant grant, RowSource source, AgencyCode agency) {
    return of(grant.conditions(), source, agency);
  }

  /** The same of any conditions that a reviewer has set. */
  static List<Condition> of(List<RowCondition> set, RowSource source, AgencyCode agency) {
    List<Condition> conditions = new ArrayList<>(set.size());
    for (RowCondition condition : set) {
      conditions.add(of(condition, source, agency));
    }
    return conditions;
  }

  private static Condition of(RowCondition condition, RowSource source, AgencyCode agency) {
    TableField of =
        source
            .findColumn(condition.field())
            .orElseThrow(() -> drift(condition, "no table has such a field"));
    Field field = of.field();
    List<Object> values = new ArrayList<>(condition.values().size());
    for (String text : condition.values()) {
      String value = text.equals(RowCondition.OWN_AGENCY) ? agency.value() : text;
      values.add(
          FieldValues.read(field, value)
              .orElseThrow(() -> drift(condition, "a value does not fit the field")));
    }
    return switch (condition.operator()) {
      case EQUAL, IN -> new Condition.AnyOf(of.table(), field, values);
      case BETWEEN -> CriteriaReader.halfOpen(of, values.get(0), values.get(1), true);
    };
  }

  private static HubException drift(RowCondition condition, String why) {
    return new HubException(
        ErrorCode.SOURCE_DRIFT, "row condition on " + condition.field() + ": " + why);
  }
}
