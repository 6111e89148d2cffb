package tw.gov.mocs.hub.ws;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.InetAddress;
import java.nio.ByteBuffer;
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
 * all of them and their answers, in the number that wait for a thread, and in that of one address.
 */
final class WholeBodyHandler extends Handler.Wrapper {

  /** Request attribute: the message as {@code byte[]}, or the HubException that refuses it. */
  static final String ARRIVED = "hub.ws.arrived";

  /** How many messages of full size are read in vain so that their sender sees the fault. */
  private static final long DISCARDED_AT_MOST = 2;

  private final WsSettings.Http limits;
  private final Executor workers;
  private final BusyFault busy;
  private final CallerAddress addresses;
  private final PerAddress perAddress;
  private final AtomicLong pendingBytes = new AtomicLong();
  private final AtomicInteger inWork = new AtomicInteger();

  WholeBodyHandler(
      Handler handler,
      WsSettings.Http limits,
      Executor workers,
      BusyFault busy,
      CallerAddress addresses) {
    super(handler);
    this.addresses = addresses;
    this.perAddress = new PerAddress(limits);
    this.limits = limits;
    this.workers = workers;
    this.busy = busy;
  }

  /** How many complete messages wait for a thread. */
  int waiting() {
    return Math.max(0, inWork.get() - limits.threads());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    InetAddress address = addresses.of(request);
    if (!perAddress.beginArriving(address)) {
      // Nothing of the message is read: one who does not take answers must not fill the memory.
      Callback leaving = Callback.from(callback, () -> perAddress.endArriving(address));
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
      busy.send(
          new LeavingAnswer(request, response, leaving, limits, pendingBytes),
          "too many of one address arrive");
      return true;
    }
    Arrival arrival = new Arrival(request, response, callback, address);
    if (!HttpMethod.POST.is(request.getMethod())) {
      arrival.done(new byte[0]);
    } else {
      arrival.begin();
    }
    arrival.begun();
    return true;
  }

  private boolean passOn(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, response, callback);
  }

  /** One message that is arriving. */
  private final class Arrival implements Invocable.Task {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final InetAddress address;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final ArrivingBytes bytes;
    private volatile @Nullable HubException refusal;
    private volatile @Nullable Thread beginner = Thread.currentThread();
    private long discarded;
    private Scheduler.@Nullable Task deadline;

    Arrival(Request request, Response response, Callback callback, InetAddress address) {
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.address = address;
      this.bytes = new ArrivingBytes(limits, pendingBytes, perAddress, address);
    }

    void begin() {
      if (request.getLength() > limits.maxMessageBytes()) {
        refuse(ArrivingBytes.tooLarge(limits));
      }
      deadline =
          request
              .getComponents()
              .getScheduler()
              .schedule(this::late, limits.messageTime().toMillis(), MILLISECONDS);
      run();
    }

    /** From now on what goes on with it does so in other threads. */
    void begun() {
      beginner = null;
    }

    /**
     * Whether this thread may be taken for the work: Jetty gave it for the whole of the request.
     */
    private boolean ownsThread() {
      return Thread.currentThread() == beginner && !Invocable.isNonBlockingInvocation();
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
        take(chunk.getByteBuffer());
        chunk.release();
        if (last || discarded > DISCARDED_AT_MOST * limits.maxMessageBytes()) {
          done(refusal == null ? bytes.complete() : refusal);
          return;
        }
      }
    }

    private void take(ByteBuffer more) {
      if (refusal != null) {
        discarded += more.remaining();
        return;
      }
      try {
        bytes.append(more);
      } catch (HubException why) {
        refuse(why);
      }
    }

    /**
     * The rest is read and dropped: who is still sending would not see the fault (RFC 9112 §9.6).
     */
    private void refuse(HubException why) {
      refusal = why;
      bytes.release();
    }

    private void late() {
      HubException why = refusal;
      done(
          why == null ? new HubException(ErrorCode.MESSAGE_TOO_SLOW, "not complete in time") : why);
    }

    /** The connection ended before the message did. */
    private void gone(Throwable why) {
      if (ended.compareAndSet(false, true)) {
        cancelDeadline();
        bytes.release();
        perAddress.endArriving(address);
        callback.failed(why);
      }
    }

    private void cancelDeadline() {
      if (deadline != null) {
        deadline.cancel();
      }
    }

    void done(Object arrived) {
      if (!ended.compareAndSet(false, true)) {
        return;
      }
      if (arrived instanceof HubException) {
        // What may be left of the message is not read.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
      }
      cancelDeadline();
      perAddress.endArriving(address);
      request.setAttribute(ARRIVED, arrived);
      boolean welcome = perAddress.beginAnswering(address);
      Callback leaving = Callback.from(callback, () -> perAddress.endAnswering(address));
      LeavingAnswer answer = new LeavingAnswer(request, response, leaving, limits, pendingBytes);
      if (!welcome) {
        bytes.release();
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        busy.send(answer, "too many unanswered of one address");
        return;
      }
      int all = inWork.incrementAndGet();
      if (all > limits.threads() + limits.queue()) {
        inWork.decrementAndGet();
        bytes.release();
        busy.send(answer, "the queue is full");
        return;
      }
      if (all <= limits.threads() && ownsThread()) {
        // It came at once and nobody waits: a change of threads would only cost.
        work(answer);
      } else {
        workers.execute(() -> work(answer));
      }
    }

    private void work(LeavingAnswer answer) {
      try {
        if (pendingBytes.get() > limits.maxPendingBytes()) {
          // Messages are refused before; so it is answers that nobody takes.
          busy.send(answer, "answers that are not taken fill the memory");
        } else if (!passOn(request, answer, answer)) {
          Response.writeError(request, answer, answer, 404);
        }
      } catch (Throwable e) {
        Response.writeError(request, answer, answer, e);
      } finally {
        inWork.decrementAndGet();
        bytes.release();
      }
    }
  }
}
