package tw.gov.mocs.hub.ws;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time that the line and the headers of a request may take, from when its connection was opened
 * or, if it is not the first one there, from its first byte. Jetty's own idle time begins anew with
 * each byte, so that one byte now and then would keep a connection for ever.
 */
final class HeaderTime extends Handler.Wrapper implements Connection.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(HeaderTime.class);
  private static final long LOOKS_PER_TIME = 10;
  private static final long LOOK_EACH_MILLIS = 1_000;

  private final Duration atMost;
  private final ConcurrentMap<Connection, Arrival> open = new ConcurrentHashMap<>();
  private Scheduler.@Nullable Task next;

  HeaderTime(Handler handler, Duration atMost) {
    super(handler);
    this.atMost = atMost;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    lookLater();
  }

  @Override
  protected void doStop() throws Exception {
    synchronized (this) {
      if (next != null) {
        next.cancel();
      }
    }
    super.doStop();
  }

  private synchronized void lookLater() {
    long millis = Math.max(1, Math.min(atMost.toMillis() / LOOKS_PER_TIME, LOOK_EACH_MILLIS));
    next = getServer().getScheduler().schedule(this::look, millis, MILLISECONDS);
  }

  private void look() {
    try {
      open.forEach(
          (connection, arrival) -> {
            if (arrival.isLate()) {
              LOG.debug("no whole request in time from {}", connection.getEndPoint());
              socket(connection).close();
            }
          });
    } finally {
      if (isRunning() && !isStopping()) {
        lookLater();
      }
    }
  }

  /** Closed is what the bytes come through: to say good-bye in TLS would take the peer. */
  private static EndPoint socket(Connection connection) {
    EndPoint end = connection.getEndPoint();
    return end instanceof SslConnection.SslEndPoint tls
        ? tls.getSslConnection().getEndPoint()
        : end;
  }

  @Override
  public void onOpened(Connection connection) {
    if (!(connection instanceof SslConnection)) {
      open.put(connection, new Arrival(connection));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Arrival arrival = open.get(request.getConnectionMetaData().getConnection());
    if (arrival != null) {
      arrival.came();
      Request.addCompletionListener(request, failure -> arrival.answered());
    }
    return super.handle(request, response, callback);
  }

  /** What comes on one connection before the headers of a request are whole. */
  private final class Arrival {

    private final Connection connection;
    private boolean whole;
    private @Nullable Long begun = System.nanoTime();
    private long bytesBefore;

    Arrival(Connection connection) {
      this.connection = connection;
    }

    synchronized void came() {
      whole = true;
    }

    synchronized void answered() {
      whole = false;
      begun = null;
      bytesBefore = bytes();
    }

    synchronized boolean isLate() {
      if (whole) {
        return false;
      }
      if (begun == null && bytes() != bytesBefore) {
        begun = System.nanoTime();
      }
      return begun != null && System.nanoTime() - begun > atMost.toNanos();
    }

    /** Of TLS those of its records: half a record is nothing yet to what is within. */
    private long bytes() {
      return connection.getEndPoint() instanceof SslConnection.SslEndPoint tls
          ? tls.getSslConnection().getBytesIn()
          : connection.getBytesIn();
    }
  }
}
