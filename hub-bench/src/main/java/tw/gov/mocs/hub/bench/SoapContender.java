package tw.gov.mocs.hub.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A SOAP server as a contender. Requests are signed before the clock starts, so that the callers'
 * work does not compete with the server's for the processors.
 *
 * @param process its own process
 * @param address where it is called, plain HTTP on the loopback
 * @param calls who calls
 * @param body what is asked
 * @param answering with what it signs
 * @param database processor time of the database server that works for it, so far
 */
record SoapContender(
    String name,
    ServerProcess process,
    URI address,
    SignedCalls calls,
    CallBody body,
    X509Certificate answering,
    Supplier<Duration> database,
    Load load)
    implements Contender {

  static final String CXF = "CXF + WSS4J default";
  static final String SPRING_WS = "Spring-WS + WSS4J";
  static final String EDGE = "hub's edge alone";
  static final String HUB_H2 = "hub on H2";
  static final String HUB_POSTGRESQL = "hub on PostgreSQL";

  /** How many rows each answer has, of the peers and of the hub. */
  static final int ROWS = 20;

  /** Apache CXF with WSS4J's defaults. */
  static Contender cxf(Path folder, PeerPki pki, Load load) throws IOException {
    return peer(CXF, CxfPeerMain.class, folder, pki, load);
  }

  /** Spring-WS with WSS4J's defaults. */
  static Contender springWs(Path folder, PeerPki pki, Load load) throws IOException {
    return peer(SPRING_WS, SpringWsPeerMain.class, folder, pki, load);
  }

  private static Contender peer(String name, Class<?> main, Path folder, PeerPki pki, Load load)
      throws IOException {
    ServerProcess process = new ServerProcess(main, folder, "512m", pki.store().toString());
    String[] numbers =
        IntStream.range(0, ROWS).mapToObj("A2%08d"::formatted).toArray(String[]::new);
    CallBody body = new CallBody("APSQ11500001", CallBody.criterion("idNo", numbers), "");
    return new SoapContender(
        name,
        process,
        address(process.port()),
        pki.caller(),
        body,
        pki.answering(),
        () -> Duration.ZERO,
        load);
  }

  /** The complete hub: decision, query, durable log. */
  static Contender hub(
      String name, Path folder, HubWorld world, Supplier<Duration> database, Load load)
      throws IOException {
    return served(
        name,
        new ServerProcess(HubServerMain.class, folder, "512m", world.settings().toString()),
        world,
        database,
        load);
  }

  /** What takes calls in and sends answers out, without decision, query and log. */
  static Contender edge(Path folder, HubWorld world, Load load) throws IOException {
    String settings = world.settings().toString();
    return served(
        EDGE,
        new ServerProcess(HubServerMain.class, folder, "512m", settings, HubServerMain.EDGE),
        world,
        () -> Duration.ZERO,
        load);
  }

  private static Contender served(
      String name, ServerProcess process, HubWorld world, Supplier<Duration> database, Load load) {
    return new SoapContender(
        name,
        process,
        address(process.port()),
        world.caller(),
        world.few(),
        world.answering(),
        database,
        load);
  }

  static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port + Peer.PATH);
  }

  @Override
  public Measurement round(int count) throws IOException {
    verifyOne();
    List<byte[]> requests = calls.of(body, count);
    Duration before = process.cpu();
    Duration databaseBefore = database.get();
    Latencies latencies = load.send(address, requests);
    return new Measurement(
        process.cpu().minus(before), database.get().minus(databaseBefore), latencies);
  }

  /** One answer of each round is read and verified in full. */
  private void verifyOne() throws IOException {
    try {
      SignedAnswer answer = new SignedAnswer(load.call(address, calls.sign(body.next())));
      answer.require(answering);
      if (answer.rows() != ROWS) {
        throw new IOException(name + " answered " + answer.rows() + " rows, not " + ROWS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
