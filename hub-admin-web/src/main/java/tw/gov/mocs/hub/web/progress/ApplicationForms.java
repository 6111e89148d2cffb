package tw.gov.mocs.hub.web.progress;

import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationEvidence;
import tw.gov.mocs.hub.application.Attachment;
import tw.gov.mocs.hub.application.SignatureLevel;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.web.answer.AgreedTerms;
import tw.gov.mocs.hub.web.form.ApplicationForm;
import tw.gov.mocs.hub.web.form.PrintedForm;

/** 介接申請書 of any application that was submitted. */
@Component
public final class ApplicationForms {

  private final Agencies agencies;
  private final Catalogue catalogue;
  private final AgreedTerms terms;
  private final ApplicationEvidence evidence;

  ApplicationForms(
      Agencies agencies, Catalogue catalogue, AgreedTerms terms, ApplicationEvidence evidence) {
    this.agencies = agencies;
    this.catalogue = catalogue;
    this.terms = terms;
    this.evidence = evidence;
  }

  /** The form, with the 管理規範 that were agreed to, and that it is not signed if it is not. */
  public PrintedForm of(Application application) {
    return ApplicationForm.of(
        application,
        agencies.get(application.agencyId()),
        catalogue.current(),
        application.content().attachments().stream().map(Attachment::name).toList(),
        terms.of(application).orElse(null),
        application
            .number()
            .flatMap(evidence::find)
            .filter(ApplicationForms::unsigned)
            .isPresent());
  }

  private static boolean unsigned(ApplicationEvidence.Summary signature) {
    return signature.level() == SignatureLevel.HANDSHAKE;
  }
}
