package tw.gov.mocs.hub.application;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.setting.RuntimeSettings;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * 審核: the decisions on applications. Nobody decides for an agency whose certificates he confirmed,
 * or on his own application (DUTIES_NOT_SEPARATE). Everything takes the version that the reviewer
 * looked at and throws CHANGED_MEANWHILE if it is another by now.
 */
@Component
public class Reviews {

  /** Characters of the reason of a return. */
  public static final int LONGEST_REASON = 1_000;

  private final ApplicationStore store;
  private final Letters letters;
  private final GrantControl grants;
  private final Agencies agencies;
  private final Catalogue catalogue;
  private final AuditLog log;
  private final ApplicationListener listener;
  private final RuntimeSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Reviews(
      ApplicationStore store,
      Letters letters,
      GrantControl grants,
      Agencies agencies,
      Catalogue catalogue,
      AuditLog log,
      ApplicationListener listener,
      RuntimeSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.store = store;
    this.letters = letters;
    this.grants = grants;
    this.agencies = agencies;
    this.catalogue = catalogue;
    this.log = log;
    this.listener = listener;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What would come of a decision.
   *
   * @param outcome 通過 or 部分通過
   * @param second whether another reviewer must consent
   * @param faults what is wrong with the terms; nothing can be decided before they are mended
   */
  public record Preview(ApplicationStatus outcome, boolean second, List<TermsFault> faults) {}

  /** What would come of these terms, decided now. */
  public Preview preview(Application pending, GrantTerms terms) {
    CatalogueSnapshot offered = catalogue.current();
    List<TermsFault> faults = TermsCheck.faults(pending, terms, offered, today());
    return new Preview(
        Outcomes.of(pending.content(), terms),
        faults.isEmpty()
            && settings.current(ApplicationSettings.class).needSecondReviewer(terms, offered),
        faults);
  }

  /** Whether this reviewer has decided an application of the agency (separation of duties). */
  public boolean hasDecidedFor(long agencyId, Actor actor) {
    return store.hasReviews(agencyId, actor);
  }

  /** How often and why an application was sent back, the first return before the last. */
  public List<SentBack> returns(ApplicationNumber number) {
    return requireNonNull(
        transactions.execute(status -> store.returns(store.idOf(number))), "returns");
  }

  /**
   * 退回補正: sends a PENDING application back to its card, which submits it anew under the same
   * number.
   *
   * @param reason what is to be mended, for the agency to read
   * @throws HubException NOT_FOUND, CHANGED_MEANWHILE, STATE_CONFLICT, DUTIES_NOT_SEPARATE,
   *     VALUE_INVALID for a reason that is missing or too long
   */
  public Application sendBack(
      ApplicationNumber number, int version, String reason, Actor reviewer) {
    String tidy = Texts.tidy(reason);
    GivenReason.require(tidy, LONGEST_REASON);
    return requireNonNull(
        transactions.execute(
            status -> {
              Application before = store.get(store.idOf(number), version);
              Application returned = before.sendBack();
              requireSeparate(before, reviewer);
              SentBack back =
                  new SentBack(
                      store.round(before.id()),
                      tidy,
                      reviewer.name(),
                      now(),
                      today()
                          .plusDays(settings.current(ApplicationSettings.class).correctionDays()),
                      requireNonNull(before.submission(), "submission"));
              Application after = store.updateReturned(returned, back);
              log.act(
                  new Act(
                      AuditAction.APPLICATION_RETURNED,
                      reviewer,
                      number.value(),
                      after.agencyId(),
                      before.status().name(),
                      after.status() + " until " + back.dueOn(),
                      tidy));
              listener.returned(after, back);
              return after;
            }),
        "returned");
  }

  /**
   * 通過 or 部分通過, whichever the terms are; SECOND_REVIEW if they need another reviewer's consent.
   * Without that, the grant is in force when this returns.
   *
   * @throws HubException STATE_CONFLICT unless it is PENDING, LETTER_MISSING, VALUE_INVALID with
   *     all that is wrong with the terms
   */
  public Application approve(
      ApplicationNumber number, int version, GrantTerms terms, String note, Actor reviewer) {
    return approve(number, version, terms, note, reviewer, today());
  }

  /**
   * The same with terms that are sound on another day: the demo has grants whose period is over.
   */
  public Application approve(
      ApplicationNumber number,
      int version,
      GrantTerms terms,
      String note,
      Actor reviewer,
      LocalDate day) {
    return decide(
        number,
        version,
        note,
        reviewer,
        pending -> {
          CatalogueSnapshot offered = catalogue.current();
          requireSound(pending, terms, offered, day);
          boolean second =
              settings.current(ApplicationSettings.class).needSecondReviewer(terms, offered);
          return pending.approve(terms, note, reviewer, now(), second);
        });
  }

  /** The second reviewer consents to the first one's terms: they are in force when this returns. */
  public Application confirm(ApplicationNumber number, int version, String note, Actor reviewer) {
    return decide(
        number,
        version,
        note,
        reviewer,
        waiting -> {
          Application confirmed = waiting.confirm(note, reviewer, now());
          // The catalogue and the day may have moved on since the first review.
          requireSound(waiting, waiting.grantedTerms(), catalogue.current(), today());
          return confirmed;
        });
  }

  /** 不通過, by the first or the second reviewer; the note says why. */
  public Application reject(ApplicationNumber number, int version, String note, Actor reviewer) {
    return decide(
        number, version, note, reviewer, waiting -> waiting.reject(note, reviewer, now()));
  }

  private Application decide(
      ApplicationNumber number,
      int version,
      String note,
      Actor reviewer,
      UnaryOperator<Application> decision) {
    Application decided =
        transactions.execute(
            status -> {
              Application before = store.get(store.idOf(number), version);
              requireSeparate(before, reviewer);
              Application next = decision.apply(before);
              requireLetter(number);
              Application after = store.updateReviewed(next);
              log.act(
                  new Act(
                      action(after.status()),
                      reviewer,
                      number.value(),
                      after.agencyId(),
                      before.status().name(),
                      after.status().name(),
                      note.isBlank() ? null : note));
              if (after.isGranted()) {
                grants.make(after, store.firstReviewId(after), reviewer);
              }
              listener.reviewed(after);
              return after;
            });
    return requireNonNull(decided, "decided");
  }

  /** Whether it cannot be decided before its official letter is recorded. */
  public boolean lacksLetter(ApplicationNumber number) {
    return settings.current(ApplicationSettings.class).letterRequired()
        && letters.find(number).isEmpty();
  }

  private void requireLetter(ApplicationNumber number) {
    if (lacksLetter(number)) {
      throw new HubException(ErrorCode.LETTER_MISSING, "no letter of " + number, number.value());
    }
  }

  /** Whether this person did nothing for the agency that forbids reviewing its application. */
  public boolean mayReview(Application application, Actor reviewer) {
    return earlierAct(application, reviewer) == null;
  }

  /** DUTIES_NOT_SEPARATE for who may not review it, or decided first. */
  public void requireMaySecond(Application waiting, Actor reviewer) {
    requireSeparate(waiting, reviewer);
    waiting.requireAnother(reviewer);
  }

  private void requireSeparate(Application application, Actor reviewer) {
    String earlier = earlierAct(application, reviewer);
    if (earlier != null) {
      throw new HubException(
          ErrorCode.DUTIES_NOT_SEPARATE,
          "%s did something else for agency %s"
              .formatted(reviewer.name(), application.agencyCode()),
          earlier,
          "審核申請案");
    }
  }

  private @Nullable String earlierAct(Application application, Actor reviewer) {
    Submission submission = requireNonNull(application.submission(), "submission");
    if (reviewer.isSamePersonAs(submission.by(), submission.thumbprint())) {
      return "提出申請案";
    }
    return agencies.hasConfirmedCertificates(application.agencyId(), reviewer) ? "確認憑證" : null;
  }

  private void requireSound(
      Application application, GrantTerms terms, CatalogueSnapshot offered, LocalDate day) {
    List<TermsFault> faults = TermsCheck.faults(application, terms, offered, day);
    if (!faults.isEmpty()) {
      String all = faults.stream().map(TermsFault::text).collect(Collectors.joining(", "));
      throw new HubException(ErrorCode.VALUE_INVALID, all, "核准內容", all);
    }
  }

  private LocalDate today() {
    return RocDate.dayOf(clock.instant());
  }

  private Instant now() {
    return clock.instant();
  }

  private static AuditAction action(ApplicationStatus decided) {
    return switch (decided) {
      case SECOND_REVIEW -> AuditAction.APPLICATION_FIRST_REVIEWED;
      case APPROVED -> AuditAction.APPLICATION_APPROVED;
      case PARTLY_APPROVED -> AuditAction.APPLICATION_PARTLY_APPROVED;
      case REJECTED -> AuditAction.APPLICATION_REJECTED;
      case DRAFT, PENDING, RETURNED, WITHDRAWN ->
          throw new IllegalStateException("no review leads to " + decided);
    };
  }
}
