package tw.gov.mocs.hub.web.answer;

import java.util.Optional;
import java.util.function.IntFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.Consent;
import tw.gov.mocs.hub.content.ContentPage;
import tw.gov.mocs.hub.content.ContentPages;
import tw.gov.mocs.hub.content.PageKey;

/** The version of the 管理規範 that an applicant agreed to, whichever counts today. */
@Component
public final class AgreedTerms {

  private static final String VERSION = "[0-9]{1,6}";

  private final IntFunction<ContentPage> versions;

  @Autowired
  AgreedTerms(ContentPages pages) {
    this(version -> pages.get(PageKey.TERMS_OF_USE, version));
  }

  AgreedTerms(IntFunction<ContentPage> versions) {
    this.versions = versions;
  }

  /** Empty only for an application from before that was asked, or from elsewhere. */
  public Optional<ContentPage> of(Application application) {
    return Optional.ofNullable(application.consent())
        .map(Consent::termsVersion)
        .filter(version -> version.matches(VERSION))
        .map(version -> versions.apply(Integer.parseInt(version)));
  }
}
