package tw.gov.mocs.hub.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another type of a column does to calls for its field. */
class FoundColumnTest {

  @ParameterizedTest
  @CsvSource({
    "VARCHAR,20,0, STRING, NONE",
    "VARCHAR,10,0, STRING, NONE",
    "VARCHAR,99,0, STRING, MAY_FAIL",
    "NUMERIC,5,0, STRING, MAY_FAIL",
    "NUMERIC,9,0, INTEGER, NONE",
    "NUMERIC,9,2, INTEGER, MAY_FAIL",
    "DOUBLE,53,0, INTEGER, MAY_FAIL",
    "VARCHAR,20,0, INTEGER, MAY_FAIL",
    "DATE,10,0, INTEGER, FAILS",
    "TIMESTAMP,26,6, DATE, MAY_FAIL",
    "VARCHAR,20,0, DATE, FAILS",
    "BLOB,0,0, TIMESTAMP, FAILS"
  })
  void tellsWhatATypeDoesToCalls(String type, int size, int scale, FieldType field, Harm harm)
      throws ReflectiveOperationException {
    int sqlType = Types.class.getField(type).getInt(null);
    FoundColumn column = new FoundColumn("SOME", sqlType, type, size, scale, false, null);
    assertThat(column.harm(field(field))).isEqualTo(harm);
  }

  private static Field field(FieldType type) {
    return new Field(
        1,
        "SOME",
        "some",
        "某",
        "Some",
        type,
        type == FieldType.STRING ? 20 : null,
        null,
        null,
        false,
        null,
        DataClass.NONE,
        null,
        null);
  }
}
