package tw.gov.mocs.hub.web.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.content.ContentPage;

/** 介接申請書: what an agency seals and sends, in the words and the order of the manual. */
public final class ApplicationForm {

  /** Its heading. */
  public static final String TITLE = "銓敘部 人事雲端服務平台資料交換服務申請表";

  private ApplicationForm() {}

  /**
   * The form of an application.
   *
   * @param application one that was submitted
   * @param agency whose it is
   * @param catalogue names the services and fields
   * @param attachments names of the files that were handed in with it
   * @param terms the version of the 管理規範 that was agreed to; null if that is not known
   * @param unsigned whether its card was only shown in a connection, without a signature
   * @throws IllegalArgumentException for a draft
   */
  public static PrintedForm of(
      Application application,
      Agency agency,
      CatalogueSnapshot catalogue,
      List<String> attachments,
      @Nullable ContentPage terms,
      boolean unsigned) {
    return new FormAnswers(application, agency, catalogue, attachments, terms, unsigned).form();
  }
}
