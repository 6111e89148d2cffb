package tw.gov.mocs.hub.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tw.gov.mocs.hub.TestCore;
import tw.gov.mocs.hub.audit.LoggedActs;
import tw.gov.mocs.hub.database.OnEveryDatabase;
import tw.gov.mocs.hub.database.TestDatabase;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/** 來文: recorded before a decision, and corrected until then. */
@OnEveryDatabase
class LettersTest {

  private static final Attachment SCAN = new Attachment(7, "來文.pdf", "ab".repeat(32), 1_234);
  private static final Attachment OTHER = new Attachment(8, "來文2.pdf", "cd".repeat(32), 4_321);

  private static final Map<TestDatabase, ConfigurableApplicationContext> CORES =
      new ConcurrentHashMap<>();

  private final ConfigurableApplicationContext core;
  private final Ministry ministry;
  private final Letters letters;
  private final Application pending;
  private final ApplicationNumber number;
  private final LocalDate today = RocDate.dayOf(Instant.now());

  LettersTest(TestDatabase database) {
    core =
        CORES.computeIfAbsent(
            database,
            one -> TestCore.start(one, Map.of("hub.application.letter-required", "true")));
    ministry = new Ministry(core);
    letters = core.getBean(Letters.class);
    pending = ministry.pending();
    number = Ministry.number(pending);
  }

  @Test
  void nothingIsDecidedBeforeTheLetterIsThere() {
    refuses(ErrorCode.LETTER_MISSING, () -> approve(pending.version()));
    refuses(
        ErrorCode.LETTER_MISSING,
        () -> ministry.reviews.reject(number, pending.version(), "不符", Ministry.REVIEWER));
    record(pending.version(), "部人字第 1 號", SCAN);
    assertThat(approve(pending.version() + 1).status())
        .isEqualTo(ApplicationStatus.PARTLY_APPROVED);
  }

  @Test
  void keepsWhatWasRecordedAndTellsWhatItReplaced() {
    assertThat(record(pending.version(), " 部人字第 1 號 ", SCAN)).isEmpty();
    Letter first = letters.find(number).orElseThrow();
    assertThat(first)
        .returns("部人字第 1 號", Letter::letterNo)
        .returns(SCAN, Letter::scan)
        .returns(today, Letter::on)
        .returns("reviewer", Letter::by);
    assertThat(record(pending.version() + 1, "部人字第 2 號", OTHER)).contains(first);
    assertThat(letters.find(number).orElseThrow().scan()).isEqualTo(OTHER);
    assertThat(LoggedActs.of(core, "state_before", number.value()))
        .contains("%s 部人字第 1 號, scan %s".formatted(today, SCAN.sha256()));
  }

  @Test
  void whoDecidesMeanwhileIsTold() {
    record(pending.version(), "部人字第 1 號", SCAN);
    refuses(ErrorCode.CHANGED_MEANWHILE, () -> approve(pending.version()));
  }

  @Test
  void standsOnceItIsDecided() {
    record(pending.version(), "部人字第 1 號", SCAN);
    Application decided = approve(pending.version() + 1);
    refuses(ErrorCode.STATE_CONFLICT, () -> record(decided.version(), "部人字第 2 號", OTHER));
  }

  @Test
  void refusesADayToComeAndANumberThatIsNone() {
    refuses(
        ErrorCode.VALUE_INVALID,
        () ->
            letters.record(
                number, pending.version(), today.plusDays(1), "1", SCAN, Ministry.REVIEWER));
    refuses(ErrorCode.VALUE_INVALID, () -> record(pending.version(), " ", SCAN));
    refuses(ErrorCode.VALUE_INVALID, () -> record(pending.version(), "一".repeat(61), SCAN));
  }

  @Test
  void keepsNoIdentityNumberAsTheNumberOfALetter() {
    refuses(ErrorCode.VALUE_INVALID, () -> record(pending.version(), "A123456789", SCAN));
  }

  private Optional<Letter> record(int version, String letterNo, Attachment scan) {
    return letters.record(number, version, today, letterNo, scan, Ministry.REVIEWER);
  }

  private Application approve(int version) {
    return ministry.reviews.approve(number, version, ministry.terms(), "可", Ministry.REVIEWER);
  }

  private static void refuses(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(HubException.class)
        .isThrownBy(call)
        .returns(code, HubException::code);
  }
}
