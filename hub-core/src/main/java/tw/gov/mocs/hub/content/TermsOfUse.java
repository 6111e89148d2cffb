package tw.gov.mocs.hub.content;

import java.time.Instant;

/**
 * 管理規範, as an applicant agrees to it. A version is never changed.
 *
 * @param version which an application keeps
 * @param body Markdown
 * @param issuedAt since when it is the present one
 */
public record TermsOfUse(int version, Bilingual body, Instant issuedAt) {}
