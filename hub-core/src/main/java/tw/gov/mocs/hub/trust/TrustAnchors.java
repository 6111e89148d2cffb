package tw.gov.mocs.hub.trust;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.Actor;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.database.ChangeTopic;
import tw.gov.mocs.hub.database.Changes;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * The trusted roots and the known intermediates: those of the settings, which only a restart
 * changes, and those that the operator added.
 */
@Component
public class TrustAnchors {

  /** What an authority's certificate is used for. */
  public enum Kind {
    /** A self-signed certificate that is trusted. */
    ROOT,
    /** An intermediate or cross-certificate that only leads to a root. */
    INTERMEDIATE
  }

  /**
   * One authority.
   *
   * @param certificate its certificate
   * @param kind whether it is trusted or only leads to one that is
   * @param fromSettings whether it stands in the settings, so that it cannot be removed here
   */
  public record Anchor(X509Certificate certificate, Kind kind, boolean fromSettings) {

    /** SHA-256 of its DER form, lower-case hexadecimal. */
    public String thumbprint() {
      return Certificates.thumbprint(certificate);
    }
  }

  private final List<Anchor> configured;
  private final TrustAnchorMapper mapper;
  private final AuditLog log;
  private final Changes changes;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private volatile List<Anchor> all;
  private volatile TrustStore store;

  TrustAnchors(
      TrustSettings settings,
      TrustAnchorMapper mapper,
      AuditLog log,
      Changes changes,
      TransactionTemplate transactions,
      Clock clock) {
    this.configured =
        Stream.concat(
                read(settings.roots(), Kind.ROOT),
                read(settings.intermediates(), Kind.INTERMEDIATE))
            .toList();
    this.mapper = mapper;
    this.log = log;
    this.changes = changes;
    this.transactions = transactions;
    this.clock = clock;
    this.all = readAll();
    this.store = storeOf(all);
    changes.listen(ChangeTopic.TRUST, this::reload);
  }

  /** All authorities, those of the settings first. */
  public List<Anchor> list() {
    return all;
  }

  /**
   * Adds an authority: trusted if it signed itself, else known as an intermediate.
   *
   * @throws HubException VALUE_INVALID if it is no authority's certificate or has expired,
   *     CERTIFICATE_WEAK, ALREADY_EXISTS
   */
  public Anchor add(X509Certificate certificate, Actor actor) {
    requireAuthority(certificate);
    Kind kind = isSelfSigned(certificate) ? Kind.ROOT : Kind.INTERMEDIATE;
    String thumbprint = Certificates.thumbprint(certificate);
    if (all.stream().anyMatch(each -> each.certificate().equals(certificate))) {
      throw new HubException(ErrorCode.ALREADY_EXISTS, thumbprint, "憑證");
    }
    transactions.executeWithoutResult(
        status -> {
          try {
            mapper.insert(
                thumbprint, kind, Certificates.der(certificate), clock.instant(), actor.name());
          } catch (DuplicateKeyException e) {
            throw new HubException(ErrorCode.ALREADY_EXISTS, thumbprint, e, "憑證");
          }
          log.act(
              new Act(
                  AuditAction.TRUST_ANCHOR_ADDED,
                  actor,
                  "certificate " + thumbprint,
                  null,
                  null,
                  kind + " " + certificate.getSubjectX500Principal(),
                  null));
          changes.mark(ChangeTopic.TRUST);
        });
    return new Anchor(certificate, kind, false);
  }

  /**
   * Removes an authority that was added; what it issued is refused from now on.
   *
   * @param thumbprint SHA-256 of its DER form, lower-case hexadecimal
   * @throws HubException NOT_FOUND, also for one of the settings
   */
  public void remove(String thumbprint, String reason, Actor actor) {
    transactions.executeWithoutResult(
        status -> {
          if (mapper.delete(thumbprint) == 0) {
            throw new HubException(ErrorCode.NOT_FOUND, "no added anchor " + thumbprint, "憑證");
          }
          log.act(
              new Act(
                  AuditAction.TRUST_ANCHOR_REMOVED,
                  actor,
                  "certificate " + thumbprint,
                  null,
                  thumbprint,
                  null,
                  reason));
          changes.mark(ChangeTopic.TRUST);
        });
  }

  TrustStore store() {
    return store;
  }

  private void requireAuthority(X509Certificate certificate) {
    if (certificate.getBasicConstraints() < 0) {
      throw new HubException(
          ErrorCode.VALUE_INVALID, "not an authority's certificate", "憑證", "不是憑證機構");
    }
    if (clock.instant().isAfter(certificate.getNotAfter().toInstant())) {
      throw new HubException(ErrorCode.VALUE_INVALID, "it has expired", "憑證", "已過期");
    }
    AlgorithmLimits.weakKey(certificate.getPublicKey())
        .ifPresent(
            why -> {
              throw new HubException(ErrorCode.CERTIFICATE_WEAK, why);
            });
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
    try {
      certificate.verify(certificate.getPublicKey());
      return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Stream<Anchor> read(List<Path> files, Kind kind) {
    return files.stream()
        .flatMap(file -> KeyFiles.certificates(file).stream())
        .map(certificate -> new Anchor(certificate, kind, true));
  }

  private synchronized void reload() {
    List<Anchor> fresh = readAll();
    all = fresh;
    store = storeOf(fresh);
  }

  private List<Anchor> readAll() {
    return Stream.concat(
            configured.stream(),
            mapper.anchors().stream()
                .map(row -> new Anchor(Certificates.parse(row.certificate()), row.kind(), false)))
        .toList();
  }

  private static TrustStore storeOf(List<Anchor> anchors) {
    return new TrustStore(
        certificates(anchors, Kind.ROOT), certificates(anchors, Kind.INTERMEDIATE));
  }

  private static List<X509Certificate> certificates(List<Anchor> anchors, Kind kind) {
    return anchors.stream().filter(each -> each.kind() == kind).map(Anchor::certificate).toList();
  }
}
