package tw.gov.mocs.hub.client.open;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import tw.gov.mocs.hub.client.DiskRefusal;
import tw.gov.mocs.hub.client.HubCallException;
import tw.gov.mocs.hub.client.HubTrust;
import tw.gov.mocs.hub.client.KeyFiles;

/**
 * Who may have signed a file: a certificate that the hub publishes for it, or one that follows it,
 * of the same subject and from the published authorities. Anybody else with a certificate of these
 * authorities may not.
 */
final class HubSigner {

  private static final int DIGITAL_SIGNATURE = 0;

  private final List<X509Certificate> signers;
  private final List<X509Certificate> authorities;

  /**
   * Who is published.
   *
   * @param published the certificates that sign, and their authorities
   */
  HubSigner(List<X509Certificate> published) {
    signers = published.stream().filter(one -> one.getBasicConstraints() < 0).toList();
    authorities = published.stream().filter(one -> one.getBasicConstraints() >= 0).toList();
  }

  /**
   * Who is published in a file.
   *
   * @throws OpenException FILE_MISSING, FILE_UNREADABLE, HUB_UNREADABLE
   */
  static HubSigner publishedIn(Path file) {
    try {
      return new HubSigner(KeyFiles.certificates(file));
    } catch (HubCallException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        throw new OpenException(OpenFailure.FILE_MISSING, e, file);
      }
      if (e.getCause() instanceof IOException refused) {
        throw new OpenException(OpenFailure.FILE_UNREADABLE, e, file, new DiskRefusal(refused));
      }
      throw new OpenException(OpenFailure.HUB_UNREADABLE, e, file);
    }
  }

  /**
   * Refuses everybody else.
   *
   * @param at when it was signed, as the signature says
   * @throws OpenException SIGNER_OTHER, SIGNER_NOT_IN_FORCE
   */
  void require(X509Certificate signer, Instant at) {
    Instant from = signer.getNotBefore().toInstant();
    Instant until = signer.getNotAfter().toInstant();
    if (!signers.contains(signer) && !follows(signer, from)) {
      throw new OpenException(OpenFailure.SIGNER_OTHER, NamedCertificate.of(signer));
    }
    if (at.isBefore(from) || at.isAfter(until)) {
      throw new OpenException(
          OpenFailure.SIGNER_NOT_IN_FORCE, NamedCertificate.of(signer), from, until, at);
    }
  }

  private boolean follows(X509Certificate signer, Instant at) {
    boolean[] usage = signer.getKeyUsage();
    return signer.getBasicConstraints() < 0
        && usage != null
        && usage[DIGITAL_SIGNATURE]
        && signers.stream().anyMatch(one -> isIssuedLike(one, signer, at));
  }

  private boolean isIssuedLike(X509Certificate published, X509Certificate signer, Instant at) {
    try {
      HubTrust.issuedBy(authorities, published.getSubjectX500Principal(), null).require(signer, at);
      return true;
    } catch (HubCallException e) {
      return false;
    }
  }
}
