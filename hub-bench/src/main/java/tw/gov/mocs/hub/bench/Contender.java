package tw.gov.mocs.hub.bench;

import java.io.IOException;

/** One of the programs that are measured beside each other; it runs until it is closed. */
interface Contender extends AutoCloseable {

  String name();

  /**
   * Makes so many calls.
   *
   * @throws IOException if one was not answered as it must be
   */
  Measurement round(int calls) throws IOException;

  @Override
  void close();
}
