package tw.gov.mocs.hub.application;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.application.CardSignature.Cms;
import tw.gov.mocs.hub.application.CardSignature.Handshake;
import tw.gov.mocs.hub.application.SignatureMapper.Signature;
import tw.gov.mocs.hub.application.SignatureMapper.Signing;
import tw.gov.mocs.hub.audit.Act;
import tw.gov.mocs.hub.audit.AuditAction;
import tw.gov.mocs.hub.audit.AuditLog;
import tw.gov.mocs.hub.catalogue.Catalogue;
import tw.gov.mocs.hub.catalogue.CatalogueSnapshot;
import tw.gov.mocs.hub.shared.Digests;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.RocDate;
import tw.gov.mocs.hub.trust.CmsSignature;
import tw.gov.mocs.hub.trust.TrustDecision.Trusted;

/**
 * Step 6, in the caller's transactions. Guarantee: an application gets its number only together
 * with a signature of the card of the login over this very content, and only once.
 */
@Component
class Submissions {

  /** How long a request to sign lives. */
  static final Duration VALIDITY = Duration.ofMinutes(10);

  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final ApplicationStore store;
  private final SignatureMapper signings;
  private final SignatureStore signatures;
  private final ApplicationNumbers numbers;
  private final LoginCards cards;
  private final ReceiptSigner receipts;
  private final Agencies agencies;
  private final Catalogue catalogue;
  private final AuditLog log;
  private final ApplicationSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Submissions(
      ApplicationStore store,
      SignatureMapper signings,
      SignatureStore signatures,
      ApplicationNumbers numbers,
      LoginCards cards,
      ReceiptSigner receipts,
      Agencies agencies,
      Catalogue catalogue,
      AuditLog log,
      ApplicationSettings settings,
      Clock clock) {
    this.store = store;
    this.signings = signings;
    this.signatures = signatures;
    this.numbers = numbers;
    this.cards = cards;
    this.receipts = receipts;
    this.agencies = agencies;
    this.catalogue = catalogue;
    this.log = log;
    this.settings = settings;
    this.clock = clock;
  }

  SigningRequest prepare(long id, int version, Applicant applicant) {
    Application draft = store.draft(id, version, applicant);
    cards.registered(applicant);
    cards.trusted(applicant, List.of());
    Instant now = clock.instant();
    CatalogueSnapshot offered = catalogue.current();
    draft.requireSubmittable(offered, RocDate.dayOf(now));
    byte[] document = ApplicationDocument.of(draft, agencies.get(draft.agencyId()), offered);
    String digest = hex(document);
    String nonce = nonce();
    byte[] statement =
        Statement.of(
            draft, agencies.get(draft.agencyId()), digest, nonce, applicant.thumbprint(), now);
    // As the database keeps it, so that both say the same moment.
    Instant until = now.plus(VALIDITY).truncatedTo(ChronoUnit.MICROS);
    signings.deleteSigningsBefore(now.minus(REMEMBERED));
    signings.insertSigning(
        new Signing(nonce, id, version, applicant.thumbprint(), digest, statement, until, null));
    return new SigningRequest(nonce, document, digest, statement, until);
  }

  Application submit(String nonce, CardSignature given, Applicant applicant) {
    Signing asked = asked(nonce, applicant);
    Application draft = store.get(asked.applicationId());
    requireUnsubmitted(draft);
    Instant now = clock.instant();
    if (asked.usedAt() != null || now.isAfter(asked.expiresAt())) {
      throw new HubException(ErrorCode.SIGNING_EXPIRED, "it was good until " + asked.expiresAt());
    }
    store.draft(draft.id(), asked.versionNo(), applicant);
    RegisteredCertificate card = cards.registered(applicant);
    Trusted decision = cards.trusted(applicant, verify(given, asked.statement(), card));
    CatalogueSnapshot offered = catalogue.current();
    draft.requireSubmittable(offered, RocDate.dayOf(now));
    byte[] document = ApplicationDocument.of(draft, agencies.get(draft.agencyId()), offered);
    if (!hex(document).equals(asked.documentDigest())) {
      throw new HubException(
          ErrorCode.CHANGED_MEANWHILE, draft.name() + ": the catalogue or the agency changed");
    }
    // From here on nobody else can use it, and the counter's row is held until the commit.
    if (signings.useSigning(nonce, now) == 0) {
      throw new HubException(ErrorCode.CHANGED_MEANWHILE, "another request uses the same nonce");
    }
    Submission submission =
        new Submission(
            draft
                .number()
                .orElseGet(
                    () -> numbers.next(requireNonNull(draft.content().method(), "method"), now)),
            now,
            applicant.actor().name(),
            card.thumbprint(),
            card.cardNumber());
    Application submitted = store.update(draft.submit(submission, offered));
    Signature signature = signature(submitted, submission, given, asked, document, card, decision);
    signatures.keep(signature, decision);
    log(draft, submitted, signature, applicant);
    return submitted;
  }

  /** Throws ALREADY_SUBMITTED if the draft of this request was; for who came second. */
  void requireUnsubmitted(String nonce, Applicant applicant) {
    requireUnsubmitted(store.get(asked(nonce, applicant).applicationId()));
  }

  /** Anybody else's request looks as if it had never been. */
  private Signing asked(String nonce, Applicant applicant) {
    return signings
        .findSigning(nonce)
        .filter(found -> found.thumbprint().equals(applicant.thumbprint()))
        .orElseThrow(
            () -> new HubException(ErrorCode.SIGNING_EXPIRED, "no such request of this card"));
  }

  private static void requireUnsubmitted(Application application) {
    if (application.status().editable()) {
      return;
    }
    application
        .number()
        .ifPresent(
            number -> {
              throw new HubException(
                  ErrorCode.ALREADY_SUBMITTED, "submitted as " + number, number.value());
            });
  }

  /** The certificates that came with the signature; throws unless it is the card's. */
  private List<X509Certificate> verify(
      CardSignature given, byte[] statement, RegisteredCertificate card) {
    if (given instanceof Cms cms) {
      CmsSignature signed = CmsSignature.parse(cms.bytes());
      requireSame(signed.names(card.certificate()), card);
      signed.requireOver(statement, card.certificate());
      return signed.certificates();
    }
    if (!settings.handshakeSignature()) {
      throw new HubException(ErrorCode.HANDSHAKE_NOT_ALLOWED, "level B is switched off");
    }
    List<X509Certificate> chain = ((Handshake) given).chain();
    requireSame(!chain.isEmpty() && chain.get(0).equals(card.certificate()), card);
    return chain;
  }

  private static void requireSame(boolean same, RegisteredCertificate card) {
    if (!same) {
      throw new HubException(
          ErrorCode.SIGNER_DIFFERS, "signed with another certificate than " + card.thumbprint());
    }
  }

  private Signature signature(
      Application submitted,
      Submission submission,
      CardSignature given,
      Signing asked,
      byte[] document,
      RegisteredCertificate card,
      Trusted decision) {
    byte[] cms = given instanceof Cms signed ? signed.bytes() : null;
    SignatureLevel level = cms == null ? SignatureLevel.HANDSHAKE : SignatureLevel.CMS;
    byte[] receipt =
        Statement.receipt(
            submitted,
            submission,
            level,
            asked.documentDigest(),
            hex(asked.statement()),
            cms == null ? null : hex(cms),
            card.certificate().getSerialNumber().toString(16));
    return new Signature(
        submitted.id(),
        store.round(submitted.id()),
        level,
        submission.at(),
        asked.documentDigest(),
        document,
        asked.statement(),
        cms,
        receipts.sign(receipt, submission.at()),
        decision.revocation().withinGrace());
  }

  private void log(
      Application draft, Application submitted, Signature signature, Applicant applicant) {
    byte @Nullable [] cms = signature.cms();
    log.act(
        new Act(
            AuditAction.APPLICATION_SUBMITTED,
            applicant.actor(),
            submitted.name(),
            submitted.agencyId(),
            draft.status().name(),
            "%s signed %s, document %s, signature %s, receipt %s"
                .formatted(
                    submitted.status(),
                    signature.signatureLevel(),
                    signature.documentDigest(),
                    cms == null ? "none" : hex(cms),
                    hex(signature.receipt())),
            null));
  }

  private String nonce() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String hex(byte[] content) {
    return HexFormat.of().formatHex(Digests.sha256(content));
  }
}
