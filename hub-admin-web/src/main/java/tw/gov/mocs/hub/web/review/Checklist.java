package tw.gov.mocs.hub.web.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.agency.Agencies;
import tw.gov.mocs.hub.agency.RegisteredCertificate;
import tw.gov.mocs.hub.application.Application;
import tw.gov.mocs.hub.application.ApplicationContent;
import tw.gov.mocs.hub.application.ApplicationStatus;
import tw.gov.mocs.hub.application.Letter;
import tw.gov.mocs.hub.application.QueueLine;
import tw.gov.mocs.hub.application.SignatureLevel;
import tw.gov.mocs.hub.application.SignedDocument;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.trust.CertificateVerifier;
import tw.gov.mocs.hub.trust.TrustDecision;
import tw.gov.mocs.hub.trust.TrustDecision.Untrusted;
import tw.gov.mocs.hub.web.layout.RocFormat;
import tw.gov.mocs.hub.web.review.Point.Mark;

/**
 * What a reviewer looks at before he decides: purpose, legal basis, specific purpose, certificate,
 * signature, letter, second review.
 */
@Component
final class Checklist {

  private final Agencies agencies;
  private final CertificateVerifier verifier;
  private final MessageSource messages;
  private final RocFormat roc;

  Checklist(
      Agencies agencies, CertificateVerifier verifier, MessageSource messages, RocFormat roc) {
    this.agencies = agencies;
    this.verifier = verifier;
    this.messages = messages;
    this.roc = roc;
  }

  /** Of a line of the queue. */
  List<Point> of(QueueLine line, Locale locale) {
    List<Point> points = new ArrayList<>();
    points.add(given("purpose", line.purpose(), locale));
    points.add(given("legalBasis", line.legalBasis(), locale));
    points.add(given("specificPurpose", line.specificPurpose(), locale));
    points.add(certificate(line.signerThumbprint(), locale));
    points.add(
        signature(
            line.signatureLevel(), Boolean.TRUE.equals(line.withinGrace()), null, "", locale));
    points.add(
        line.letterOn() == null
            ? point("letter", Mark.BAD, "letter.none", locale)
            : point("letter", Mark.GOOD, "letter.on", locale, roc.day(line.letterOn())));
    second(line.status(), locale).ifPresent(points::add);
    return points;
  }

  /** Of one application, with its signature verified anew. */
  List<Point> of(
      Application application,
      Optional<SignedDocument> signed,
      Optional<Letter> letter,
      Locale locale) {
    ApplicationContent content = application.content();
    List<Point> points = new ArrayList<>();
    points.add(given("purpose", content.purpose(), locale));
    points.add(given("legalBasis", content.legalBasis(), locale));
    points.add(given("specificPurpose", content.specificPurpose(), locale));
    points.add(certificate(application.submission(), locale));
    points.add(
        signed
            .map(
                document ->
                    signature(
                        document.level(),
                        document.withinGrace(),
                        document.fault(),
                        roc.moment(document.verifiedAt()),
                        locale))
            .orElseGet(() -> signature(null, false, null, "", locale)));
    points.add(
        letter
            .map(
                one ->
                    point(
                        "letter",
                        Mark.GOOD,
                        "letter.full",
                        locale,
                        roc.day(one.on()),
                        one.letterNo()))
            .orElseGet(() -> point("letter", Mark.BAD, "letter.none", locale)));
    second(application.status(), locale).ifPresent(points::add);
    return points;
  }

  private Optional<Point> second(ApplicationStatus status, Locale locale) {
    return status == ApplicationStatus.SECOND_REVIEW
        ? Optional.of(point("second", Mark.NOTE, "second.due", locale))
        : Optional.empty();
  }

  private Point given(String key, @Nullable String text, Locale locale) {
    return text == null || text.isBlank()
        ? point(key, Mark.BAD, "missing", locale)
        : point(key, Mark.GOOD, "given", locale);
  }

  private Point certificate(
      tw.gov.mocs.hub.application.@Nullable Submission submission, Locale locale) {
    return certificate(submission == null ? "" : submission.thumbprint(), locale);
  }

  private Point certificate(String thumbprint, Locale locale) {
    RegisteredCertificate registered = agencies.findByThumbprint(thumbprint).orElse(null);
    if (registered == null) {
      return point("certificate", Mark.BAD, "certificate.withdrawn", locale);
    }
    if (agencies.get(registered.agencyId()).suspended()) {
      return point("certificate", Mark.BAD, "certificate.suspended", locale);
    }
    TrustDecision decision =
        verifier.verify(registered.certificate(), List.of(), CertificateUse.LOGIN);
    if (decision instanceof Untrusted refusal) {
      String why = refusal.code().message(locale, List.of());
      return point("certificate", Mark.BAD, "certificate.bad", locale, why);
    }
    return point("certificate", Mark.GOOD, "certificate.good", locale);
  }

  private Point signature(
      @Nullable SignatureLevel level,
      boolean withinGrace,
      @Nullable ErrorCode fault,
      String verifiedAt,
      Locale locale) {
    if (level == null) {
      return point("signature", Mark.BAD, "signature.none", locale);
    }
    if (fault != null) {
      return point("signature", Mark.BAD, "signature.spoilt", locale, fault.code());
    }
    boolean strong = level == SignatureLevel.CMS && !withinGrace;
    String text = text("signature." + level, locale);
    if (withinGrace) {
      text += text("signature.grace", locale);
    }
    if (!verifiedAt.isEmpty()) {
      text += text("signature.verified", locale, verifiedAt);
    }
    return new Point("signature", strong ? Mark.GOOD : Mark.NOTE, text);
  }

  private Point point(String key, Mark mark, String finding, Locale locale, Object... told) {
    return new Point(key, mark, text(finding, locale, told));
  }

  private String text(String key, Locale locale, Object... told) {
    return messages.getMessage("review.finding." + key, told, locale);
  }
}
