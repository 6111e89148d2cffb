package tw.gov.mocs.hub.trust;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import tw.gov.mocs.hub.trust.Anchor.Added;
import tw.gov.mocs.hub.trust.Anchor.Kind;
import tw.gov.mocs.hub.trust.Anchor.Sources;

/**
 * The trusted roots and the known intermediates: those of the settings, which only a restart
 * changes, and those that were added. Every node knows a change within {@link Changes}' time.
 */
@Component
public class TrustAnchors {

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
   * One of them.
   *
   * @param thumbprint SHA-256 of its DER form, lower-case hexadecimal
   * @throws HubException NOT_FOUND if it is known no more
   */
  public Anchor get(String thumbprint) {
    return all.stream()
        .filter(one -> one.thumbprint().equals(thumbprint))
        .findFirst()
        .orElseThrow(() -> notFound(thumbprint));
  }

  /**
   * Adds an authority: trusted if it signed itself, else known as an intermediate.
   *
   * @param sources where the revocation of what it issues is asked
   * @throws HubException as {@link #requireNew}
   */
  public Anchor add(X509Certificate certificate, Sources sources, Actor actor) {
    requireNew(certificate);
    Kind kind = Kind.of(certificate);
    String thumbprint = Certificates.thumbprint(certificate);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    transactions.executeWithoutResult(
        status -> {
          try {
            mapper.insert(
                thumbprint,
                kind,
                Certificates.der(certificate),
                sources.crlText(),
                sources.ocspText(),
                now,
                actor.name());
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
    return new Anchor(certificate, kind, sources, new Added(now, actor.name()));
  }

  /**
   * Checks what can be added.
   *
   * @throws HubException VALUE_INVALID if it is no authority's certificate or has expired;
   *     CERTIFICATE_WEAK; ALREADY_EXISTS
   */
  public void requireNew(X509Certificate certificate) {
    AuthorityUpload.requireAuthority(certificate, clock.instant());
    if (all.stream().anyMatch(each -> each.certificate().equals(certificate))) {
      throw new HubException(ErrorCode.ALREADY_EXISTS, Certificates.thumbprint(certificate), "憑證");
    }
  }

  /**
   * Removes an authority that was added; what it issued is refused from now on.
   *
   * @param thumbprint SHA-256 of its DER form, lower-case hexadecimal
   * @throws HubException NOT_FOUND; ANCHOR_IN_SETTINGS
   */
  public void remove(String thumbprint, String reason, Actor actor) {
    transactions.executeWithoutResult(
        status -> {
          requireAdded(thumbprint);
          if (mapper.delete(thumbprint) == 0) {
            throw notFound(thumbprint);
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

  /**
   * One that can be removed.
   *
   * @throws HubException NOT_FOUND; ANCHOR_IN_SETTINGS
   */
  public Anchor requireAdded(String thumbprint) {
    Anchor anchor = get(thumbprint);
    if (anchor.fromSettings()) {
      throw new HubException(ErrorCode.ANCHOR_IN_SETTINGS, thumbprint + " is of the settings");
    }
    return anchor;
  }

  TrustStore store() {
    return store;
  }

  private static Stream<Anchor> read(List<Path> files, Kind kind) {
    return files.stream()
        .flatMap(file -> KeyFiles.certificates(file).stream())
        .map(certificate -> new Anchor(certificate, kind, Sources.NONE, null));
  }

  private synchronized void reload() {
    List<Anchor> fresh = readAll();
    all = fresh;
    store = storeOf(fresh);
  }

  private List<Anchor> readAll() {
    return Stream.concat(
            configured.stream(), mapper.anchors().stream().map(TrustAnchorMapper.AnchorRow::anchor))
        .toList();
  }

  private static TrustStore storeOf(List<Anchor> anchors) {
    return new TrustStore(
        certificates(anchors, Kind.ROOT), certificates(anchors, Kind.INTERMEDIATE));
  }

  private static List<X509Certificate> certificates(List<Anchor> anchors, Kind kind) {
    return anchors.stream().filter(each -> each.kind() == kind).map(Anchor::certificate).toList();
  }

  private static HubException notFound(String thumbprint) {
    return new HubException(ErrorCode.NOT_FOUND, "no authority " + thumbprint, "憑證");
  }
}
