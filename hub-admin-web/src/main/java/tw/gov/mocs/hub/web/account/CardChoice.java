package tw.gov.mocs.hub.web.account;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tw.gov.mocs.hub.agency.AccountControl;
import tw.gov.mocs.hub.agency.CertificateProposals;
import tw.gov.mocs.hub.agency.CertificateSearch;
import tw.gov.mocs.hub.agency.CertificateState;
import tw.gov.mocs.hub.agency.KeptCertificate;
import tw.gov.mocs.hub.agency.KeptCertificates;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.trust.CertificateUse;
import tw.gov.mocs.hub.web.certificate.ProposalFaults;
import tw.gov.mocs.hub.web.layout.Faults;

/** The card of an account: uploaded, or one of an agency's registered cards by its number. */
@Component
final class CardChoice {

  private final AccountControl accounts;
  private final KeptCertificates certificates;
  private final ProposalFaults refusals;
  private final AccountTexts texts;

  CardChoice(
      AccountControl accounts,
      KeptCertificates certificates,
      ProposalFaults refusals,
      AccountTexts texts) {
    this.accounts = accounts;
    this.certificates = certificates;
    this.refusals = refusals;
    this.texts = texts;
  }

  /** The card; empty if what was sent is none, which {@code faults} says then. */
  Optional<X509Certificate> read(
      @Nullable MultipartFile file, String number, Faults faults, Locale locale)
      throws IOException {
    byte[] bytes = bytes(file);
    if (bytes.length == 0 && !number.isBlank()) {
      return byNumber(number.strip(), faults, locale);
    }
    Faults found = refusals.ofUpload(bytes, Set.of(CertificateUse.LOGIN), locale);
    found.all().forEach(faults::add);
    return found.isEmpty() ? parsed(bytes, faults, locale) : Optional.empty();
  }

  /** Adds which account has the card, if that is what it was refused for. */
  boolean addTaken(
      HubException refusal, Optional<X509Certificate> card, Faults faults, Locale locale) {
    Optional<String> holder =
        refusal.code() == ErrorCode.ALREADY_EXISTS
            ? card.flatMap(accounts::findHolder)
            : Optional.empty();
    holder.ifPresent(
        name -> faults.add("file", texts.text("accounts.fault.card.taken", locale, name)));
    return holder.isPresent();
  }

  private Optional<X509Certificate> byNumber(String number, Faults faults, Locale locale) {
    List<KeptCertificate> found =
        certificates
            .search(
                new CertificateSearch(
                    number,
                    CertificateUse.LOGIN,
                    Set.of(CertificateState.IN_USE),
                    null,
                    CertificateSearch.Sort.ENDS,
                    true,
                    1,
                    50))
            .items()
            .stream()
            .filter(one -> number.equals(one.cardNumber()))
            .toList();
    if (found.isEmpty()) {
      faults.add("cardNumber", texts.text("accounts.cardNumber.unknown", locale));
      return Optional.empty();
    }
    return Optional.of(found.get(0).certificate());
  }

  private Optional<X509Certificate> parsed(byte[] bytes, Faults faults, Locale locale) {
    try {
      Iterator<? extends Certificate> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes))
              .iterator();
      if (all.hasNext()) {
        return Optional.of((X509Certificate) all.next());
      }
    } catch (CertificateException e) {
      // Said below.
    }
    faults.add("file", texts.text("proposal.fault.unread", locale));
    return Optional.empty();
  }

  private static byte[] bytes(@Nullable MultipartFile file) throws IOException {
    if (file == null) {
      return new byte[0];
    }
    try (InputStream in = file.getInputStream()) {
      return in.readNBytes(CertificateProposals.MAX_CERTIFICATE_BYTES + 1);
    }
  }
}
