package tw.gov.mocs.hub.application;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * 來文: the official letters that belong to applications. One is recorded before the decision and can
 * be corrected until then; the log keeps what stood there before.
 */
@Component
public class Letters {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private final ApplicationStore store;
  private final LetterMapper mapper;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Letters(
      ApplicationStore store,
      LetterMapper mapper,
      AuditLog log,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.mapper = mapper;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The letter of an application; NOT_FOUND if there is no such application. */
  public Optional<Letter> find(ApplicationNumber number) {
    return requireNonNull(
        transactions.execute(
            status -> mapper.find(store.idOf(number)).map(LetterMapper.LetterRow::letter)),
        "found");
  }

  /**
   * Records it, or corrects what was recorded. The application's version grows: whoever is deciding
   * it meanwhile is told.
   *
   * @param version of the application that was looked at
   * @param scan kept by the caller
   * @return what stood there before; its scan is no longer needed
   * @throws HubException NOT_FOUND, CHANGED_MEANWHILE, STATE_CONFLICT unless it waits for a
   *     reviewer, VALUE_INVALID for a day to come, or for a number that is missing or too long
   */
  public Optional<Letter> record(
      ApplicationNumber number,
      int version,
      LocalDate on,
      String letterNo,
      Attachment scan,
      Actor actor) {
    Letter letter = new Letter(on, Texts.tidy(letterNo), scan, actor.name(), clock.instant());
    requireSound(letter);
    return requireNonNull(
        transactions.execute(
            status -> {
              Application application = store.get(store.idOf(number), version);
              application.requireUndecided();
              Letter before =
                  mapper.find(application.id()).map(LetterMapper.LetterRow::letter).orElse(null);
              store.touch(application);
              keep(application, before, letter, actor);
              return Optional.ofNullable(before);
            }),
        "before");
  }

  private void keep(Application application, @Nullable Letter before, Letter letter, Actor actor) {
    if (before == null) {
      mapper.insert(application.id(), letter);
    } else {
      mapper.update(application.id(), letter);
    }
    log.act(
        new Act(
            before == null ? AuditAction.LETTER_RECORDED : AuditAction.LETTER_CORRECTED,
            actor,
            application.name(),
            application.agencyId(),
            before == null ? null : before.logged(),
            letter.logged(),
            null));
  }

  private void requireSound(Letter letter) {
    if (letter.on().isAfter(RocDate.dayOf(clock.instant()))) {
      throw new HubException(ErrorCode.VALUE_INVALID, "a letter of " + letter.on(), "來文日期", "晚於今日");
    }
    String number = letter.letterNo();
    if (number.isEmpty()
        || number.length() > Letter.LONGEST_NUMBER
        || CONTROL.matcher(number).find()) {
      throw new HubException(
          ErrorCode.VALUE_INVALID,
          "a letter number of " + number.length(),
          "文號",
          "1–" + Letter.LONGEST_NUMBER + " 字");
    }
    GivenReason.requireNoNumber("文號", number);
  }
}
