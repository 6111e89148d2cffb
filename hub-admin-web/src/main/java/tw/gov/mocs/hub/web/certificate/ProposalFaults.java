package tw.gov.mocs.hub.web.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.CertificateProposals;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.web.layout.Faults;

/** What is wrong with a proposed certificate, in words that say what to do. */
@Component
public final class ProposalFaults {

  /** Their texts say more than those of the codes, which know nothing of a form. */
  private static final List<ErrorCode> WITH_HELP =
      List.of(
          ErrorCode.CERTIFICATE_UNTRUSTED,
          ErrorCode.CERTIFICATE_NOT_IN_FORCE,
          ErrorCode.CERTIFICATE_USE_WRONG,
          ErrorCode.CERTIFICATE_WEAK,
          ErrorCode.CERTIFICATE_REVOKED,
          ErrorCode.REVOCATION_UNDETERMINED,
          ErrorCode.CERTIFICATE_NOT_REGISTERED,
          ErrorCode.AGENCY_SUSPENDED,
          ErrorCode.ALREADY_EXISTS,
          ErrorCode.NOT_PERMITTED,
          ErrorCode.CHALLENGE_UNUSABLE,
          ErrorCode.POSSESSION_NOT_PROVEN);

  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int MIN_DER = 8;

  private final MessageSource messages;

  ProposalFaults(MessageSource messages) {
    this.messages = messages;
  }

  /** What can be said of an upload before the core looks at it. */
  public Faults ofUpload(byte[] file, Collection<CertificateUse> uses, Locale locale) {
    Faults faults = new Faults();
    if (file.length == 0) {
      faults.add("file", text("proposal.fault.noFile", locale));
    } else if (isKeyFile(file)) {
      faults.add("file", text("proposal.fault.keyFile", locale));
    } else if (file.length > CertificateProposals.MAX_CERTIFICATE_BYTES) {
      faults.add("file", text("proposal.fault.tooLarge", locale));
    } else if (new String(file, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY-----")) {
      faults.add("file", text("proposal.fault.privateKey", locale));
    }
    if (uses.isEmpty()) {
      faults.addNamed("use-LOGIN", text("proposal.fault.noUse", locale));
    }
    return faults;
  }

  /** PKCS#12 or PKCS#8 in DER: it begins with its version, a certificate does not. */
  private static boolean isKeyFile(byte[] file) {
    if (file.length < MIN_DER || file[0] != SEQUENCE) {
      return false;
    }
    int content = file[1] >= 0 ? 2 : 2 + (file[1] & 0x7F);
    return content + 2 < file.length && file[content] == INTEGER && file[content + 1] == 1;
  }

  /** What can be said of an answer before the core uses the challenge up. */
  Faults ofProof(byte[] proof, boolean signs, Locale locale) {
    Faults faults = new Faults();
    if (new String(proof, StandardCharsets.ISO_8859_1).isBlank()) {
      faults.add("proof", text("proposal.fault.noProof." + (signs ? "SIGN" : "DECRYPT"), locale));
    } else if (proof.length > CertificateProposals.MAX_PROOF_BYTES) {
      faults.add("proof", text("proposal.fault.proofTooLarge", locale));
    }
    return faults;
  }

  /** A refusal of the core, at the input that it is about. */
  public Faults of(HubException refusal, String field, Locale locale) {
    return new Faults().add(field, sentence(refusal, locale));
  }

  private String sentence(HubException refusal, Locale locale) {
    ErrorCode code = refusal.code();
    String said;
    if (code == ErrorCode.VALUE_INVALID) {
      // What remains after ofUpload: no certificate, or one of another agency.
      boolean unread = refusal.told().contains("憑證檔");
      said = text(unread ? "proposal.fault.unread" : "proposal.fault.otherAgency", locale);
    } else if (WITH_HELP.contains(code)) {
      said = text("proposal.fault." + code, locale);
    } else {
      said = code.message(locale, refusal.told());
    }
    return "%s (%s)".formatted(said, code.code());
  }

  private String text(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
