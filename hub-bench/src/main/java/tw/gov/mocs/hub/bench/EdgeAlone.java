package tw.gov.mocs.hub.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import tw.gov.mocs.hub.exchange.AnswerHead;
import tw.gov.mocs.hub.exchange.AnswerWriter;
import tw.gov.mocs.hub.exchange.Caller;
import tw.gov.mocs.hub.exchange.Exchange;
import tw.gov.mocs.hub.exchange.ExchangeRequest;
import tw.gov.mocs.hub.exchange.Served;

/**
 * Takes decision, query, hashes and record out of a hub, to measure what remains: its edge. The
 * first call is served as always, and all that follow are given its rows.
 */
final class EdgeAlone implements BeanPostProcessor {

  private volatile @Nullable Kept kept;

  /** What the first call was answered. */
  private record Kept(AnswerHead head, List<@Nullable String[]> rows) {}

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof Exchange)) {
      return bean;
    }
    ProxyFactory proxies = new ProxyFactory(bean);
    proxies.setProxyTargetClass(true);
    proxies.addAdvice((MethodInterceptor) this::invoke);
    return proxies.getProxy();
  }

  private @Nullable Object invoke(MethodInvocation call) throws Throwable {
    if (!call.getMethod().getName().equals("answer")) {
      return call.proceed();
    }
    Object[] given = call.getArguments();
    AnswerWriter writer = (AnswerWriter) requireNonNull(given[2]);
    Kept first = kept;
    if (first != null) {
      return again(
          first,
          (Caller) requireNonNull(given[0]),
          (ExchangeRequest) requireNonNull(given[1]),
          writer);
    }
    Keeping keeping = new Keeping(writer);
    given[2] = keeping;
    Object served = call.proceed();
    kept = new Kept(requireNonNull(keeping.head), keeping.rows);
    return served;
  }

  private static Served again(
      Kept kept, Caller caller, ExchangeRequest request, AnswerWriter writer) throws IOException {
    AnswerHead head = kept.head();
    writer.begin(
        new AnswerHead(
            head.service(),
            request.requestId(),
            head.recordId(),
            Instant.now(),
            head.grantVersion(),
            caller.requestDigest(),
            head.checkpoint(),
            null,
            head.fields()));
    for (@Nullable String[] row : kept.rows()) {
      writer.row(row);
    }
    writer.end(null);
    return new Served(head.recordId(), kept.rows().size());
  }

  /** Writes an answer and keeps it. */
  private static final class Keeping implements AnswerWriter {
    private final AnswerWriter writer;
    private final List<@Nullable String[]> rows = new ArrayList<>();
    private @Nullable AnswerHead head;

    Keeping(AnswerWriter writer) {
      this.writer = writer;
    }

    @Override
    public void begin(AnswerHead given) throws IOException {
      head = given;
      writer.begin(given);
    }

    @Override
    public void row(@Nullable String[] values) throws IOException {
      rows.add(values.clone());
      writer.row(values);
    }

    @Override
    public long bytes() {
      return writer.bytes();
    }

    @Override
    public byte[] end(@Nullable String nextPage) throws IOException {
      return writer.end(nextPage);
    }
  }
}
