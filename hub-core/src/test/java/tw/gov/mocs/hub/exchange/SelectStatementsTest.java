package tw.gov.mocs.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tw.gov.mocs.hub.exchange.SelectShape.Column;
import tw.gov.mocs.hub.exchange.SelectShape.Comparison;
import tw.gov.mocs.hub.exchange.SelectShape.Operator;

class SelectStatementsTest {

  private static final QuotedIdentifier KEY = QuotedIdentifier.of("RECORD_NO");
  private static final QuotedIdentifier AGENCY = QuotedIdentifier.of("AGENCY_CODE");

  @Test
  void rowsOfOneValueAreOrderedAsAnIndexHoldsThem() {
    assertThat(order(new Comparison(Column.first(AGENCY), Operator.IN, 1)))
        .isEqualTo("\"AGENCY_CODE\", \"RECORD_NO\" fetch first ? rows only");
  }

  @Test
  void rowsOfSeveralValuesAreOrderedByTheKeyAlone() {
    assertThat(order(new Comparison(Column.first(AGENCY), Operator.IN, 2)))
        .isEqualTo("\"RECORD_NO\" fetch first ? rows only");
  }

  private static String order(Comparison comparison) {
    String sql =
        new SelectStatements()
            .sql(
                new SelectShape(
                    KEY, KEY, List.of(Column.first(KEY)), List.of(comparison), KEY, List.of()));
    return sql.substring(sql.indexOf("order by ") + "order by ".length());
  }
}
