package tw.gov.mocs.hub.web.posted;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

/** What a session keeps of answers to forms, and for how long. */
class KeptAnswersTest {

  private static final String PAGE = "/incidents/new/1";

  private final MockHttpSession session = new MockHttpSession();
  private final KeptAnswers answers = new KeptAnswers(session);

  @Test
  void showsAnAnswerAtThePageOfItsFormAlone() {
    String key = keep("第 1 次", null, 0);
    assertThat(answers.find(key, PAGE).orElseThrow().html()).isEqualTo(bytes("第 1 次"));
    assertThat(answers.find(key, "/incidents/new/2")).isEmpty();
    assertThat(new KeptAnswers(new MockHttpSession()).find(key, PAGE)).isEmpty();
  }

  @Test
  void keepsTheNewestAlone() {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < KeptAnswers.MOST + 2; i++) {
      keys.add(keep("第 " + i + " 次", null, i));
    }
    assertThat(Collections.list(session.getAttributeNames())).hasSize(KeptAnswers.MOST);
    assertThat(answers.find(keys.get(1), PAGE)).isEmpty();
    assertThat(answers.find(keys.get(2), PAGE)).isPresent();
  }

  @Test
  void keepsNothingThatIsTooLarge() {
    byte[] noise = new byte[KeptAnswers.LARGEST + 1];
    new Random(1).nextBytes(noise);
    assertThat(answers.keep(KeptAnswer.of(PAGE, 422, noise, null, Instant.EPOCH))).isEmpty();
    assertThat(Collections.list(session.getAttributeNames())).isEmpty();
  }

  @Test
  void forgetsAnAnswerWithThoseThatLedToIt() {
    String other = keep("另一個視窗", null, 0);
    String first = keep("第 1 次", null, 1);
    String second = keep("第 2 次", first, 2);
    answers.forget(second);
    assertThat(answers.find(first, PAGE)).isEmpty();
    assertThat(answers.find(second, PAGE)).isEmpty();
    assertThat(answers.find(other, PAGE)).isPresent();
  }

  private String keep(String html, @Nullable String before, int at) {
    return requireNonNull(
        answers
            .keep(KeptAnswer.of(PAGE, 422, bytes(html), before, Instant.ofEpochSecond(at)))
            .orElse(null));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
