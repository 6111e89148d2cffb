package tw.gov.mocs.hub.web.progress;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationLine;
import tw.gov.mocs.hub.application.DeliveryMethod;
import tw.gov.mocs.hub.application.Grant;
import tw.gov.mocs.hub.application.GrantStatus;
import tw.gov.mocs.hub.integration.IntegrationModule;
import tw.gov.mocs.hub.integration.IntegrationModules;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** 介接模組: its column in the list, and the file itself, for the agency's card holders alone. */
@Controller
final class IntegrationModuleFile implements Offer.Source {

  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

  private final ShownApplications shown;
  private final IntegrationModules modules;
  private final CallerAddress addresses;

  IntegrationModuleFile(
      ShownApplications shown, IntegrationModules modules, CallerAddress addresses) {
    this.shown = shown;
    this.modules = modules;
    this.addresses = addresses;
  }

  @Override
  public List<Offer> of(ApplicationLine line) {
    boolean ready =
        ShownApplications.agencyId() != null
            && line.method() == DeliveryMethod.WEB_SERVICE
            && line.grantStatus() == GrantStatus.ACTIVE;
    return ready
        ? List.of(
            new Offer(
                Offer.Column.MODULE,
                "progress.module",
                "/progress/" + line.number() + "/module.zip"))
        : List.of();
  }

  /** Whether the person of this request can have the module of this grant. */
  static boolean isOffered(Grant grant) {
    return ShownApplications.agencyId() != null
        && grant.extract() == null
        && grant.status() == GrantStatus.ACTIVE;
  }

  @GetMapping("/progress/{number}/module.zip")
  void module(
      @PathVariable("number") String number,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Application application = shown.get(number);
    if (ShownApplications.agencyId() == null) {
      throw new HubException(ErrorCode.NOT_PERMITTED, "a module is for its agency");
    }
    IntegrationModule module =
        modules.give(
            application.number().orElseThrow(),
            LoginSession.holder().orElseThrow().actor(addresses.of(request)));
    HttpHeaders headers = SaveAs.headers(module.fileName(), ZIP);
    headers.toSingleValueMap().forEach(response::setHeader);
    module.writeTo(response.getOutputStream());
  }
}
