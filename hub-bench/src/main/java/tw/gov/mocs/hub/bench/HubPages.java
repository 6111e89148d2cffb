package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.net.URI;

/** Walks over pages as an agency does: each a signed call, with the token of the page before. */
record HubPages(HubWorld world, ServerProcess process, Load load) implements PageContender.Pages {

  @Override
  public long walk(Walk walk) throws IOException {
    URI address = SoapContender.address(process.port());
    long rows = 0;
    String token = "";
    for (int i = 0; i < walk.pages(); i++) {
      SignedAnswer answer = answer(address, world.all().page(walk.rows(), token));
      if (i == 0) {
        answer.require(world.answering());
      }
      rows += answer.rows();
      token = answer.nextPage();
      if (token.isEmpty() && i + 1 < walk.pages()) {
        return rows;
      }
    }
    return rows;
  }

  private SignedAnswer answer(URI address, CallBody body) throws IOException {
    try {
      return new SignedAnswer(load.call(address, world.caller().sign(body.next())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
