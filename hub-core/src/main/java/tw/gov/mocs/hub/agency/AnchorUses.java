package tw.gov.mocs.hub.agency;

import static java.util.Comparator.comparing;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.AnchorNeed;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.trust.TrustPaths;

/** What stands below an authority: certificates of agencies, and cards of accounts. */
@Component
public class AnchorUses implements AnchorNeed {

  private final KeptCertificates certificates;
  private final AccountMapper accounts;
  private final TrustPaths paths;

  AnchorUses(KeptCertificates certificates, AccountMapper accounts, TrustPaths paths) {
    this.certificates = certificates;
    this.accounts = accounts;
    this.paths = paths;
  }

  /** How many registered certificates lead through each authority, by its thumbprint. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    for (KeptCertificate one : certificates.lasting()) {
      paths
          .authoritiesOf(one.certificate())
          .forEach(authority -> counts.merge(authority, 1, Integer::sum));
    }
    return counts;
  }

  /** The registered certificates that lead through an authority, those that end first first. */
  public List<KeptCertificate> below(String thumbprint) {
    return certificates.lasting().stream()
        .filter(one -> paths.authoritiesOf(one.certificate()).contains(thumbprint))
        .sorted(comparing(KeptCertificate::ends))
        .toList();
  }

  /** All certificates that may be used: what responders can be asked about. */
  public List<X509Certificate> askable() {
    return certificates.lasting().stream().map(KeptCertificate::certificate).toList();
  }

  /**
   * What can be relied upon no more without an authority.
   *
   * @param thumbprint SHA-256 of its DER form, lower-case hexadecimal
   */
  public AnchorLoss without(String thumbprint) {
    return new AnchorLoss(
        certificates.lasting().stream()
            .filter(one -> paths.needs(one.certificate(), thumbprint))
            .toList(),
        accounts.profiles().stream()
            .map(AccountMapper.ProfileRow::toProfile)
            .map(AccountProfile::account)
            .filter(account -> isLost(account, thumbprint))
            .toList());
  }

  @Override
  public void requireNotNeeded(String thumbprint) {
    List<Account> administrators =
        accounts.profiles().stream()
            .map(AccountMapper.ProfileRow::toProfile)
            .filter(one -> !one.disabled() && one.account().role() == Role.ADMINISTRATOR)
            .map(AccountProfile::account)
            .toList();
    boolean some = administrators.stream().anyMatch(one -> isLost(one, thumbprint));
    if (some && administrators.stream().noneMatch(one -> isLeft(one, thumbprint))) {
      throw new HubException(
          ErrorCode.ANCHOR_NEEDED, "no administrator could log in without " + thumbprint);
    }
  }

  /** Whether one of its cards needs the authority and none can do without. */
  private boolean isLost(Account account, String thumbprint) {
    return cards(account).stream().anyMatch(card -> paths.needs(card, thumbprint))
        && !isLeft(account, thumbprint);
  }

  private boolean isLeft(Account account, String thumbprint) {
    return cards(account).stream()
        .anyMatch(card -> paths.leadsToRoot(card, List.of()) && !paths.needs(card, thumbprint));
  }

  private List<X509Certificate> cards(Account account) {
    return accounts.certificatesOf(account.id()).stream().map(Certificates::parse).toList();
  }
}
