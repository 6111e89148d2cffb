package tw.gov.mocs.hub.web.review;

import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.Extract;
import tw.gov.mocs.hub.application.GrantTerms;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.exchange.ExtractPreview;
import tw.gov.mocs.hub.exchange.ExtractPreview.Part;

/** Counts what a one-time file would hold; terms of a web service stay as they are. */
@Component
final class Extracts {

  /**
   * Terms with their number of rows.
   *
   * @param terms as they are decided
   * @param parts what each table gives; none for a web service
   */
  record Counted(GrantTerms terms, List<Part> parts) {}

  private final ExtractPreview preview;

  Extracts(ExtractPreview preview) {
    this.preview = preview;
  }

  Counted count(Application application, GrantTerms terms, Actor actor) {
    Extract extract = terms.extract();
    if (extract == null) {
      return new Counted(terms, List.of());
    }
    List<Part> parts = preview.of(application, extract.tables(), actor);
    Extract estimated = ExtractPreview.estimated(extract.format(), extract.tables(), parts);
    return new Counted(GrantTerms.of(terms.period(), terms.quota(), estimated), parts);
  }
}
