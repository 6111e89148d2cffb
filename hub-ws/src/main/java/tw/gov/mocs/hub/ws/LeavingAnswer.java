package tw.gov.mocs.hub.ws;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee11.servlet.ServletContextResponse;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer on its way out. It takes what the servlet writes, and sends it when the servlet has
 * ended, so that no thread ever waits for who reads slowly. Guarantee: its memory counts with that
 * of the messages; its spool is closed once, when it was sent or cannot be; who has not taken it in
 * time is cut off.
 */
final class LeavingAnswer extends Response.Wrapper implements Callback {

  private static final Logger LOG = LoggerFactory.getLogger(LeavingAnswer.class);

  /** What is sent at a time; what is not larger is sent as a whole. */
  private static final int PART = 32 * 1024;

  private final Callback exchange;
  private final WsSettings.Http limits;
  private final AtomicLong pending;
  private final AtomicBoolean complete = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private byte[] whole = {};
  private @Nullable SpooledAnswer spooled;
  private @Nullable InputStream open;
  private long own;
  private long counted;
  private volatile Scheduler.@Nullable Task deadline;

  /**
   * The answer to a request.
   *
   * @param exchange told when it was sent, or could not be
   * @param pending bytes of all messages and answers
   */
  LeavingAnswer(
      Request request,
      Response response,
      Callback exchange,
      WsSettings.Http limits,
      AtomicLong pending) {
    super(request, response);
    this.exchange = exchange;
    this.limits = limits;
    this.pending = pending;
  }

  /** The one behind a response of the servlet. */
  static LeavingAnswer of(HttpServletResponse response) {
    return requireNonNull(
        Response.as(
            ServletContextResponse.getServletContextResponse(response), LeavingAnswer.class),
        "leaving answer");
  }

  /** Takes the content, which other answers may share. */
  void give(byte[] content) {
    whole = content;
  }

  /** Takes the content; it is closed here. */
  void give(SpooledAnswer content) {
    spooled = content;
  }

  /** Whether it has its content. */
  boolean isGiven() {
    return spooled != null || whole.length > 0;
  }

  /** What is not given but written is short: an error page of the server. */
  @Override
  public void write(boolean last, @Nullable ByteBuffer more, Callback callback) {
    if (more != null && more.hasRemaining()) {
      own += more.remaining();
      ByteBuffer both = ByteBuffer.allocate(whole.length + more.remaining());
      whole = both.put(whole).put(more).array();
    }
    callback.succeeded();
  }

  @Override
  public void reset() {
    super.reset();
    whole = new byte[0];
    own = 0;
    closeContent();
  }

  /** The servlet has ended. */
  @Override
  public void succeeded() {
    if (!complete.compareAndSet(false, true)) {
      return;
    }
    // Asked for now: once the answer has gone, the request knows nothing any more.
    Scheduler scheduler = getRequest().getComponents().getScheduler();
    Callback end = Callback.from(() -> end(null), this::end);
    try {
      send(end);
    } catch (IOException | RuntimeException e) {
      end.failed(e);
    }
    if (!ended.get()) {
      deadline = scheduler.schedule(this::late, limits.answerTime().toMillis(), MILLISECONDS);
      if (ended.get()) {
        cancelDeadline();
      }
    }
  }

  private void send(Callback end) throws IOException {
    SpooledAnswer content = spooled;
    if (content != null && content.length() <= PART) {
      whole = content.whole();
      own = whole.length;
      closeContent();
      content = null;
    }
    if (content == null) {
      count(own);
      getWrapped().write(true, ByteBuffer.wrap(whole), end);
      return;
    }
    count(content.memory() + PART);
    open = content.content();
    getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length());
    ByteBufferPool pool = getRequest().getComponents().getByteBufferPool();
    Content.copy(
        Content.Source.from(new ByteBufferPool.Sized(pool, false, PART), open), getWrapped(), end);
  }

  private void count(long bytes) {
    counted = bytes;
    pending.addAndGet(bytes);
  }

  /** The servlet has failed. */
  @Override
  public void failed(Throwable why) {
    if (complete.compareAndSet(false, true)) {
      end(why);
    }
  }

  private void end(@Nullable Throwable why) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    cancelDeadline();
    pending.addAndGet(-counted);
    closeContent();
    if (why == null) {
      exchange.succeeded();
    } else {
      LOG.info("an answer could not be sent to its end: {}", why.toString());
      exchange.failed(why);
    }
  }

  private void closeContent() {
    IO.close(open);
    if (spooled != null) {
      spooled.close();
      spooled = null;
    }
  }

  private void late() {
    if (ended.get()) {
      return;
    }
    // The write that waits fails by this, and so ends all.
    getRequest()
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close(new TimeoutException("it was not taken in time"));
  }

  private void cancelDeadline() {
    Scheduler.Task task = deadline;
    if (task != null) {
      task.cancel();
    }
  }
}
