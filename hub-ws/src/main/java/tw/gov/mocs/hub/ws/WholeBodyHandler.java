package tw.gov.mocs.hub.ws;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Collects a message before a thread is taken for it: hundreds of connections that send slowly cost
 * their buffers, and no thread. Guarantee: bounded in size and time of one message, in memory for
 * all of them, and in the number that wait for a thread.
 */
final class WholeBodyHandler extends Handler.Wrapper {

  /** Request attribute: the message as {@code byte[]}, or the HubException that refuses it. */
  static final String ARRIVED = "hub.ws.arrived";

  private final WsSettings.Http limits;
  private final Executor workers;
  private final BusyFault busy;
  private final AtomicLong pendingBytes = new AtomicLong();
  private final AtomicInteger inWork = new AtomicInteger();

  WholeBodyHandler(Handler handler, WsSettings.Http limits, Executor workers, BusyFault busy) {
    super(handler);
    this.limits = limits;
    this.workers = workers;
    this.busy = busy;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Arrival arrival = new Arrival(request, response, callback);
    if (!HttpMethod.POST.is(request.getMethod())) {
      arrival.done(new byte[0]);
    } else if (request.getLength() > limits.maxMessageBytes()) {
      arrival.done(tooLarge());
    } else {
      arrival.begin();
    }
    return true;
  }

  private boolean passOn(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, response, callback);
  }

  private HubException tooLarge() {
    String limit = Integer.toString(limits.maxMessageBytes());
    return new HubException(ErrorCode.MESSAGE_TOO_LARGE, "over the limit", limit);
  }

  /** One message that is arriving. */
  private final class Arrival implements Invocable.Task {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final AtomicBoolean ended = new AtomicBoolean();
    private byte[] bytes = {};
    private int size;
    private boolean released;
    private Scheduler.@Nullable Task deadline;

    Arrival(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    void begin() {
      deadline =
          request
              .getComponents()
              .getScheduler()
              .schedule(this::late, limits.messageTime().toMillis(), MILLISECONDS);
      run();
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }

    @Override
    public void run() {
      while (!ended.get()) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          request.demand(this);
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          gone(chunk.getFailure());
          return;
        }
        boolean last = chunk.isLast();
        boolean fits = append(chunk.getByteBuffer());
        chunk.release();
        if (!fits) {
          return;
        }
        if (last) {
          done(complete());
          return;
        }
      }
    }

    // The deadline may end it meanwhile, on another thread.
    private synchronized boolean append(ByteBuffer more) {
      if (released) {
        return false;
      }
      int length = more.remaining();
      if (size + length > limits.maxMessageBytes()) {
        done(tooLarge());
        return false;
      }
      if (size + length > bytes.length && !grow(size + length)) {
        done(new HubException(ErrorCode.BUSY, "no memory for more messages"));
        return false;
      }
      more.get(bytes, size, length);
      size += length;
      return true;
    }

    private boolean grow(int needed) {
      int wanted = Math.max(Math.max(bytes.length * 2, needed), 2048);
      int capacity = Math.min(wanted, limits.maxMessageBytes());
      int more = capacity - bytes.length;
      if (pendingBytes.addAndGet(more) > limits.maxPendingBytes()) {
        pendingBytes.addAndGet(-more);
        return false;
      }
      bytes = Arrays.copyOf(bytes, capacity);
      return true;
    }

    private void late() {
      done(new HubException(ErrorCode.MESSAGE_TOO_SLOW, "not complete in time"));
    }

    /** The connection ended before the message did. */
    private void gone(Throwable why) {
      if (ended.compareAndSet(false, true)) {
        cancelDeadline();
        release();
        callback.failed(why);
      }
    }

    private synchronized byte[] complete() {
      if (!released && size < bytes.length) {
        pendingBytes.addAndGet(size - bytes.length);
        bytes = Arrays.copyOf(bytes, size);
      }
      return bytes;
    }

    private void cancelDeadline() {
      if (deadline != null) {
        deadline.cancel();
      }
    }

    private synchronized void release() {
      released = true;
      pendingBytes.addAndGet(-bytes.length);
      bytes = new byte[0];
    }

    void done(Object arrived) {
      if (!ended.compareAndSet(false, true)) {
        return;
      }
      if (arrived instanceof HubException) {
        // What is left of the message is not read.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
      }
      cancelDeadline();
      request.setAttribute(ARRIVED, arrived);
      if (inWork.incrementAndGet() > limits.threads() + limits.queue()) {
        inWork.decrementAndGet();
        release();
        busy.send(request, response, callback);
        return;
      }
      workers.execute(this::work);
    }

    private void work() {
      try {
        if (!passOn(request, response, callback)) {
          Response.writeError(request, response, callback, 404);
        }
      } catch (Throwable e) {
        Response.writeError(request, response, callback, e);
      } finally {
        inWork.decrementAndGet();
        release();
      }
    }
  }
}
