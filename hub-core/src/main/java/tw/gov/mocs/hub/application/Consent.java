package tw.gov.mocs.hub.application;

import java.time.Instant;

/**
 * 我同意: with which card a draft was begun, and to which version of the 管理規範 its holder agreed.
 *
 * @param thumbprint of the card, SHA-256, 64 hexadecimal digits; the draft belongs to it
 * @param holder the name of the actor
 * @param termsVersion the version of the 管理規範 that was shown
 * @param at when
 */
public record Consent(String thumbprint, String holder, String termsVersion, Instant at) {}
