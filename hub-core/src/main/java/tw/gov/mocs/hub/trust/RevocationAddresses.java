package tw.gov.mocs.hub.trust;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.RevocationAddress.Kind;

/** All addresses where revocation is asked, how they do, and a way to ask one at once. */
@Component
public class RevocationAddresses {

  private final RevocationSources sources;
  private final RevocationLists lists;
  private final OcspAnswers answers;
  private final TrustAnchors anchors;
  private final Clock clock;

  RevocationAddresses(
      RevocationSources sources,
      RevocationLists lists,
      OcspAnswers answers,
      TrustAnchors anchors,
      Clock clock) {
    this.sources = sources;
    this.lists = lists;
    this.answers = answers;
    this.anchors = anchors;
    this.clock = clock;
  }

  /** One with the source that it is of. */
  private record Known(RevocationAddress address, RevocationSource source) {}

  /** All of them, those of the settings first. */
  public List<RevocationAddress> list() {
    return known().stream().map(Known::address).toList();
  }

  /** Those that are asked about what this authority issued. */
  public List<RevocationAddress> of(X509Certificate authority) {
    List<RevocationSource> of = sources.of(authority);
    return known().stream().filter(one -> of.contains(one.source())).map(Known::address).toList();
  }

  /**
   * Asks an address now.
   *
   * @param key as {@link RevocationAddress#key}
   * @param about certificates that a responder may be asked about: the first that its issuer issued
   * @return whether something usable came; empty if there was nothing to ask a responder about
   * @throws HubException NOT_FOUND if there is no such address any more
   */
  public Optional<Boolean> fetch(String key, List<X509Certificate> about) {
    Known one =
        known().stream()
            .filter(each -> each.address().key().equals(key))
            .findFirst()
            .orElseThrow(
                () -> new HubException(ErrorCode.NOT_FOUND, "no revocation address", "網址"));
    return one.address().kind() == Kind.CRL
        ? Optional.of(lists.refresh(one.source()))
        : ask(one.source(), one.address().address(), about);
  }

  private Optional<Boolean> ask(
      RevocationSource source, URI responder, List<X509Certificate> about) {
    for (X509Certificate authority : anchors.store().named(source.issuer())) {
      for (X509Certificate one : about) {
        if (isIssued(one, authority)) {
          Instant now = clock.instant();
          answers.wake(responder);
          answers.refresh(new OcspQuestion(one, authority, responder), now, Instant.MAX);
          return Optional.of(
              answers.attempt(responder).filter(did -> now.equals(did.cameAt())).isPresent());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isIssued(X509Certificate certificate, X509Certificate authority) {
    return certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())
        && !certificate.equals(authority);
  }

  private List<Known> known() {
    List<Known> all = new ArrayList<>();
    for (RevocationSource source : sources.all()) {
      if (source.crl() != null) {
        all.add(new Known(list(source, source.crl()), source));
      }
      if (source.ocsp() != null) {
        all.add(new Known(responder(source, source.ocsp()), source));
      }
    }
    return all;
  }

  private RevocationAddress list(RevocationSource source, URI address) {
    RevocationList held = lists.held(source).orElse(null);
    return address(
        Kind.CRL,
        source,
        address,
        held == null ? null : held.thisUpdate(),
        held == null ? null : held.nextUpdate(),
        held == null ? null : held.size(),
        lists.attempt(source).orElse(null));
  }

  private RevocationAddress responder(RevocationSource source, URI address) {
    OcspAnswer last = answers.latest(address).orElse(null);
    return address(
        Kind.OCSP,
        source,
        address,
        last == null ? null : last.thisUpdate(),
        last == null ? null : last.nextUpdate(),
        null,
        answers.attempt(address).orElse(null));
  }

  private RevocationAddress address(
      Kind kind,
      RevocationSource source,
      URI address,
      @Nullable Instant issuedAt,
      @Nullable Instant nextUpdate,
      @Nullable Integer entries,
      @Nullable FetchAttempt attempt) {
    X509Certificate certificate = source.certificate();
    return new RevocationAddress(
        kind,
        source.issuer().toString(),
        certificate == null ? null : Certificates.thumbprint(certificate),
        address,
        sources.isConfigured(source),
        issuedAt,
        nextUpdate,
        entries,
        attempt == null ? null : attempt.triedAt(),
        attempt == null ? null : attempt.cameAt(),
        attempt == null ? null : attempt.failedAt(),
        attempt == null ? null : attempt.failure());
  }
}
