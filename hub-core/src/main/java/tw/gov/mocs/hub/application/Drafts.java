package tw.gov.mocs.hub.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;

/**
 * 草稿, in the caller's transactions. Guarantee: nobody but the card that made it touches a draft.
 */
@Component
class Drafts {

  private static final Pattern FORM_KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  private final ApplicationStore store;
  private final SignatureMapper signings;
  private final LoginCards cards;
  private final Agencies agencies;
  private final Catalogue catalogue;
  private final Clock clock;

  Drafts(
      ApplicationStore store,
      SignatureMapper signings,
      LoginCards cards,
      Agencies agencies,
      Catalogue catalogue,
      Clock clock) {
    this.store = store;
    this.signings = signings;
    this.cards = cards;
    this.agencies = agencies;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  List<Draft> of(Applicant applicant) {
    CatalogueSnapshot offered = catalogue.current();
    return store.drafts(applicant).entrySet().stream()
        .map(
            found -> {
              Application draft = found.getKey();
              ApplicationContent content = draft.content();
              return new Draft(
                  draft.id(),
                  draft.version(),
                  draft.number().orElse(null),
                  content.purpose(),
                  content.method(),
                  draft.progress(offered, today()).step(),
                  found.getValue());
            })
        .toList();
  }

  Application begin(ApplicationContent content, String termsVersion, Applicant applicant) {
    cards.registered(applicant);
    Agency agency = agencies.get(applicant.agencyId());
    if (store.countDrafts(applicant) >= ContentLimits.DRAFTS) {
      throw new HubException(
          ErrorCode.STATE_CONFLICT,
          "the card has " + ContentLimits.DRAFTS + " drafts",
          "草稿已達 " + ContentLimits.DRAFTS + " 份");
    }
    Consent consent =
        new Consent(
            applicant.thumbprint(), applicant.actor().name(), termsVersion, clock.instant());
    return store.insert(Application.draft(agency, content, consent));
  }

  Application copy(ApplicationNumber number, String termsVersion, Applicant applicant) {
    Application original = store.of(number, applicant.agencyId());
    return begin(original.content().renewed(catalogue.current(), today()), termsVersion, applicant);
  }

  /**
   * What a form makes, once: a second click gets what the first has made. One that comes in the
   * same moment makes a DuplicateKeyException, and nothing else.
   */
  Application once(String formKey, Applicant applicant, Supplier<Application> make) {
    Optional<Application> before = store.findByForm(formKey);
    if (!FORM_KEY.matcher(formKey).matches()
        || before.filter(found -> !found.isBegunBy(applicant)).isPresent()) {
      throw new HubException(ErrorCode.VALUE_INVALID, "no form key of theirs", "表單", "formKey");
    }
    return before.orElseGet(
        () -> {
          Application made = make.get();
          store.markForm(made, formKey);
          return made;
        });
  }

  void discard(long id, int version, Applicant applicant) {
    Application draft = store.draft(id, version, applicant);
    draft.requireDiscardable();
    signings.deleteSignings(id);
    store.delete(draft);
  }

  WizardProgress progress(Application application) {
    return application.progress(catalogue.current(), today());
  }

  private LocalDate today() {
    return RocDate.dayOf(clock.instant());
  }
}
