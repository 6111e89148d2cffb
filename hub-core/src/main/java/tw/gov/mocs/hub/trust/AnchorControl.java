package tw.gov.mocs.hub.trust;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.audit.GivenReason;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.Anchor.Sources;
import tw.gov.mocs.hub.trust.AnchorProposal.Kind;
import tw.gov.mocs.hub.trust.AnchorProposal.Status;
import tw.gov.mocs.hub.trust.TrustAnchorMapper.NewProposal;
import tw.gov.mocs.hub.trust.TrustAnchorMapper.ProposalRow;

/**
 * 信任憑證: whom the hub trusts is proposed by one person, with a reason, and confirmed by another. Who
 * may do either is the edge's to know.
 */
@Component
public class AnchorControl {

  /** Characters of a reason. */
  public static final int LONGEST_REASON = 500;

  /** Characters of an address. */
  public static final int LONGEST_ADDRESS = 500;

  private final TrustAnchorMapper mapper;
  private final TrustAnchors anchors;
  private final AnchorNeed need;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final Clock clock;

  AnchorControl(
      TrustAnchorMapper mapper,
      TrustAnchors anchors,
      AnchorNeed need,
      AuditLog log,
      TransactionTemplate transactions,
      Clock clock) {
    this.mapper = mapper;
    this.anchors = anchors;
    this.need = need;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What waits for a second person, the oldest first. */
  public List<AnchorProposal> proposals() {
    return mapper.openProposals().stream().map(ProposalRow::toProposal).toList();
  }

  /** One of them, also one that was decided; NOT_FOUND if there is none. */
  public AnchorProposal proposal(long id) {
    ProposalRow row = mapper.findProposal(id);
    if (row == null) {
      throw new HubException(ErrorCode.NOT_FOUND, "no proposal " + id, "憑證提出 " + id);
    }
    return row.toProposal();
  }

  /**
   * Proposes an authority.
   *
   * @param sources where the revocation of what it issues shall be asked: http: or https:, or none
   * @throws HubException as {@link TrustAnchors#requireNew}; VALUE_INVALID for an address or a
   *     blank reason; ALREADY_EXISTS if it is proposed
   */
  public AnchorProposal propose(
      X509Certificate certificate, Sources sources, String reason, Actor actor) {
    anchors.requireNew(certificate);
    requireWeb(sources.crl());
    requireWeb(sources.ocsp());
    return propose(Kind.ADD, certificate, sources, reason, actor);
  }

  /**
   * Proposes that an authority is trusted no more.
   *
   * @throws HubException NOT_FOUND; ANCHOR_IN_SETTINGS; ANCHOR_NEEDED; VALUE_INVALID for a blank
   *     reason; ALREADY_EXISTS if it is proposed
   */
  public AnchorProposal proposeWithdrawal(String thumbprint, String reason, Actor actor) {
    Anchor anchor = anchors.requireAdded(thumbprint);
    need.requireNotNeeded(thumbprint);
    return propose(Kind.WITHDRAW, anchor.certificate(), anchor.sources(), reason, actor);
  }

  /** Whether this very proposal of this person is open: his first click made it. */
  public boolean hasProposed(Kind kind, String thumbprint, String reason, Actor actor) {
    return proposals().stream()
        .filter(one -> one.kind() == kind && one.thumbprint().equals(thumbprint))
        .anyMatch(
            one ->
                one.reason().equals(reason)
                    && actor.isSamePersonAs(one.proposedBy(), one.proposerThumbprint()));
  }

  /**
   * Does what was proposed, on this node at once.
   *
   * @throws HubException SECOND_PERSON_REQUIRED for who proposed it; STATE_CONFLICT once decided;
   *     and as the proposal itself if it can no longer be done
   */
  public void confirm(long id, Actor actor) {
    change(
        () -> {
          AnchorProposal proposal = decide(id, Status.CONFIRMED, null, actor);
          requireMayConfirm(proposal, actor);
          log(AuditAction.TRUST_CHANGE_CONFIRMED, proposal, null, actor);
          if (proposal.kind() == Kind.ADD) {
            anchors.add(proposal.certificate(), proposal.sources(), actor);
          } else {
            need.requireNotNeeded(proposal.thumbprint());
            anchors.remove(proposal.thumbprint(), proposal.reason(), actor);
          }
          return proposal;
        });
  }

  /** SECOND_PERSON_REQUIRED for who proposed it. */
  public void requireMayConfirm(AnchorProposal proposal, Actor actor) {
    if (actor.isSamePersonAs(proposal.proposedBy(), proposal.proposerThumbprint())) {
      throw new HubException(
          ErrorCode.SECOND_PERSON_REQUIRED, actor.name() + " proposed it himself");
    }
  }

  /** Does not do it; VALUE_INVALID without a reason. Who proposed it may take it back so. */
  public void decline(long id, String reason, Actor actor) {
    requireReason(reason);
    change(
        () -> {
          AnchorProposal proposal = decide(id, Status.DECLINED, reason, actor);
          log(AuditAction.TRUST_CHANGE_DECLINED, proposal, reason, actor);
          return proposal;
        });
  }

  private AnchorProposal propose(
      Kind kind, X509Certificate certificate, Sources sources, String reason, Actor actor) {
    requireReason(reason);
    String thumbprint = Certificates.thumbprint(certificate);
    return change(
        () -> {
          try {
            mapper.propose(
                new NewProposal(
                    kind,
                    thumbprint,
                    Certificates.der(certificate),
                    sources.crlText(),
                    sources.ocspText(),
                    reason,
                    clock.instant(),
                    actor.name(),
                    actor.certificateThumbprint()));
          } catch (DuplicateKeyException e) {
            throw new HubException(ErrorCode.ALREADY_EXISTS, thumbprint, e, "憑證");
          }
          AnchorProposal made =
              requireNonNull(mapper.findOpen(thumbprint), "proposal").toProposal();
          log(AuditAction.TRUST_CHANGE_PROPOSED, made, reason, actor);
          return made;
        });
  }

  private AnchorProposal decide(long id, Status status, @Nullable String reason, Actor actor) {
    AnchorProposal proposal = proposal(id);
    if (mapper.decide(id, status, actor.name(), clock.instant(), reason) == 0) {
      throw new HubException(ErrorCode.STATE_CONFLICT, "proposal " + id, proposal.status().name());
    }
    return proposal;
  }

  /** A file: would let whoever keeps the portal read what the hub may read. */
  private static void requireWeb(@Nullable URI address) {
    if (address == null) {
      return;
    }
    String scheme = String.valueOf(address.getScheme());
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (!web || address.getHost() == null) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, "address " + address, "網址", "須以 http:// 或 https:// 開頭");
    }
    if (address.toString().length() > LONGEST_ADDRESS) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, "a long address", "網址", "超過 " + LONGEST_ADDRESS + " 字");
    }
  }

  private static void requireReason(String reason) {
    GivenReason.require(reason, LONGEST_REASON);
  }

  private void log(
      AuditAction action, AnchorProposal proposal, @Nullable String reason, Actor actor) {
    String subject = " " + proposal.certificate().getSubjectX500Principal();
    String addresses =
        (proposal.sources().crl() == null ? "" : " CRL " + proposal.sources().crl())
            + (proposal.sources().ocsp() == null ? "" : " OCSP " + proposal.sources().ocsp());
    log.act(
        new Act(
            action,
            actor,
            "certificate " + proposal.thumbprint(),
            null,
            null,
            proposal.kind() + subject + addresses,
            reason));
  }

  private <T> T change(Supplier<T> work) {
    return requireNonNull(transactions.execute(status -> work.get()), "result");
  }
}
