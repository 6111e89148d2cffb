package tw.gov.mocs.hub.web.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.demo.SampleRecords;
import tw.gov.mocs.hub.integration.IntegrationModule;
import tw.gov.mocs.hub.integration.IntegrationModules;
import tw.gov.mocs.hub.sandbox.TestCertificate;
import tw.gov.mocs.hub.sandbox.TestCertificates;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.WebSettings;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** 測試憑證, in the portal of a sandbox: whoever sends a signing request gets one, without a login. */
@Controller
@ConditionalOnProperty("hub.sandbox.folder")
final class TestCertificatePages {

  private static final String ONE = "/sandbox/{thumbprint:[0-9a-f]{64}}";
  private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");
  private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

  private final TestCertificates certificates;
  private final IntegrationModules modules;
  private final CallerAddress addresses;
  private final WebSettings settings;

  TestCertificatePages(
      TestCertificates certificates,
      IntegrationModules modules,
      CallerAddress addresses,
      WebSettings settings) {
    this.certificates = certificates;
    this.modules = modules;
    this.addresses = addresses;
    this.settings = settings;
  }

  @GetMapping("/sandbox")
  String ask(Model model) {
    return form("", new Faults(), model);
  }

  @PostMapping("/sandbox")
  String give(
      @RequestParam(name = "csr", defaultValue = "") String csr,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    try {
      TestCertificate given = certificates.give(csr.strip(), addresses.of(request));
      return "redirect:/sandbox/" + given.registered().thumbprint();
    } catch (HubException refusal) {
      if (refusal.code().fault() != ErrorCode.Fault.CALLER) {
        throw refusal;
      }
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      String why = refusal.code().message(locale, refusal.told());
      return form(csr, new Faults().add("csr", why), model);
    }
  }

  @GetMapping(ONE)
  String given(@PathVariable("thumbprint") String thumbprint, Model model) {
    model.addAttribute("given", find(thumbprint));
    model.addAttribute("endpoint", settings.soapUrl());
    model.addAttribute("sample", SampleRecords.sampleIdNo());
    return "sandbox/given";
  }

  @GetMapping(ONE + "/agency.crt")
  ResponseEntity<byte[]> certificate(@PathVariable("thumbprint") String thumbprint) {
    return pem(find(thumbprint).registered().certificate(), "agency.crt");
  }

  @GetMapping(ONE + "/module.zip")
  void module(
      @PathVariable("thumbprint") String thumbprint,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    TestCertificate found = find(thumbprint);
    Actor asks = new Actor(found.agency().code().value(), thumbprint, addresses.of(request));
    IntegrationModule module = modules.give(found.application(), asks);
    HttpHeaders headers = SaveAs.headers(module.fileName(), ZIP);
    headers.toSingleValueMap().forEach(response::setHeader);
    module.writeTo(response.getOutputStream());
  }

  @GetMapping("/sandbox/ca.crt")
  ResponseEntity<byte[]> authority() {
    return pem(certificates.authority(), "sandbox-ca.crt");
  }

  @GetMapping("/sandbox/signer.crt")
  ResponseEntity<byte[]> signer() {
    return pem(certificates.signer(), "sandbox.pem");
  }

  private String form(String csr, Faults faults, Model model) {
    model.addAttribute("csr", csr);
    model.addAttribute("faults", faults);
    return "sandbox/ask";
  }

  private TestCertificate find(String thumbprint) {
    return certificates
        .find(thumbprint)
        .orElseThrow(
            () -> new HubException(ErrorCode.NOT_FOUND, "no test certificate " + thumbprint, "憑證"));
  }

  private static ResponseEntity<byte[]> pem(X509Certificate certificate, String name) {
    String lines =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(Certificates.der(certificate));
    String text = "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    return SaveAs.answer(text.getBytes(US_ASCII), name, PEM);
  }
}
