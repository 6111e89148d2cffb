package tw.gov.mocs.hub.web.review;

import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.Review;

/**
 * What a reviewer decided, in the words of the page.
 *
 * @param review as it is kept
 * @param terms what was granted; null for a rejection and for a second review
 */
public record ShownDecision(Review review, @Nullable ShownTerms terms) {}
