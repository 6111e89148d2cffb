package tw.gov.mocs.hub.web.submit;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tw.gov.mocs.hub.application.CardSignature;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.web.Addresses;
import tw.gov.mocs.hub.web.login.PresentedCertificate;

/**
 * Level B: the card answers one more handshake instead of signing. It stands on the connector that
 * asks for certificates, and leads back to the portal whatever happens.
 */
@Controller
final class HandshakeDoor {

  static final String PATH = "/handshake/sign";

  private static final Logger LOG = LoggerFactory.getLogger(HandshakeDoor.class);

  private final SignedSubmission submission;
  private final PresentedCertificate presented;
  private final Addresses addresses;

  HandshakeDoor(SignedSubmission submission, PresentedCertificate presented, Addresses addresses) {
    this.submission = submission;
    this.presented = presented;
    this.addresses = addresses;
  }

  @PostMapping(PATH)
  String sign(
      @RequestParam("draft") long draftId,
      @RequestParam("nonce") String nonce,
      HttpServletRequest request) {
    return "redirect:" + addresses.portal(request, next(draftId, nonce, request));
  }

  private String next(long draftId, String nonce, HttpServletRequest request) {
    List<X509Certificate> chain = presented.of(request);
    if (chain.isEmpty()) {
      return SignedSubmission.refused(draftId, Refusal.NO_CERTIFICATE);
    }
    try {
      return submission.next(draftId, nonce, new CardSignature.Handshake(chain), request);
    } catch (HubException e) {
      // No page stands on this connector: the portal says it, or asks for a new login.
      LOG.info("draft {} not submitted: {} {}", draftId, e.code(), e.detail());
      return "/apply/" + draftId + "/6";
    }
  }
}
