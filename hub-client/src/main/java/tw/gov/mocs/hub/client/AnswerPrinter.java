package tw.gov.mocs.hub.client;

/** Writes pages of rows as they come. */
interface AnswerPrinter {

  /** One page. */
  void page(HubAnswer answer);

  /** After the last page. */
  void end();
}
