package tw.gov.mocs.hub.application;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.AgencyCode;
import tw.gov.mocs.hub.application.Review.Stage;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.catalogue.ServiceCode;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * 申請案: what an agency asks for, from draft to decision. It never changes; each transition checks
 * whether it may happen, says why not, and returns the application as it is afterwards.
 *
 * @param id key in the database; 0 before it is kept
 * @param version counts its changes from 1; what somebody looked at is changed only if it is still
 *     of that version
 * @param agencyId whose it is
 * @param agencyCode the same agency's code
 * @param status where it stands
 * @param content what the agency filled in
 * @param consent who began it, having agreed to the 管理規範; null only for one from before that was
 *     kept
 * @param submission number, time and certificate; null for a draft
 * @param reviews what was decided, the first reviewer's before the second's
 */
public record Application(
    long id,
    int version,
    long agencyId,
    AgencyCode agencyCode,
    ApplicationStatus status,
    ApplicationContent content,
    @Nullable Consent consent,
    @Nullable Submission submission,
    List<Review> reviews) {

  private static final int LONGEST_NOTE = 1_000;

  /** Copies the reviews. */
  public Application {
    reviews = List.copyOf(reviews);
  }

  /** As it is kept, before its reviews are added. */
  Application(
      long id,
      int version,
      long agencyId,
      AgencyCode agencyCode,
      ApplicationStatus status,
      ApplicationContent content,
      @Nullable Consent consent,
      @Nullable Submission submission) {
    this(id, version, agencyId, agencyCode, status, content, consent, submission, List.of());
  }

  /** With the reviews that are kept of it. */
  Application with(List<Review> kept) {
    return new Application(
        id, version, agencyId, agencyCode, status, content, consent, submission, kept);
  }

  /** A new draft. */
  static Application draft(Agency agency, ApplicationContent content, Consent consent) {
    requireForm(content);
    String terms = consent.termsVersion();
    if (terms.isBlank() || terms.length() > ContentLimits.TERMS_VERSION) {
      throw new HubException(ErrorCode.VALUE_INVALID, "terms of version " + terms, "管理規範", "未同意");
    }
    return new Application(
        0, 1, agency.id(), agency.code(), ApplicationStatus.DRAFT, content, consent, null);
  }

  /** Whether this is a draft, or was returned, and belongs to the card of the applicant. */
  boolean isDraftOf(Applicant applicant) {
    return status.editable() && isBegunBy(applicant);
  }

  /** Whether it was begun with the card of the applicant. */
  boolean isBegunBy(Applicant applicant) {
    return agencyId == applicant.agencyId()
        && consent != null
        && consent.thumbprint().equals(applicant.thumbprint());
  }

  /** 申請案號; a draft has none. */
  public Optional<ApplicationNumber> number() {
    return Optional.ofNullable(submission).map(Submission::number);
  }

  /** What to name it by in the log and in messages. */
  public String name() {
    return number().map(ApplicationNumber::value).orElse("draft " + id);
  }

  /** 審核結果 of one service that was asked for. */
  public ApplicationStatus outcomeOf(ServiceCode service) {
    if (!isGranted()) {
      return status;
    }
    GrantTerms terms = grantedTerms();
    return Outcomes.of(content.find(service).orElseThrow(), terms.services().get(service));
  }

  /** Everything that must be mended before it can be submitted; empty if nothing. */
  public List<ContentFault> faults(CatalogueSnapshot catalogue, LocalDate today) {
    List<ContentFault> faults = new ArrayList<>();
    DeliveryMethod method = content.method();
    String number = number().map(ApplicationNumber::value).orElse("");
    // The number says which method it is, and is kept.
    if (method != null && !number.isEmpty() && !number.startsWith(method.prefix())) {
      faults.add(new ContentFault("method", ContentFault.Reason.FIXED));
    }
    faults.addAll(ContentCheck.ofSubmission(content, catalogue, today));
    return List.copyOf(faults);
  }

  /** Where the wizard stands: it follows from the content alone. */
  public WizardProgress progress(CatalogueSnapshot catalogue, LocalDate today) {
    if (!status.editable()) {
      return new WizardProgress(WizardStep.DONE, Map.of());
    }
    Map<WizardStep, List<ContentFault>> faults =
        faults(catalogue, today).stream().collect(Collectors.groupingBy(ContentFault::step));
    WizardStep first = faults.keySet().stream().min(naturalOrder()).orElse(WizardStep.CONFIRMATION);
    // Whether the system must be told is known with the method only, which is asked later.
    boolean untold =
        content.method() == null
            && content.audiences().isEmpty()
            && content.system().equals(ConnectingSystem.NONE);
    return new WizardProgress(
        untold && first.compareTo(WizardStep.SYSTEM) > 0 ? WizardStep.SYSTEM : first, faults);
  }

  /** With other content; a draft may be incomplete, but nothing in it too long or malformed. */
  Application edit(ApplicationContent other) {
    requireEditable();
    requireForm(other);
    return new Application(
        id, version, agencyId, agencyCode, status, other, consent, submission, reviews);
  }

  /** Throws unless it is a complete draft; names every fault at once. */
  void requireSubmittable(CatalogueSnapshot catalogue, LocalDate today) {
    requireEditable();
    refuse(faults(catalogue, today));
  }

  /** 確定提出申請. From here on its content cannot be changed. */
  Application submit(Submission with, CatalogueSnapshot catalogue) {
    requireSubmittable(catalogue, RocDate.dayOf(with.at()));
    ApplicationContent fixed = content.settled(catalogue);
    return new Application(
        id,
        version,
        agencyId,
        agencyCode,
        ApplicationStatus.PENDING,
        fixed,
        consent,
        with,
        reviews);
  }

  /** 撤回, while it is not decided. */
  Application withdraw() {
    if (!status.withdrawable()) {
      throw conflict();
    }
    return become(ApplicationStatus.WITHDRAWN, reviews);
  }

  /** 退回補正, before the first reviewer decides. */
  Application sendBack() {
    requireStatus(ApplicationStatus.PENDING);
    return become(ApplicationStatus.RETURNED, reviews);
  }

  /** Throws unless it can be thrown away: what has a number can only be withdrawn. */
  void requireDiscardable() {
    requireStatus(ApplicationStatus.DRAFT);
  }

  /** Throws unless a reviewer can still decide. */
  void requireUndecided() {
    if (!status.undecided()) {
      throw conflict();
    }
  }

  /**
   * The first reviewer grants these terms.
   *
   * @param second whether they wait for a second reviewer
   */
  Application approve(GrantTerms terms, String note, Actor reviewer, Instant at, boolean second) {
    requireStatus(ApplicationStatus.PENDING);
    ApplicationStatus outcome = Outcomes.of(content, terms);
    Review review =
        new Review(
            Stage.FIRST,
            outcome,
            reviewer.name(),
            reviewer.certificateThumbprint(),
            at,
            checked(note),
            terms);
    return become(second ? ApplicationStatus.SECOND_REVIEW : outcome, with(review));
  }

  /** The second reviewer consents to what the first granted. */
  Application confirm(String note, Actor reviewer, Instant at) {
    requireStatus(ApplicationStatus.SECOND_REVIEW);
    requireAnother(reviewer);
    ApplicationStatus outcome = reviews.get(0).outcome();
    return become(
        outcome,
        with(
            new Review(
                Stage.SECOND,
                outcome,
                reviewer.name(),
                reviewer.certificateThumbprint(),
                at,
                checked(note),
                null)));
  }

  /** 不通過, by the first or the second reviewer, who must say why. */
  Application reject(String note, Actor reviewer, Instant at) {
    requireUndecided();
    if (note.isBlank()) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, "a rejection without a note", "審核說明", "不通過時必須填寫");
    }
    boolean first = status == ApplicationStatus.PENDING;
    if (!first) {
      requireAnother(reviewer);
    }
    Review review =
        new Review(
            first ? Stage.FIRST : Stage.SECOND,
            ApplicationStatus.REJECTED,
            reviewer.name(),
            reviewer.certificateThumbprint(),
            at,
            checked(note),
            null);
    return become(ApplicationStatus.REJECTED, with(review));
  }

  /** What the first reviewer granted, in force or waiting for consent. */
  GrantTerms grantedTerms() {
    return requireNonNull(reviews.get(0).terms(), "terms of the first review");
  }

  /** Whether something was granted. */
  public boolean isGranted() {
    return status == ApplicationStatus.APPROVED || status == ApplicationStatus.PARTLY_APPROVED;
  }

  /** Whether this is the person who decided first, and so cannot decide a second time. */
  public boolean isFirstReviewer(Actor person) {
    return !reviews.isEmpty()
        && person.isSamePersonAs(reviews.get(0).reviewer(), reviews.get(0).reviewerPrint());
  }

  /** DUTIES_NOT_SEPARATE for who decided first. */
  void requireAnother(Actor reviewer) {
    if (isFirstReviewer(reviewer)) {
      throw new HubException(
          ErrorCode.DUTIES_NOT_SEPARATE,
          reviewer.name() + " is already the first reviewer of " + name(),
          "初審",
          "複審");
    }
  }

  private void requireStatus(ApplicationStatus needed) {
    if (status != needed) {
      throw conflict();
    }
  }

  private void requireEditable() {
    if (!status.editable()) {
      throw conflict();
    }
  }

  private HubException conflict() {
    return new HubException(ErrorCode.STATE_CONFLICT, name() + " is " + status, status.name());
  }

  private static void requireForm(ApplicationContent content) {
    refuse(ContentCheck.ofForm(content));
  }

  private static void refuse(List<ContentFault> faults) {
    if (!faults.isEmpty()) {
      String all = faults.stream().map(ContentFault::toString).collect(Collectors.joining(", "));
      throw new HubException(ErrorCode.VALUE_INVALID, all, "申請內容", all);
    }
  }

  private static String checked(String note) {
    String tidy = Texts.tidy(note);
    if (tidy.length() > LONGEST_NOTE) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, "the note is too long", "審核說明", "超過 " + LONGEST_NOTE + " 字");
    }
    return tidy;
  }

  private List<Review> with(Review review) {
    List<Review> all = new ArrayList<>(reviews);
    all.add(review);
    return all;
  }

  private Application become(ApplicationStatus next, List<Review> decided) {
    return new Application(
        id, version, agencyId, agencyCode, next, content, consent, submission, decided);
  }
}
