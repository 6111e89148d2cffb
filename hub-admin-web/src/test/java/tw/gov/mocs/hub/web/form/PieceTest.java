package tw.gov.mocs.hub.web.form;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a line may be broken: | between pieces that stay whole, / within one that does not. */
class PieceTest {

  @ParameterizedTest
  @CsvSource({
    "提供：代碼類別、職務列等, 提供：|代碼類別、|職務列等",
    "示範審核人員一（demo-reviewer）, 示範審核人員一|（demo-reviewer）",
    "舊制年資(年)、新制年資(年), 舊制年資(年)、|新制年資(年)",
    "SQ_TA_001 銓審資料, SQ_TA_001 |銓審資料",
    "請於特定目的必要範圍內利用，並妥善保管。, /請於特定目的必要範圍內利用，/|並妥善保管。",
    "呼叫 10000 次, 呼叫 |10000 |次"
  })
  void keepsWordsWhole(String line, String pieces) {
    assertThat(shown(Piece.of(line, 10))).isEqualTo(pieces);
  }

  @ParameterizedTest
  @CsvSource({
    "允許之來源位址, 允許之來源位址",
    "現職人員基本資料, 現職人員|基本資料",
    "介接系統使用之對象, 介接系統使用|之對象",
    "SQ_COM_01 人事共用代碼資料, SQ_COM_01 |人事共用|代碼資料",
    "TA_MODEL_CIVIL_SERVANT, /TA_MODEL_CIVIL_SERVANT/"
  })
  void dividesALongLabelBetweenWords(String label, String pieces) {
    assertThat(shown(Piece.ofLabel(label, 7))).isEqualTo(pieces);
  }

  private static String shown(List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.whole() ? piece.text() : "/" + piece.text() + "/")
        .collect(joining("|"));
  }
}
