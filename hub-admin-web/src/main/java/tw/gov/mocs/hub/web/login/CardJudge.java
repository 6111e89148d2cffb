package tw.gov.mocs.hub.web.login;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Account;
import tw.gov.mocs.hub.agency.Accounts;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.Agency;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.TrustDecision;

/** Judges the certificate that a browser presented: trusted for 登入, and somebody's we know. */
@Component
final class CardJudge {

  private final CertificateVerifier verifier;
  private final CertificateAttributes attributes;
  private final Agencies agencies;
  private final Accounts accounts;

  CardJudge(
      CertificateVerifier verifier,
      CertificateAttributes attributes,
      Agencies agencies,
      Accounts accounts) {
    this.verifier = verifier;
    this.attributes = attributes;
    this.agencies = agencies;
    this.accounts = accounts;
  }

  /**
   * The verdict of now.
   *
   * @param presented the chain of the TLS handshake, leaf first; empty if there was none
   */
  Judgement judge(List<X509Certificate> presented) {
    if (presented.isEmpty()) {
      return new Judgement(CardVerdict.NONE, null);
    }
    X509Certificate leaf = presented.get(0);
    Optional<CardHolder> owner = holder(leaf, presented);
    TrustDecision decision =
        verifier.verify(leaf, presented.subList(1, presented.size()), CertificateUse.LOGIN);
    if (decision instanceof TrustDecision.Untrusted untrusted) {
      return new Judgement(CardVerdict.of(untrusted.code()), owner.orElse(null));
    }
    return owner
        .map(this::judge)
        .orElseGet(() -> new Judgement(CardVerdict.of(ErrorCode.CERTIFICATE_NOT_REGISTERED), null));
  }

  private Judgement judge(CardHolder owner) {
    boolean suspended = owner.agencyId() != null && agencies.get(owner.agencyId()).suspended();
    return new Judgement(
        suspended ? CardVerdict.of(ErrorCode.AGENCY_SUSPENDED) : CardVerdict.KNOWN, owner);
  }

  private Optional<CardHolder> holder(X509Certificate leaf, List<X509Certificate> chain) {
    Optional<Account> account = accounts.findByCertificate(leaf);
    if (account.isPresent()) {
      Account known = account.get();
      return Optional.of(
          holder(known.name(), known.displayName(), known.role(), known.agencyId(), chain));
    }
    return agencies
        .findCertificate(leaf)
        .filter(registered -> registered.uses().contains(CertificateUse.LOGIN))
        .map(RegisteredCertificate::agencyId)
        .map(agencies::get)
        .map(agency -> holder(agency, chain));
  }

  private CardHolder holder(Agency agency, List<X509Certificate> chain) {
    return holder(agency.code().value(), agency.name(), Role.AGENCY_USER, agency.id(), chain);
  }

  private CardHolder holder(
      String name,
      String displayName,
      Role role,
      @Nullable Long agencyId,
      List<X509Certificate> chain) {
    X509Certificate leaf = chain.get(0);
    return new CardHolder(
        name,
        displayName,
        role,
        agencyId,
        Certificates.thumbprint(leaf),
        attributes.cardNumber(leaf).orElse(null),
        chain.stream().map(Certificates::der).toList());
  }
}
