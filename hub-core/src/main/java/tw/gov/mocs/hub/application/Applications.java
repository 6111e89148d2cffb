package tw.gov.mocs.hub.application;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;

/**
 * The applications (申請案), as agencies make and look at them; {@link Reviews} decides them. What
 * changes one takes the version that the caller looked at and throws CHANGED_MEANWHILE if it is
 * another by now. What belongs to another card or another agency is NOT_FOUND, exactly as what does
 * not exist.
 */
@Component
public class Applications {

  private final ApplicationStore store;
  private final Drafts drafts;
  private final Submissions submissions;
  private final AuditLog log;
  private final ApplicationListener listener;
  private final TransactionTemplate transactions;

  Applications(
      ApplicationStore store,
      Drafts drafts,
      Submissions submissions,
      AuditLog log,
      ApplicationListener listener,
      TransactionTemplate transactions) {
    this.store = store;
    this.drafts = drafts;
    this.submissions = submissions;
    this.log = log;
    this.listener = listener;
    this.transactions = transactions;
  }

  /** For the ministry: the application with this key, draft or not; NOT_FOUND if there is none. */
  public Application get(long id) {
    return inTransaction(() -> store.get(id));
  }

  /** For the ministry: the application with this number; NOT_FOUND if there is none. */
  public Application get(ApplicationNumber number) {
    return inTransaction(() -> store.get(store.idOf(number)));
  }

  /** For an agency: its own application with this number; NOT_FOUND for any other. */
  public Application get(ApplicationNumber number, long agencyId) {
    return inTransaction(() -> store.of(number, agencyId));
  }

  /** 進度查詢 for the ministry; drafts are never shown. */
  public Page<ApplicationLine> search(ApplicationSearch search) {
    return inTransaction(() -> store.search(search));
  }

  /** 進度查詢 for an agency: its own applications, whatever agency the search names. */
  public Page<ApplicationLine> search(ApplicationSearch search, long agencyId) {
    return search(search.of(agencyId));
  }

  /** The drafts of the applicant's card, the newest first; at most {@link ContentLimits#DRAFTS}. */
  public List<Draft> drafts(Applicant applicant) {
    return inTransaction(() -> drafts.of(applicant));
  }

  /** A draft of the applicant's card; NOT_FOUND for any other, and once it is submitted. */
  public Application draft(long id, Applicant applicant) {
    return inTransaction(() -> store.draft(id, applicant));
  }

  /**
   * 開始申請: begins a draft, which belongs to the applicant's card from here on.
   *
   * @param content {@link ApplicationContent#NONE}, or what is known already
   * @param termsVersion the version of the 管理規範 to which the applicant agreed just now
   * @throws HubException CERTIFICATE_NOT_REGISTERED, NOT_PERMITTED for another agency's card,
   *     CERTIFICATE_USE_WRONG, AGENCY_SUSPENDED, STATE_CONFLICT with too many drafts, VALUE_INVALID
   *     if something in it is too long or malformed, or no terms were agreed to
   */
  public Application begin(ApplicationContent content, String termsVersion, Applicant applicant) {
    return inTransaction(() -> drafts.begin(content, termsVersion, applicant));
  }

  /** A key for a new form; what is sent with it makes one draft, however often it is sent. */
  public static String newFormKey() {
    return UUID.randomUUID().toString();
  }

  /**
   * The same by a form of a page.
   *
   * @param formKey from {@link #newFormKey}, written into the form when it was shown
   * @return the draft, or what has become of the one that this form has begun before
   */
  public Application beginOnce(String formKey, String termsVersion, Applicant applicant) {
    return once(
        formKey, applicant, () -> drafts.begin(ApplicationContent.NONE, termsVersion, applicant));
  }

  /**
   * 儲存草稿, 下一步: keeps other content of a draft, which may be incomplete.
   *
   * @throws HubException NOT_FOUND, CHANGED_MEANWHILE, VALUE_INVALID if something is too long or
   *     malformed
   */
  public Application save(long id, int version, ApplicationContent content, Applicant applicant) {
    return inTransaction(() -> store.update(store.draft(id, version, applicant).edit(content)));
  }

  /** Throws a draft away. */
  public void discard(long id, int version, Applicant applicant) {
    transactions.executeWithoutResult(status -> drafts.discard(id, version, applicant));
  }

  /**
   * 重新申請: a new draft with the content of an application of the same agency, without a period that
   * has passed and without services that are not on offer any more.
   *
   * @param formKey as for {@link #beginOnce}
   * @param termsVersion as for {@link #begin}: the applicant agrees anew
   * @throws HubException NOT_FOUND, and as {@link #begin}
   */
  public Application copyAsDraft(
      String formKey, ApplicationNumber number, String termsVersion, Applicant applicant) {
    return once(formKey, applicant, () -> drafts.copy(number, termsVersion, applicant));
  }

  private Application once(String formKey, Applicant applicant, Supplier<Application> make) {
    Supplier<Application> work = () -> drafts.once(formKey, applicant, make);
    try {
      return inTransaction(work);
    } catch (DuplicateKeyException e) {
      // Its twin was faster: what that one made is found now, and what this one made is undone.
      return inTransaction(work);
    }
  }

  /** Where the wizard stands with an application, and what must still be mended in which step. */
  public WizardProgress progress(Application application) {
    return drafts.progress(application);
  }

  /**
   * Step 6, first half: what the applicant's card shall sign. Good for ten minutes, for this
   * version of the draft, once; each call gives a new one, and those given before stay good.
   *
   * @throws HubException NOT_FOUND, CHANGED_MEANWHILE, VALUE_INVALID with all faults of the draft,
   *     CERTIFICATE_REVOKED and the other codes of 3 if the card cannot be relied upon any more
   */
  public SigningRequest prepare(long id, int version, Applicant applicant) {
    return inTransaction(() -> submissions.prepare(id, version, applicant));
  }

  /**
   * Step 6, second half, 確定提出申請: verifies the signature and gives the draft its number. Number,
   * content, signature, receipt and log entry are committed together.
   *
   * @param nonce of the {@link SigningRequest}
   * @param signature what the card gave for it
   * @return the application with its number, PENDING
   * @throws HubException ALREADY_SUBMITTED with the number if it was (a double click, two tabs);
   *     SIGNING_EXPIRED if the request is unknown, another card's or too old; CHANGED_MEANWHILE if
   *     the draft, the catalogue or the agency changed after it; SIGNER_DIFFERS,
   *     SIGNATURE_STRUCTURE, ALGORITHM_FORBIDDEN, SIGNED_CONTENT_WRONG, SIGNATURE_INVALID,
   *     HANDSHAKE_NOT_ALLOWED; and as {@link #prepare}
   */
  public Application submit(String nonce, CardSignature signature, Applicant applicant) {
    try {
      return inTransaction(
          () -> {
            Application submitted = submissions.submit(nonce, signature, applicant);
            listener.submitted(submitted);
            return submitted;
          });
    } catch (HubException e) {
      if (e.code() == ErrorCode.CHANGED_MEANWHILE) {
        // Perhaps by its own twin, which was faster: then it is told that one's number.
        transactions.executeWithoutResult(
            status -> submissions.requireUnsubmitted(nonce, applicant));
      }
      throw e;
    }
  }

  /**
   * 撤回, by any card of its agency.
   *
   * @param reason kept with the application, and out of the log: it may name persons; "" for none
   * @throws HubException NOT_FOUND, CHANGED_MEANWHILE, STATE_CONFLICT once it is decided,
   *     VALUE_INVALID for a reason that is too long
   */
  public Application withdraw(
      ApplicationNumber number, int version, String reason, Applicant applicant) {
    if (reason.length() > ContentLimits.WITHDRAWAL_REASON) {
      throw new HubException(
          ErrorCode.VALUE_INVALID,
          "a reason of " + reason.length(),
          "撤回原因",
          "超過 " + ContentLimits.WITHDRAWAL_REASON + " 字");
    }
    return inTransaction(
        () -> {
          Application before = store.get(store.of(number, applicant.agencyId()).id(), version);
          Application withdrawn = store.updateWithdrawn(before.withdraw(), reason);
          log.act(
              new Act(
                  AuditAction.APPLICATION_WITHDRAWN,
                  applicant.actor(),
                  withdrawn.name(),
                  withdrawn.agencyId(),
                  before.status().name(),
                  withdrawn.status().name(),
                  null));
          return withdrawn;
        });
  }

  /** 撤回原因 of an application; empty where none was given, and of one that is not withdrawn. */
  public Optional<String> withdrawalReason(Application application) {
    return inTransaction(() -> store.withdrawalReason(application));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return requireNonNull(transactions.execute(status -> work.get()), "result");
  }
}
