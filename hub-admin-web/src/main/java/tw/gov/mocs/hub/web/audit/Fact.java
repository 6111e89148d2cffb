package tw.gov.mocs.hub.web.audit;

/**
 * One value of a record as a page shows it.
 *
 * @param name of the value in docs/audit-events.md
 * @param text in the language of the page where it has one
 * @param code whether it is a code, a digest or the like
 */
record Fact(String name, String text, boolean code) {}
