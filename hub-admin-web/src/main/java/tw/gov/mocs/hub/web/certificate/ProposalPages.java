package tw.gov.mocs.hub.web.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.agency.CertificateChallenge;
import tw.gov.mocs.hub.agency.CertificateProposal;
import tw.gov.mocs.hub.agency.CertificateProposals;
import tw.gov.mocs.hub.agency.ProposalStatus;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.layout.Faults;
import tw.gov.mocs.hub.web.login.CardHolder;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.sheet.SaveAs;

/** 提出新憑證: the certificate, then the proof that its key is at hand. */
@Controller
final class ProposalPages {

  private static final String NEW = "/certificates/new";
  private static final String STEP_TWO = NEW + "/{nonce:[0-9a-f]{64}}";
  private static final String OVER = "redirect:" + NEW + "?over";

  private final CertificateProposals proposals;
  private final ProposalDrafts drafts;
  private final ProposalFaults texts;
  private final CertificateAttributes attributes;
  private final CallerAddress addresses;

  ProposalPages(
      CertificateProposals proposals,
      ProposalDrafts drafts,
      ProposalFaults texts,
      CertificateAttributes attributes,
      CallerAddress addresses) {
    this.proposals = proposals;
    this.drafts = drafts;
    this.texts = texts;
    this.attributes = attributes;
    this.addresses = addresses;
  }

  @GetMapping(NEW)
  String begin(Model model) {
    return stepOne(Set.of(), new Faults(), model);
  }

  @PostMapping(NEW)
  String upload(
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      @RequestParam(name = "use", required = false) @Nullable List<String> use,
      HttpServletRequest request,
      Locale locale,
      Model model)
      throws IOException {
    Set<CertificateUse> uses = uses(use);
    byte[] bytes = bytes(file);
    Faults faults = texts.ofUpload(bytes, uses, locale);
    if (!faults.isEmpty()) {
      return stepOne(uses, faults, model);
    }
    try {
      return "redirect:" + NEW + "/" + challenge(bytes, uses, request).nonce();
    } catch (HubException refusal) {
      return stepOne(uses, texts.of(refusal, "file", locale), model);
    }
  }

  @GetMapping(STEP_TWO)
  String prove(@PathVariable("nonce") String nonce, HttpServletRequest request, Model model) {
    return drafts
        .find(nonce, request)
        .map(draft -> stepTwo(draft, new Faults(), model))
        .orElse(OVER);
  }

  /** The statement byte for byte, or what is to be decrypted. */
  @GetMapping(STEP_TWO + "/text")
  ResponseEntity<byte[]> text(@PathVariable("nonce") String nonce, HttpServletRequest request) {
    ProposalDraft draft =
        drafts
            .find(nonce, request)
            .orElseThrow(() -> new HubException(ErrorCode.CHALLENGE_UNUSABLE, "no draft " + nonce));
    return SaveAs.answer(
        draft.text().getBytes(StandardCharsets.UTF_8),
        draft.textFile(),
        MediaType.APPLICATION_OCTET_STREAM);
  }

  @PostMapping(STEP_TWO)
  String propose(
      @PathVariable("nonce") String nonce,
      @RequestParam(name = "proof", defaultValue = "") String typed,
      @RequestParam(name = "proofFile", required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      Locale locale,
      Model model)
      throws IOException {
    Optional<ProposalDraft> found = drafts.find(nonce, request);
    if (found.isEmpty()) {
      return OVER;
    }
    ProposalDraft draft = found.get();
    byte[] sent = bytes(file);
    byte[] proof = sent.length > 0 ? sent : typed.strip().getBytes(StandardCharsets.UTF_8);
    Faults faults = texts.ofProof(proof, draft.signs(), locale);
    if (!faults.isEmpty()) {
      return stepTwo(draft, faults, model);
    }
    try {
      return proposed(propose(draft, proof, request));
    } catch (HubException refusal) {
      return refused(refusal, draft, request, locale, model);
    }
  }

  private CertificateProposal propose(
      ProposalDraft draft, byte[] proof, HttpServletRequest request) {
    CardHolder holder = holder();
    return proposals.propose(
        holder.requireAgency(),
        draft.file(),
        Set.copyOf(draft.uses()),
        draft.nonce(),
        proof,
        holder.actor(addresses.of(request)));
  }

  /** A challenge counts once: after an answer that does not fit there is a new one. */
  private String refused(
      HubException refusal,
      ProposalDraft draft,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Optional<CertificateProposal> already = open(draft);
    if (refusal.code() == ErrorCode.ALREADY_EXISTS && already.isPresent()) {
      return proposed(already.get());
    }
    drafts.forget(draft, request);
    Set<CertificateUse> uses = uses(draft.uses().stream().map(CertificateUse::name).toList());
    boolean again =
        refusal.code() == ErrorCode.POSSESSION_NOT_PROVEN
            || refusal.code() == ErrorCode.CHALLENGE_UNUSABLE;
    try {
      return again
          ? stepTwo(
              challenge(draft.file(), uses, request), texts.of(refusal, "proof", locale), model)
          : stepOne(uses, texts.of(refusal, "file", locale), model);
    } catch (HubException other) {
      return stepOne(uses, texts.of(other, "file", locale), model);
    }
  }

  /** What a second click finds. */
  private Optional<CertificateProposal> open(ProposalDraft draft) {
    String thumbprint = Certificates.thumbprint(draft.certificate());
    return proposals
        .list(holder().requireAgency(), ProposalStatus.PROPOSED, 1, 1000)
        .items()
        .stream()
        .filter(one -> one.thumbprint().equals(thumbprint))
        .findFirst();
  }

  private ProposalDraft challenge(
      byte[] file, Set<CertificateUse> uses, HttpServletRequest request) {
    CardHolder holder = holder();
    CertificateChallenge challenge =
        proposals.challenge(
            holder.requireAgency(), file, uses, holder.actor(addresses.of(request)));
    ProposalDraft draft = ProposalDraft.of(challenge, file, List.copyOf(uses));
    drafts.keep(draft, request);
    return draft;
  }

  private String stepOne(Set<CertificateUse> uses, Faults faults, Model model) {
    model.addAttribute("uses", CertificateUse.values());
    model.addAttribute("chosen", uses);
    model.addAttribute("faults", faults);
    model.addAttribute("kilobytes", CertificateProposals.MAX_CERTIFICATE_BYTES / 1024);
    return "certificate/upload";
  }

  private String stepTwo(ProposalDraft draft, Faults faults, Model model) {
    model.addAttribute("draft", draft);
    model.addAttribute("shown", ShownCertificate.of(draft.certificate(), attributes));
    model.addAttribute("faults", faults);
    model.addAttribute("minutes", CertificateProposals.CHALLENGE_TIME.toMinutes());
    model.addAttribute("kilobytes", CertificateProposals.MAX_PROOF_BYTES / 1024);
    return "certificate/prove";
  }

  private static String proposed(CertificateProposal proposal) {
    return "redirect:/certificates/proposals/" + proposal.id() + "?proposed";
  }

  private static Set<CertificateUse> uses(@Nullable List<String> names) {
    Set<CertificateUse> chosen = EnumSet.noneOf(CertificateUse.class);
    Arrays.stream(CertificateUse.values())
        .filter(use -> names != null && names.contains(use.name()))
        .forEach(chosen::add);
    return chosen;
  }

  private static byte[] bytes(@Nullable MultipartFile file) throws IOException {
    if (file == null) {
      return new byte[0];
    }
    // One byte too many is enough for the core to say so; the rest is not read.
    try (InputStream in = file.getInputStream()) {
      return in.readNBytes(CertificateProposals.MAX_PROOF_BYTES + 1);
    }
  }

  private static CardHolder holder() {
    return LoginSession.holder().orElseThrow();
  }
}
