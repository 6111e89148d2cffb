package tw.gov.mocs.hub.web.trust;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Anchor.Sources;
import tw.gov.mocs.hub.trust.AnchorControl;
import tw.gov.mocs.hub.trust.AnchorProposal.Kind;
import tw.gov.mocs.hub.trust.AuthorityUpload;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.TrustAnchors;
import tw.gov.mocs.hub.trust.TrustPaths;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.LoginSession;

/** 新增信任憑證: a file, then what it says with where to ask for revocations, then a proposal. */
@Controller
final class AnchorNewPages {

  private static final String NEW = "/admin/trust/new";
  private static final String PROPOSE = NEW + "/propose";

  private final TrustAnchors anchors;
  private final AnchorControl control;
  private final TrustPaths paths;
  private final CertificateAttributes attributes;
  private final TrustTexts texts;
  private final CallerAddress addresses;
  private final Clock clock;

  AnchorNewPages(
      TrustAnchors anchors,
      AnchorControl control,
      TrustPaths paths,
      CertificateAttributes attributes,
      TrustTexts texts,
      CallerAddress addresses,
      Clock clock) {
    this.anchors = anchors;
    this.control = control;
    this.paths = paths;
    this.attributes = attributes;
    this.texts = texts;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** What was typed beside the certificate, which goes along as base64. */
  record Typed(
      @Nullable String certificate,
      @Nullable String crl,
      @Nullable String ocsp,
      @Nullable String reason) {

    static final Typed NOTHING = new Typed(null, null, null, null);

    X509Certificate read() {
      try {
        return AuthorityUpload.read(Base64.getDecoder().decode(String.valueOf(certificate)));
      } catch (IllegalArgumentException e) {
        return AuthorityUpload.read(new byte[0]);
      }
    }

    String words() {
      return reason == null ? "" : TrustTexts.words(reason);
    }
  }

  @GetMapping(NEW)
  String begin(Model model) {
    return form(new Faults(), model);
  }

  /** The second step came from the first, or there is none. */
  @GetMapping(PROPOSE)
  String again() {
    return "redirect:" + NEW;
  }

  @PostMapping(NEW)
  String upload(
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      HttpServletResponse response,
      Locale locale,
      Model model)
      throws IOException {
    Faults faults = new Faults();
    try {
      byte[] bytes = bytes(file);
      if (bytes.length == 0) {
        faults.add("file", texts.text("proposal.fault.noFile", locale));
      } else {
        X509Certificate certificate = AuthorityUpload.read(bytes);
        anchors.requireNew(certificate);
        return look(certificate, Typed.NOTHING, faults, model);
      }
    } catch (HubException refusal) {
      texts.refusal(refusal, "file", faults, locale);
    }
    response.setStatus(422);
    return form(faults, model);
  }

  @PostMapping(PROPOSE)
  String propose(
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    X509Certificate certificate;
    Faults faults = new Faults();
    try {
      certificate = typed.read();
    } catch (HubException refusal) {
      texts.refusal(refusal, "file", faults, locale);
      response.setStatus(422);
      return form(faults, model);
    }
    URI crl = address("crl", typed.crl(), faults, locale);
    URI ocsp = address("ocsp", typed.ocsp(), faults, locale);
    texts.reason(typed.words(), faults, locale);
    if (faults.isEmpty()) {
      Actor actor = LoginSession.holder().orElseThrow().actor(addresses.of(request));
      try {
        control.propose(certificate, new Sources(crl, ocsp), typed.words(), actor);
        return AnchorActPages.PROPOSED;
      } catch (HubException refusal) {
        if (AnchorActPages.isSecondClick(
            refusal, control, Kind.ADD, certificate, typed.words(), actor)) {
          return AnchorActPages.PROPOSED;
        }
        texts.refusal(refusal, "reason", faults, locale);
      }
    }
    response.setStatus(422);
    return look(certificate, typed, faults, model);
  }

  private @Nullable URI address(
      String field, @Nullable String typed, Faults faults, Locale locale) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    try {
      URI address = new URI(typed.strip());
      boolean web = List.of("http", "https").contains(String.valueOf(address.getScheme()));
      if (web && address.getHost() != null && typed.length() <= AnchorControl.LONGEST_ADDRESS) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    faults.add(field, texts.text("trust.fault.address", locale, AnchorControl.LONGEST_ADDRESS));
    return null;
  }

  private String look(X509Certificate certificate, Typed typed, Faults faults, Model model) {
    ShownAuthority authority = ShownAuthority.of(certificate, attributes, clock.instant());
    model.addAttribute("authority", authority);
    model.addAttribute("leads", paths.leadsToRoot(certificate, List.of()));
    model.addAttribute("base64", Base64.getEncoder().encodeToString(Certificates.der(certificate)));
    model.addAttribute("typed", typed);
    model.addAttribute("faults", faults);
    model.addAttribute("longest", AnchorControl.LONGEST_ADDRESS);
    model.addAttribute("limit", AnchorControl.LONGEST_REASON);
    return "trust/look";
  }

  private static String form(Faults faults, Model model) {
    model.addAttribute("faults", faults);
    model.addAttribute("kilobytes", AuthorityUpload.MAX_BYTES / 1024);
    return "trust/new";
  }

  private static byte[] bytes(@Nullable MultipartFile file) throws IOException {
    if (file == null) {
      return new byte[0];
    }
    try (InputStream in = file.getInputStream()) {
      return in.readNBytes(AuthorityUpload.MAX_BYTES + 1);
    }
  }
}
