package tw.gov.mocs.hub.web.account;

import tw.gov.mocs.hub.agency.AccountCard;
import tw.gov.mocs.hub.trust.CertificateAttributes;
import tw.gov.mocs.hub.web.certificate.ShownCertificate;

/**
 * A card on the page of its account.
 *
 * @param shown what it says
 * @param last whether the account could not log in any more without it
 */
record CardLine(ShownCertificate shown, boolean last) {

  static CardLine of(AccountCard card, CertificateAttributes attributes) {
    return new CardLine(ShownCertificate.of(card.certificate(), attributes), card.last());
  }
}
