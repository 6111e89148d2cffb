package tw.gov.mocs.hub.web.audit;

import org.jspecify.annotations.Nullable;

/**
 * One value of a record as a page shows it.
 *
 * @param name of the value in docs/audit-events.md
 * @param text in the language of the page where it has one; "" where another one says the same
 * @param code whether it is a code, a digest or the like
 * @param logged as it stands in the log, where the text says it in other words; null where it is
 *     the text
 */
record Fact(String name, String text, boolean code, @Nullable String logged) {}
