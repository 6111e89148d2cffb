package tw.gov.mocs.hub.application;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;

/** Applications as rows; a change is kept only if nobody else changed the application meanwhile. */
@Component
class ApplicationStore {

  private final ApplicationMapper mapper;
  private final TermsRows terms;
  private final Clock clock;

  ApplicationStore(ApplicationMapper mapper, TermsRows terms, Clock clock) {
    this.mapper = mapper;
    this.terms = terms;
    this.clock = clock;
  }

  Application get(long id) {
    return find(id).orElseThrow(() -> notFound("application " + id, Long.toString(id)));
  }

  private Optional<Application> find(long id) {
    return mapper
        .get(id)
        .map(
            found ->
                found.with(mapper.reviews(id).stream().map(review -> review.with(terms)).toList()));
  }

  /** The application, if it is still of the version that somebody looked at. */
  Application get(long id, int version) {
    Application application = get(id);
    if (application.version() != version) {
      throw changedMeanwhile(application);
    }
    return application;
  }

  /** Whether this reviewer took part in deciding an application of the agency. */
  boolean hasReviews(long agencyId, Actor reviewer) {
    return mapper.countReviews(agencyId, reviewer) > 0;
  }

  /** The agency's own; another one's looks as if it were not there. */
  Application of(ApplicationNumber number, long agencyId) {
    Application found = get(idOf(number));
    if (found.agencyId() != agencyId) {
      throw notFound("application " + number + " of agency " + agencyId, number.value());
    }
    return found;
  }

  long idOf(ApplicationNumber number) {
    return mapper
        .findId(number.value())
        .orElseThrow(() -> notFound("application " + number, number.value()));
  }

  /** The draft, if it is the applicant's own; any other looks as if it were not there. */
  Application draft(long id, Applicant applicant) {
    return find(id)
        .filter(found -> found.isDraftOf(applicant))
        .orElseThrow(() -> notFound("draft " + id + " of this card", "草稿"));
  }

  /** The same, if it is still of the version that somebody looked at. */
  Application draft(long id, int version, Applicant applicant) {
    Application draft = draft(id, applicant);
    if (draft.version() != version) {
      throw changedMeanwhile(draft);
    }
    return draft;
  }

  /** What this form has begun; it may be submitted by now. */
  Optional<Application> findByForm(String formKey) {
    return mapper.findByForm(formKey).map(this::get);
  }

  /** Keeps which form made it; a DuplicateKeyException where it has made another. */
  void markForm(Application draft, String formKey) {
    mapper.markForm(draft.id(), formKey);
  }

  /** The drafts of a card, the newest first, each with when it was last saved. */
  Map<Application, Instant> drafts(Applicant applicant) {
    Map<Application, Instant> found = new LinkedHashMap<>();
    for (ApplicationMapper.DraftRow row :
        mapper.drafts(applicant.agencyId(), applicant.thumbprint())) {
      found.put(get(row.id()), row.changedAt());
    }
    return found;
  }

  int countDrafts(Applicant applicant) {
    return mapper.drafts(applicant.agencyId(), applicant.thumbprint()).size();
  }

  /** For good; CHANGED_MEANWHILE if it is no longer a draft of this version. */
  void delete(Application draft) {
    deleteContent(draft.id());
    if (mapper.deleteDraft(draft.id(), draft.version()) == 0) {
      throw changedMeanwhile(draft);
    }
  }

  Page<ApplicationLine> search(ApplicationSearch search) {
    ApplicationMapper.Filter filter = ApplicationMapper.Filter.of(search);
    long total = mapper.count(filter);
    return new Page<>(mapper.search(filter, total), search.page(), search.size(), total);
  }

  Application insert(Application draft) {
    NewKey key = new NewKey();
    mapper.insert(draft, clock.instant(), key);
    insertContent(key.id(), draft.content());
    return get(key.id());
  }

  /** Keeps status, content and submission; the version grows. */
  Application update(Application changed) {
    updateRow(changed);
    deleteContent(changed.id());
    insertContent(changed.id(), changed.content());
    return get(changed.id());
  }

  /** What belongs to it was changed: its version grows. */
  void touch(Application seen) {
    updateRow(seen);
  }

  /** Keeps that it is withdrawn, and why; the version grows. */
  Application updateWithdrawn(Application withdrawn, String reason) {
    updateRow(withdrawn);
    mapper.markWithdrawn(withdrawn.id(), reason);
    return get(withdrawn.id());
  }

  /** 撤回原因, where one was given. */
  Optional<String> withdrawalReason(Application application) {
    return mapper.withdrawalReason(application.id());
  }

  /** Keeps the status and the newest review. */
  Application updateReviewed(Application changed) {
    updateRow(changed);
    List<Review> reviews = changed.reviews();
    Review newest = reviews.get(reviews.size() - 1);
    NewKey key = new NewKey();
    mapper.insertReview(changed.id(), newest, key);
    GrantTerms granted = newest.terms();
    if (granted != null) {
      terms.insert(key.id(), granted);
    }
    return get(changed.id());
  }

  /** Which submission the present or the next one is: 1, and one more after each return. */
  int round(long id) {
    return mapper.countReturns(id) + 1;
  }

  /** 退回補正 of an application, the first before the last. */
  List<SentBack> returns(long id) {
    return mapper.returns(id).stream().map(ApplicationMapper.ReturnRow::sentBack).toList();
  }

  /** Keeps the status, and with why it was sent back how it had been submitted. */
  Application updateReturned(Application changed, SentBack back) {
    updateRow(changed);
    mapper.insertReturn(changed.id(), back);
    return get(changed.id());
  }

  /** The key of the review whose terms a grant takes over. */
  long firstReviewId(Application application) {
    return mapper.reviews(application.id()).get(0).id();
  }

  private void updateRow(Application changed) {
    if (mapper.update(changed, clock.instant()) == 0) {
      throw changedMeanwhile(changed);
    }
  }

  private void deleteContent(long id) {
    mapper.deleteAudiences(id);
    mapper.deleteAddresses(id);
    mapper.deleteAttachments(id);
    mapper.deleteFields(id);
    mapper.deleteServices(id);
  }

  private void insertContent(long id, ApplicationContent content) {
    content.audiences().forEach(audience -> mapper.insertAudience(id, audience));
    List<Cidr> addresses = content.system().addresses();
    for (int place = 0; place < addresses.size(); place++) {
      mapper.insertAddress(id, place, addresses.get(place));
    }
    List<Attachment> files = content.attachments();
    for (int place = 0; place < files.size(); place++) {
      mapper.insertAttachment(id, place, files.get(place));
    }
    for (ServiceRequest asked : content.services()) {
      mapper.insertService(id, asked);
      for (int place = 0; place < asked.fields().size(); place++) {
        mapper.insertField(id, asked, place, asked.fields().get(place));
      }
    }
  }

  private static HubException notFound(String detail, String told) {
    return new HubException(ErrorCode.NOT_FOUND, "no " + detail, told);
  }

  private static HubException changedMeanwhile(Application application) {
    return new HubException(
        ErrorCode.CHANGED_MEANWHILE,
        application.name() + " is no longer of version " + application.version());
  }
}
