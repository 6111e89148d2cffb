package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class TableCellsTest {

  private static final String PAGE =
      """
      <table><thead><tr>
        <th scope="col"><a href="?"><span th:text="${first}"></span><span aria-hidden="true"><i>▲</i></span></a></th>
        <th scope="col" th:text="${second}"></th></tr></thead>
      <tbody><tr th:each="n : ${ {1, 2} }"><th scope="row" th:text="${n}"></th><td>b</td></tr>
      <tr><td colspan="2">none</td></tr></tbody></table>
      """;

  @Test
  void eachCellKnowsTheHeadingOfItsColumn() {
    assertThat(written())
        .contains("<th scope=\"row\" role=\"rowheader\" data-label=\"Day\">1</th>")
        .contains("<th scope=\"row\" role=\"rowheader\" data-label=\"Day\">2</th>")
        .contains("<td role=\"cell\" data-label=\"A &quot;&lt;b&quot;\">b</td>");
  }

  @Test
  void aCellOverAllColumnsHasNoHeading() {
    assertThat(written()).contains("<td colspan=\"2\" role=\"cell\">none</td>");
  }

  @Test
  void theRolesOfATableAreSaid() {
    assertThat(written())
        .contains(
            "<table role=\"table\">", "<thead role=\"rowgroup\">", "<tbody role=\"rowgroup\">")
        .contains("<tr role=\"row\">", "<th scope=\"col\" role=\"columnheader\">A");
  }

  private static String written() {
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(new StringTemplateResolver());
    engine.addDialect(new TableCells());
    Context texts = new Context();
    texts.setVariable("first", "Day");
    texts.setVariable("second", "A \"<b\"");
    return engine.process(PAGE, texts);
  }
}
