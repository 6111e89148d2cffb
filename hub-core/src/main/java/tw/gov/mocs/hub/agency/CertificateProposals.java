package tw.gov.mocs.hub.agency;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.ProposalMapper.NewProposal;
import tw.gov.mocs.hub.agency.ProposalMapper.ProposalRow;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.Page;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.TrustDecision;
import tw.gov.mocs.hub.trust.TrustDecision.Untrusted;

/**
 * 憑證提出: an agency proposes a certificate and proves that it has the key; an administrator, another
 * person, confirms or declines it. Nothing counts before it is confirmed. Who is an administrator
 * is the edge's to know.
 */
@Component
public class CertificateProposals {

  /** Size of an uploaded certificate, PEM or DER. */
  public static final int MAX_CERTIFICATE_BYTES = 16 * 1024;

  /** Size of an uploaded signature. */
  public static final int MAX_PROOF_BYTES = 64 * 1024;

  /** Within which a challenge is to be answered. */
  public static final Duration CHALLENGE_TIME = Duration.ofMinutes(15);

  /** Characters of a reason. */
  public static final int LONGEST_REASON = 500;

  private final ProposalMapper mapper;
  private final Agencies agencies;
  private final Challenges challenges;
  private final CertificateVerifier verifier;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final Clock clock;

  CertificateProposals(
      ProposalMapper mapper,
      Agencies agencies,
      Challenges challenges,
      CertificateVerifier verifier,
      AuditLog log,
      TransactionTemplate transactions,
      Clock clock) {
    this.mapper = mapper;
    this.agencies = agencies;
    this.challenges = challenges;
    this.verifier = verifier;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Checks a certificate and asks for the proof that its key is at hand.
   *
   * @param file PEM or DER, the certificate first
   * @param uses what it shall be used for
   * @param actor logged in with a registered card of the agency
   * @throws HubException NOT_PERMITTED for anybody else, AGENCY_SUSPENDED, VALUE_INVALID (the file,
   *     no use, another agency's OID), ALREADY_EXISTS (registered, proposed), or why the
   *     certificate cannot be relied upon for one of the uses: CERTIFICATE_UNTRUSTED,
   *     _NOT_IN_FORCE, _USE_WRONG, _WEAK, _REVOKED, REVOCATION_UNDETERMINED
   */
  public CertificateChallenge challenge(
      long agencyId, byte[] file, Set<CertificateUse> uses, Actor actor) {
    Agency agency = requireOwn(agencyId, actor);
    return challenges.make(agency, checked(agency, file, uses), uses);
  }

  /**
   * Proposes the certificate.
   *
   * @param file the same as in the challenge
   * @param uses the same
   * @param nonce of the challenge
   * @param proof the signature over its text, or the digits that were decrypted
   * @throws HubException as {@link #challenge}; CHALLENGE_UNUSABLE if it is unknown, used, over or
   *     another certificate's; POSSESSION_NOT_PROVEN
   */
  public CertificateProposal propose(
      long agencyId,
      byte[] file,
      Set<CertificateUse> uses,
      String nonce,
      byte[] proof,
      Actor actor) {
    Agency agency = requireOwn(agencyId, actor);
    if (proof.length == 0 || proof.length > MAX_PROOF_BYTES) {
      throw invalid("簽章", "1–" + MAX_PROOF_BYTES + " 位元組");
    }
    X509Certificate certificate = checked(agency, file, uses);
    String statement = challenges.answered(agency, certificate, uses, nonce, proof);
    CertificateChallenge.Kind kind = Challenges.kindOf(certificate);
    return insert(row(agency, certificate, uses, kind, statement, proof, actor), actor);
  }

  private CertificateProposal insert(NewProposal row, Actor actor) {
    return inTransaction(
        () -> {
          try {
            mapper.insert(row);
          } catch (DuplicateKeyException e) {
            throw exists(row.thumbprint(), e);
          }
          CertificateProposal proposal =
              requireNonNull(mapper.findOpen(row.thumbprint()), "proposal").toProposal();
          log(AuditAction.CERTIFICATE_PROPOSED, proposal, actor, null);
          return proposal;
        });
  }

  /**
   * Proposes a certificate for an agency, by an administrator: another one confirms it. Nobody has
   * proven that the agency has its key.
   *
   * @param file PEM or DER, the certificate first
   * @throws HubException DUTIES_NOT_SEPARATE for one who decided an application of the agency,
   *     STATE_CONFLICT for a card of the ministry, and as {@link #challenge}
   */
  public CertificateProposal proposeFor(
      long agencyId, byte[] file, Set<CertificateUse> uses, Actor actor) {
    Agency agency = agencies.get(agencyId);
    agencies.requireSeparate(agency, actor);
    X509Certificate certificate = checked(agency, file, uses);
    agencies.requireNotOfTheMinistry(Certificates.thumbprint(certificate));
    return insert(row(agency, certificate, uses, null, null, null, actor), actor);
  }

  /**
   * Registers the certificate.
   *
   * @throws HubException NOT_FOUND; STATE_CONFLICT once decided; DUTIES_NOT_SEPARATE for who
   *     proposed it and for who decided an application of the agency; and as {@link #challenge} if
   *     it can no longer be relied upon
   */
  public RegisteredCertificate confirm(long id, Actor actor) {
    return inTransaction(
        () -> {
          CertificateProposal proposal = decide(id, ProposalStatus.CONFIRMED, null, actor);
          requireMayConfirm(proposal, actor);
          requireTrusted(new CertificateUpload(proposal.certificate(), List.of()), proposal.uses());
          log(AuditAction.CERTIFICATE_PROPOSAL_CONFIRMED, proposal, actor, null);
          return agencies.registerCertificate(
              agencies.get(proposal.agencyId()).code(),
              proposal.certificate(),
              proposal.uses(),
              actor);
        });
  }

  /**
   * DUTIES_NOT_SEPARATE for who proposed it, and for who did something else for the agency that
   * bars from confirming; STATE_CONFLICT for whoever it is while it is a card of the ministry.
   */
  public void requireMayConfirm(CertificateProposal proposal, Actor actor) {
    if (actor.isSamePersonAs(proposal.proposedBy(), proposal.proposerThumbprint())) {
      throw new HubException(
          ErrorCode.DUTIES_NOT_SEPARATE,
          actor.name() + " proposed " + proposal.thumbprint(),
          "提出憑證",
          "確認憑證");
    }
    agencies.requireSeparate(agencies.get(proposal.agencyId()), actor);
    agencies.requireNotOfTheMinistry(proposal.thumbprint());
  }

  /** Declines it; VALUE_INVALID without a reason, STATE_CONFLICT once decided. */
  public CertificateProposal decline(long id, String reason, Actor actor) {
    GivenReason.require(reason, LONGEST_REASON);
    return inTransaction(
        () -> {
          CertificateProposal proposal = decide(id, ProposalStatus.DECLINED, reason, actor);
          log(AuditAction.CERTIFICATE_PROPOSAL_DECLINED, proposal, actor, reason);
          return proposal;
        });
  }

  /** Takes it back; NOT_FOUND for another agency's, STATE_CONFLICT once decided. */
  public CertificateProposal withdraw(long agencyId, long id, Actor actor) {
    requireOwn(agencyId, actor);
    return inTransaction(
        () -> {
          get(agencyId, id);
          CertificateProposal proposal = decide(id, ProposalStatus.WITHDRAWN, null, actor);
          log(AuditAction.CERTIFICATE_PROPOSAL_WITHDRAWN, proposal, actor, null);
          return proposal;
        });
  }

  /** One of an agency's proposals; NOT_FOUND for another's. */
  public CertificateProposal get(long agencyId, long id) {
    CertificateProposal proposal = get(id);
    if (proposal.agencyId() != agencyId) {
      throw notFound(id);
    }
    return proposal;
  }

  /** Any proposal, for an administrator; NOT_FOUND if there is none. */
  public CertificateProposal get(long id) {
    ProposalRow row = mapper.find(id);
    if (row == null) {
      throw notFound(id);
    }
    return row.toProposal();
  }

  /**
   * Proposals, the newest first.
   *
   * @param agencyId of this agency; of all if null, for an administrator
   * @param status in this state; in any if null
   */
  public Page<CertificateProposal> list(
      @Nullable Long agencyId, @Nullable ProposalStatus status, int page, int size) {
    return new Page<>(
        mapper.list(agencyId, status, (page - 1L) * size, size).stream()
            .map(ProposalRow::toProposal)
            .toList(),
        page,
        size,
        mapper.count(agencyId, status));
  }

  private X509Certificate checked(Agency agency, byte[] file, Set<CertificateUse> uses) {
    if (uses.isEmpty()) {
      throw invalid("憑證用途", "未選擇");
    }
    CertificateUpload upload = CertificateUpload.read(file);
    X509Certificate certificate = upload.certificate();
    String thumbprint = Certificates.thumbprint(certificate);
    List<Long> holders = mapper.holders(thumbprint);
    if (holders.contains(agency.id())) {
      throw exists(thumbprint, null);
    }
    requireTrusted(upload, uses);
    // Last of all, in the same words: nobody learns that another agency's certificate is known.
    if (agencies.otherOid(agency, certificate).isPresent() || !holders.isEmpty()) {
      throw invalid("憑證", "機關 OID 與 " + agency.code() + " 不符");
    }
    return certificate;
  }

  private void requireTrusted(CertificateUpload upload, Set<CertificateUse> uses) {
    for (CertificateUse use : EnumSet.copyOf(uses)) {
      TrustDecision decision = verifier.verify(upload.certificate(), upload.others(), use);
      if (decision instanceof Untrusted refusal) {
        throw new HubException(refusal.code(), use + ": " + refusal.reason());
      }
    }
    if (uses.contains(CertificateUse.ENCRYPTION)
        && !(upload.certificate().getPublicKey() instanceof RSAPublicKey)) {
      throw new HubException(ErrorCode.CERTIFICATE_USE_WRONG, "for encryption its key is RSA");
    }
  }

  private Agency requireOwn(long agencyId, Actor actor) {
    String card = actor.certificateThumbprint();
    boolean own =
        card != null
            && agencies
                .findByThumbprint(card)
                .filter(registered -> registered.agencyId() == agencyId)
                .filter(registered -> registered.uses().contains(CertificateUse.LOGIN))
                .isPresent();
    if (!own) {
      throw new HubException(
          ErrorCode.NOT_PERMITTED, actor.name() + " has no card of agency " + agencyId);
    }
    Agency agency = agencies.get(agencyId);
    if (agency.suspended()) {
      throw new HubException(ErrorCode.AGENCY_SUSPENDED, "agency " + agency.code());
    }
    return agency;
  }

  private CertificateProposal decide(
      long id, ProposalStatus status, @Nullable String reason, Actor actor) {
    get(id);
    if (mapper.decide(id, status, actor.name(), clock.instant(), reason) == 0) {
      ProposalStatus now = get(id).status();
      throw new HubException(ErrorCode.STATE_CONFLICT, "proposal " + id + " is " + now, now.name());
    }
    return get(id);
  }

  private NewProposal row(
      Agency agency,
      X509Certificate certificate,
      Set<CertificateUse> uses,
      CertificateChallenge.@Nullable Kind kind,
      @Nullable String statement,
      byte @Nullable [] proof,
      Actor actor) {
    return new NewProposal(
        agency.id(),
        Certificates.thumbprint(certificate),
        Certificates.der(certificate),
        uses.contains(CertificateUse.LOGIN),
        uses.contains(CertificateUse.CALL),
        uses.contains(CertificateUse.ENCRYPTION),
        kind,
        statement,
        proof,
        clock.instant(),
        actor.name(),
        requireNonNull(actor.certificateThumbprint(), "card"));
  }

  private void log(
      AuditAction action, CertificateProposal proposal, Actor actor, @Nullable String reason) {
    boolean open = proposal.status() == ProposalStatus.PROPOSED;
    log.act(
        new Act(
            action,
            actor,
            "agency " + agencies.get(proposal.agencyId()).code(),
            proposal.agencyId(),
            open ? null : ProposalStatus.PROPOSED.name(),
            proposal.status() + " " + proposal.thumbprint() + " " + new TreeSet<>(proposal.uses()),
            reason));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return requireNonNull(transactions.execute(status -> work.get()), "result");
  }

  private static HubException exists(String thumbprint, @Nullable Throwable cause) {
    return new HubException(ErrorCode.ALREADY_EXISTS, thumbprint, cause, "憑證");
  }

  private static HubException invalid(String what, String why) {
    return new HubException(ErrorCode.VALUE_INVALID, what + " " + why, what, why);
  }

  private static HubException notFound(long id) {
    return new HubException(ErrorCode.NOT_FOUND, "no proposal " + id, "憑證提出 " + id);
  }
}
