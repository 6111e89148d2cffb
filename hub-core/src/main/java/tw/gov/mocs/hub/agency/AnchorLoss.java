package tw.gov.mocs.hub.agency;

import static java.util.Comparator.comparing;

import java.util.List;

/**
 * What can be relied upon no more once an authority is withdrawn.
 *
 * @param certificates of agencies
 * @param accounts that no card logs in to any more
 */
public record AnchorLoss(List<KeptCertificate> certificates, List<Account> accounts) {

  /** Copies the lists. */
  public AnchorLoss {
    certificates = List.copyOf(certificates);
    accounts = List.copyOf(accounts);
  }

  /** The agencies that they are of, by code. */
  public List<Agency> agencies() {
    return certificates.stream()
        .map(KeptCertificate::agency)
        .distinct()
        .sorted(comparing(one -> one.code().value()))
        .toList();
  }
}
