package tw.gov.mocs.hub.app;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import tw.gov.mocs.hub.shared.KeyFiles;

/** What the card of an agency sees. */
final class AgencyTour extends PageTour {

  private static final String NEW_CERTIFICATE = "certificates/new";

  AgencyTour(RunningDemo demo, Browser browser, PortalClient agency, String language, Path folder) {
    super(demo, browser, agency, language, folder);
  }

  @Override
  void go() throws Exception {
    Page own = openAs(agency);
    lookAtTheWizard(own);
    lookAtApplications(own);
    lookAtCertificates(own);
    lookAtCallsAndIncidents(own);
  }

  private void lookAtTheWizard(Page page) throws Exception {
    String services = copy("APSQ");
    String file = copy("APFQ");
    look(page, "apply", "apply");
    look(page, "apply-fault", "apply", press("form[action='/apply'] button"));
    look(page, "apply-draft", services);
    for (int step = 1; step <= 5; step++) {
      look(page, "apply-" + step, services + "/" + step);
    }
    look(
        page,
        "apply-1-faults",
        services + "/1",
        shown -> {
          shown.fill("#contactMail", "x");
          shown.fill("#from", "x");
          shown.locator("main .actions button[value=next]").click();
        });
    look(page, "apply-5-saved", services + "/5", press("main button[value=save]"));
    look(page, "apply-5a", file + "/5");
    look(page, "apply-5a-fault", file + "/5", press("main button[value=upload]"));
    look(page, "apply-6", services + "/6");
    look(page, "apply-6-file", file + "/6");
    look(page, "apply-6-refused", file + "/6?refused=SIGNER_DIFFERS");
    look(page, "apply-7", "apply/done/" + number("APSQ"));
    look(page, "apply-7-again", "apply/done/" + number("APFQ") + "?again=true");
    look(page, "login-ending", services + "/1", show("ending"));
    look(page, "login-over", services + "/1", show("ended"));
    look(page, "error-413", services + "/1", AgencyTour::sendTooMuch);
    for (String draft : List.of(services, file)) {
      look(page, "apply-discard", draft + "/discard");
      page.locator("main button.danger").click();
    }
    look(page, "apply-discarded", "apply?discarded");
  }

  private void lookAtApplications(Page page) throws Exception {
    look(page, "progress", "progress?size=10");
    String granted = agency.get("progress?state=APPROVED&method=ONE_TIME_FILE").body();
    look(page, "file", group(granted, "/(progress/APFQ[0-9]+/file)\""));
    look(page, "progress-none", "progress?number=APSQ09900001");
    look(page, "progress-faults", "progress?from=x&to=y");
    String copy = "progress/" + number("APSQ") + "/copy";
    look(page, "progress-copy", copy);
    look(page, "progress-copy-fault", copy, press("main button.primary"));
    for (String state : List.of("APPROVED", "PARTLY_APPROVED", "REJECTED", "PENDING", "OTHER")) {
      for (String method : List.of("WEB_SERVICE", "ONE_TIME_FILE")) {
        String list = agency.get("progress?state=" + state + "&method=" + method).body();
        look(page, "progress-" + state + "-" + method, group(list, "/(progress/AP[SF]Q[0-9]+)\""));
      }
    }
    String pending =
        group(agency.get("progress?state=PENDING").body(), "/(progress/AP[SF]Q[0-9]+)\"");
    look(page, "progress-withdraw", pending + "/withdraw");
    look(page, "progress-withdraw-fault", pending + "/withdraw", press("main button.danger"));
  }

  private void lookAtCertificates(Page page) throws Exception {
    look(page, "certificates", "certificates");
    look(page, "certificate-new", NEW_CERTIFICATE);
    look(page, "certificate-faults", NEW_CERTIFICATE, press("main form button.primary"));
    NewCard card = NewCard.issue(demo, folder, NewCard.Wish.of(KeyUsage.digitalSignature));
    HttpResponse<String> uploaded =
        agency.upload(NEW_CERTIFICATE, NEW_CERTIFICATE, Map.of("use", "CALL"), "file", card.file());
    String prove = group(location(uploaded), "/(certificates/new/[0-9a-f]{64})");
    look(page, "certificate-prove", prove);
    look(
        page,
        "certificate-prove-fault",
        prove,
        shown -> {
          shown.fill("#proof", "AAAA");
          shown.locator("form[enctype] button.primary").click();
        });
    String again = group(page.content(), "/(certificates/new/[0-9a-f]{64})/text");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(KeyFiles.privateKey(folder.resolve("new.key")));
    signature.update(agency.get(again + "/text").body().getBytes(StandardCharsets.UTF_8));
    String proof = Base64.getEncoder().encodeToString(signature.sign());
    String proposal =
        group(
            location(agency.post(again, again, Map.of("proof", proof))),
            "/(certificates/proposals/[0-9]+)");
    look(page, "certificate-proposed", proposal + "?proposed");
    look(page, "certificates-proposed", "certificates");
    look(page, "certificate-withdraw", proposal + "/withdraw");
    page.locator("main button.danger").click();
    look(page, "certificate-withdrawn", proposal + "?withdrawn");
  }

  private void lookAtCallsAndIncidents(Page page) throws Exception {
    look(page, "calls", "calls");
    look(page, "calls-none", "calls?requestId=nothing");
    look(page, "calls-fault", "calls?from=x");
    for (String outcome : List.of("served", "refused")) {
      String list = agency.get("calls?outcome=" + outcome).body();
      String call = group(list, "/(calls/[0-9A-Za-z]{20,})\"");
      look(page, "call-" + outcome, call);
      look(page, "incident-of-" + outcome, "incidents/new?call=" + call.replace("calls/", ""));
    }
    look(page, "incidents", "incidents");
    look(page, "incidents-none", "incidents?application=APSQ09900001");
    look(page, "incident", "incidents/00000001");
    look(page, "incident-closed", "incidents/00000002");
    look(page, "incident-new", "incidents/new");
    look(page, "incident-faults", "incidents/new", press("main .actions button[value=send]"));
  }

  private static void sendTooMuch(Page page) {
    page.waitForNavigation(
        () ->
            page.evaluate(
                """
                () => {
                  const much = document.createElement('textarea');
                  much.name = 'much';
                  much.value = 'x'.repeat(3000000);
                  document.getElementById('answers').append(much);
                  HTMLFormElement.prototype.submit.call(document.getElementById('answers'));
                }
                """));
  }
}
