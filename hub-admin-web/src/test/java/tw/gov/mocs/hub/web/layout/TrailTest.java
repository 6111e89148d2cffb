package tw.gov.mocs.hub.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 目前位置 has every level. */
class TrailTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/admin/services/of/SQ_TA_001 | ''",
        "/admin/services/of/SQ_TA_001/edit | /admin/services/of/SQ_TA_001",
        "/admin/tables/of/TA_X/fields/idNo | /admin/tables/of/TA_X",
        "/admin/tables/of/TA_X/fields/idNo/remove |"
            + " /admin/tables/of/TA_X /admin/tables/of/TA_X/fields/idNo",
        "/admin/codes/of/GRADE/new | /admin/codes/of/GRADE",
        "/admin/content/news/12 | /admin/content/news",
        "/admin/content/news/12/edit | /admin/content/news /admin/content/news/12",
        "/admin/content/texts/terms/new | /admin/content/texts/terms",
        "/admin/notices/54/resend | /admin/notices/54",
        "/progress/APSQ11500001 | ''"
      })
  void hasTheLevelsAboveAPage(String page, String levels) {
    assertThat(Trail.of(page).stream().map(Trail::path).collect(Collectors.joining(" ")))
        .isEqualTo(levels);
  }

  @ParameterizedTest
  @CsvSource({"/admin/tables/of/A%20B/edit, A B", "/admin/notices/54/resend, 54"})
  void namesTheOneThing(String page, String name) {
    assertThat(Trail.of(page)).extracting(Trail::name).containsExactly(name);
  }
}
