package tw.gov.mocs.hub.trust;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.setting.RuntimeSettings;

/**
 * Whether certificates are revoked, by the known sources alone: an address inside a certificate is
 * never asked. Guarantee: no answer, a late answer and a broken answer never read as good nor as
 * revoked.
 */
@Component
public class Revocation {

  private final RevocationSources sources;
  private final RevocationLists lists;
  private final OcspAnswers answers;
  private final Supplier<Duration> grace;

  @Autowired
  Revocation(
      RevocationSources sources,
      RevocationLists lists,
      OcspAnswers answers,
      RuntimeSettings settings) {
    this(sources, lists, answers, () -> settings.current(TrustSettings.class).grace());
  }

  Revocation(
      RevocationSources sources,
      RevocationLists lists,
      OcspAnswers answers,
      Supplier<Duration> grace) {
    this.sources = sources;
    this.lists = lists;
    this.answers = answers;
    this.grace = grace;
  }

  /**
   * Fetches every configured revocation list now.
   *
   * @return the addresses that gave no usable list; what was held from there still counts
   */
  public List<URI> refreshLists() {
    return lists.refresh();
  }

  /** Tells {@code listener} when a newer answer came in. */
  void onNews(Runnable listener) {
    lists.onNews(listener);
    answers.onNews(listener);
  }

  /**
   * The worst evidence over a path; the root, its last, is trusted by decision and not asked about.
   */
  RevocationEvidence of(List<X509Certificate> path, Instant now) {
    RevocationEvidence worst = of(path.get(0), path.get(1), now);
    for (int i = 1; i < path.size() - 1 && worst.state() != RevocationState.REVOKED; i++) {
      RevocationEvidence next = of(path.get(i), path.get(i + 1), now);
      worst = badness(next) > badness(worst) ? next.after(worst) : worst.before(next);
    }
    return worst;
  }

  /** What authorities say of each certificate of a path but its root, good or bad. */
  List<RevocationProof> proofs(List<X509Certificate> path, Instant now) {
    List<RevocationProof> proofs = new ArrayList<>();
    for (int i = 0; i < path.size() - 1; i++) {
      proofs.addAll(of(path.get(i), path.get(i + 1), now).proofs());
    }
    return proofs;
  }

  /**
   * Asks the responders about a path, where what they said ends, or is to be refreshed, soon.
   *
   * @return whether all of them answered when they were last asked
   */
  boolean refreshAnswers(List<X509Certificate> path, Instant now, Instant until) {
    boolean answered = true;
    for (int i = 0; i < path.size() - 1; i++) {
      for (RevocationSource source : sources.of(path.get(i + 1))) {
        if (source.ocsp() != null) {
          OcspQuestion question = new OcspQuestion(path.get(i), path.get(i + 1), source.ocsp());
          answered = answers.refresh(question, now, until) && answered;
        }
      }
    }
    return answered;
  }

  /** Fetches the lists of the issuers of a path and asks their responders, whatever is held. */
  void fetch(List<X509Certificate> path, Instant now) {
    for (int i = 1; i < path.size(); i++) {
      sources.of(path.get(i)).stream()
          .filter(source -> source.crl() != null)
          .forEach(lists::refresh);
    }
    refreshAnswers(path, now, Instant.MAX);
  }

  private RevocationEvidence of(X509Certificate certificate, X509Certificate issuer, Instant now) {
    RevocationEvidence best =
        new RevocationEvidence(
            RevocationState.UNDETERMINED,
            "no source is configured for " + issuer.getSubjectX500Principal(),
            null,
            false);
    boolean asked = false;
    for (RevocationSource source : sources.of(issuer)) {
      if (source.ocsp() != null) {
        RevocationEvidence answer =
            answers.of(new OcspQuestion(certificate, issuer, source.ocsp()), now, grace.get());
        best = asked ? better(best, answer) : answer;
        asked = true;
      }
      if (source.crl() != null && badness(best) > 0 && best.state() != RevocationState.REVOKED) {
        RevocationEvidence answer = lists.of(certificate, issuer, source, now, grace.get());
        best = asked ? better(best, answer) : answer;
        asked = true;
      }
      if (badness(best) == 0) {
        return best;
      }
    }
    return best;
  }

  /** Who says revoked is believed; else who knows more. */
  private static RevocationEvidence better(RevocationEvidence a, RevocationEvidence b) {
    if (a.state() == RevocationState.REVOKED || b.state() == RevocationState.REVOKED) {
      return a.state() == RevocationState.REVOKED ? a : b;
    }
    return badness(b) < badness(a) ? b : a;
  }

  private static int badness(RevocationEvidence evidence) {
    return switch (evidence.state()) {
      case GOOD -> evidence.withinGrace() ? 1 : 0;
      case UNDETERMINED -> 2;
      case REVOKED -> 3;
    };
  }
}
