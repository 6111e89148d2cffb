package tw.gov.mocs.hub.agency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.agency.SeenCertificateMapper.Shown;
import tw.gov.mocs.hub.audit.ProvenKey;
import tw.gov.mocs.hub.audit.ProvenKeys;
import tw.gov.mocs.hub.audit.Sighting;
import tw.gov.mocs.hub.trust.Certificates;

/**
 * Writes down unregistered certificates: one row for each, and never more than the setting says.
 * What is registered, once was, or logs in to an account is not among them.
 */
@Component
class SeenCertificateBook implements ProvenKeys {

  private final SeenCertificateMapper mapper;
  private final SeenCertificateSettings settings;
  private final TransactionTemplate transactions;

  SeenCertificateBook(
      SeenCertificateMapper mapper,
      SeenCertificateSettings settings,
      TransactionTemplate transactions) {
    this.mapper = mapper;
    this.settings = settings;
    this.transactions = transactions;
  }

  @Override
  public void keep(List<Sighting> sightings) {
    transactions.executeWithoutResult(status -> sightings.forEach(this::keep));
  }

  private void keep(Sighting seen) {
    String thumbprint = seen.key().thumbprint();
    byte[] der = Certificates.der(seen.key().certificate());
    // What could not be uploaded is not taken from here either.
    if (der.length > CertificateProposals.MAX_CERTIFICATE_BYTES
        || mapper.countKnown(thumbprint) > 0) {
      return;
    }
    Shown shown = shown(seen);
    if (mapper.seeAgain(shown) == 0) {
      makeRoom();
      mapper.insert(shown, der);
    }
  }

  private static Shown shown(Sighting seen) {
    boolean login = seen.key().place() == ProvenKey.Place.LOGIN;
    return new Shown(
        seen.key().thumbprint(),
        seen.seenAt(),
        login ? seen.times() : 0,
        login ? 0 : seen.times(),
        seen.key().place(),
        seen.address());
  }

  private void makeRoom() {
    for (int over = mapper.count() - settings.atMost(); over >= 0; over--) {
      String oldest = mapper.longestUnseen();
      if (oldest != null) {
        mapper.remove(oldest);
      }
    }
  }

  @Override
  public void forget(Instant now) {
    mapper.forget(now.minus(Duration.ofDays(settings.days())));
  }
}
