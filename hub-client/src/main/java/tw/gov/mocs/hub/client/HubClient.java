package tw.gov.mocs.hub.client;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Calls the exchange services of the hub (SOAP over HTTPS, WS-Security 1.1.1). What it returns was
 * signed by the trusted hub, moments ago, for this very request; anything else is thrown as a
 * {@link HubClientException}. Safe for use by many threads; keep one for the life of a program: it
 * keeps connections. It needs not be closed; its threads do not keep a program from ending.
 */
public final class HubClient {

  private final RequestSigner signer;
  private final HubTransport transport;
  private final AnswerVerifier verifier;
  private final AnswerOpener opener;
  private final Witness witness;

  private HubClient(Builder given) {
    Clock clock = given.clock;
    signer =
        new RequestSigner(
            new MessageSigner(
                required(given.key, "signWith"), required(given.certificate, "signWith"), clock),
            given.soap);
    verifier = new AnswerVerifier(required(given.trust, "trustHub"), Freshness.DEFAULT, clock);
    opener = new AnswerOpener(given.decryption);
    witness = given.witness;
    transport =
        new HubTransport(
            required(given.endpoint, "endpoint"),
            given.http(),
            given.timeout,
            given.answerLimit,
            given.wire);
  }

  private static <T> T required(@Nullable T value, String setting) {
    if (value == null) {
      throw new IllegalStateException(setting + " was not said");
    }
    return value;
  }

  /** Says where the hub is, who calls and whom to trust: these three have no default. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * One call, one page. Blocks until it is there, or the time is up.
   *
   * @param request once: to call again use {@link HubRequest#again}
   * @return what the hub signed, decrypted if it was encrypted
   * @throws HubFaultException when the hub refused it
   * @throws HubCallException when it failed on the way or the answer must not be believed
   */
  public HubAnswer call(HubRequest request) {
    Element response = exchange(new RequestBody.Call(request));
    return AnswerReader.answer(request.operation(), response);
  }

  /**
   * All pages from this one on: the first is called at once, each other when the stream comes to
   * it. A page token is good for 15 minutes: do not dwell.
   *
   * @throws HubClientException as {@link #call} does, also from the operation that ends the stream;
   *     the pages before were good
   */
  public Stream<HubAnswer> walk(HubRequest request) {
    return Stream.iterate(
        call(request),
        Objects::nonNull,
        page -> page.nextPage().map(token -> call(request.page(token))).orElse(null));
  }

  /**
   * Who am I for the hub, and what may I call; reads no personal data.
   *
   * @throws HubClientException as {@link #call} does
   */
  public HubStatus status() {
    return AnswerReader.status(exchange(new RequestBody.Status(HubRequest.newId())));
  }

  /** The contract that the endpoint publishes, WSDL 1.1; not signed, so good for labels only. */
  byte[] contract() {
    return transport.contract();
  }

  private Element exchange(RequestBody content) {
    SignedRequest request = signer.sign(content);
    Envelope answer = transport.post(request);
    if (answer.isFault()) {
      throw fault(request, answer);
    }
    verifier.verify(answer);
    Element response = opener.content(answer);
    AnswerReader.requireName(response, request.operation() + "Response");
    // HubStatus repeats the id only, which is as unguessable as its request.
    if (content instanceof RequestBody.Call) {
      request.requireDigest(AnswerReader.text(response, "requestDigest"));
    }
    request.requireId(AnswerReader.text(response, "requestId"));
    AnswerReader.checkpoint(response).ifPresent(witness::see);
    return response;
  }

  /** A fault without signature is told as such; one with a signature that fails is no fault. */
  private HubFaultException fault(SignedRequest request, Envelope answer) {
    if (!answer.isSigned()) {
      return new HubFaultException(AnswerReader.fault(answer), false);
    }
    verifier.verify(answer);
    AnswerReader.checkpointOfFault(answer).ifPresent(witness::see);
    HubFaultException.Detail detail = AnswerReader.fault(answer);
    if (detail.requestId() != null) {
      request.requireId(detail.requestId());
    }
    // Without the id the fault is the hub's, but perhaps to another request.
    return new HubFaultException(detail, detail.requestId() != null);
  }

  /** How to reach and believe the hub. */
  public static final class Builder {

    private static final int ANSWER_LIMIT = 32 * 1024 * 1024;

    private @Nullable URI endpoint;
    private @Nullable PrivateKey key;
    private @Nullable X509Certificate certificate;
    private final List<KeyFiles.Pair> decryption = new ArrayList<>();
    private @Nullable HubTrust trust;
    private @Nullable Collection<X509Certificate> tlsAuthorities;
    private @Nullable ProxySelector proxy;
    private SoapVersion soap = SoapVersion.SOAP_1_1;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration timeout = Duration.ofSeconds(60);
    private int answerLimit = ANSWER_LIMIT;
    private WireListener wire = WireListener.NONE;
    private Witness witness = checkpoint -> {};
    private Clock clock = Clock.systemUTC();

    private Builder() {}

    /** The address of the exchange; HTTPS, or HTTP on this machine. */
    public Builder endpoint(URI address) {
      endpoint = address;
      return this;
    }

    /**
     * The agency's key (RSA or EC) and its registered certificate for calls.
     *
     * @throws HubCallException {@link Failure#KEY_NOT_OF_CERTIFICATE}
     */
    public Builder signWith(PrivateKey privateKey, X509Certificate ofKey) {
      KeyPairs.requireSigns(privateKey, ofKey);
      key = privateKey;
      certificate = ofKey;
      return this;
    }

    /**
     * The agency's RSA key and its registered certificate for encryption, for services that encrypt
     * their answers; once for each, where two overlap at renewal.
     *
     * @throws HubCallException {@link Failure#KEY_NOT_OF_CERTIFICATE}
     */
    public Builder decryptWith(PrivateKey privateKey, X509Certificate ofKey) {
      KeyPairs.requireOpens(privateKey, ofKey);
      decryption.add(new KeyFiles.Pair(privateKey, ofKey));
      return this;
    }

    /** Exactly these certificates sign the hub's answers. */
    public Builder trustHub(X509Certificate... certificates) {
      return trustHub(HubTrust.pinned(certificates));
    }

    /** Whose answers are believed. */
    public Builder trustHub(HubTrust whom) {
      trust = whom;
      return this;
    }

    /** The authorities of the hub's TLS certificate; without it those of the JDK. */
    public Builder tlsTrust(X509Certificate... authorities) {
      tlsAuthorities = Arrays.asList(authorities);
      return this;
    }

    /** SOAP 1.1 unless said otherwise. */
    public Builder soap(SoapVersion version) {
      soap = version;
      return this;
    }

    /** The HTTP proxy on the way, one without password; else that of the JDK's properties. */
    public Builder proxy(InetSocketAddress address) {
      proxy = ProxySelector.of(address);
      return this;
    }

    /**
     * How long a connection may take to be made, TLS included; 10 s unless said otherwise, and
     * never more than nine tenths of {@link #timeout}.
     */
    public Builder connectTimeout(Duration limit) {
      connectTimeout = limit;
      return this;
    }

    /** How long a call may take from connecting to its last byte; 60 s unless said otherwise. */
    public Builder timeout(Duration limit) {
      timeout = limit;
      return this;
    }

    /** How many bytes an answer may have; 32 MiB unless said otherwise. */
    public Builder answerLimit(int bytes) {
      answerLimit = bytes;
      return this;
    }

    /**
     * Sees the checkpoint of each verified answer and fault, for example {@link SeenCheckpoints}.
     */
    public Builder witness(Witness seeing) {
      witness = seeing;
      return this;
    }

    /** Sees the messages. */
    public Builder wire(WireListener listener) {
      wire = listener;
      return this;
    }

    Builder clock(Clock given) {
      clock = given;
      return this;
    }

    /** A call that got no connection shall be able to say so: connecting ends before the call. */
    private Duration connecting() {
      Duration most = timeout.multipliedBy(9).dividedBy(10);
      return connectTimeout.compareTo(most) < 0 ? connectTimeout : most;
    }

    private HttpClient http() {
      HttpClient.Builder http =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(connecting())
              .sslParameters(TlsTrust.parameters());
      if (proxy != null) {
        http.proxy(proxy);
      }
      if (tlsAuthorities != null) {
        http.sslContext(TlsTrust.of(tlsAuthorities));
      }
      return http.build();
    }

    /**
     * The client; nothing is sent yet.
     *
     * @throws IllegalStateException without {@link #endpoint}, {@link #signWith} or {@link
     *     #trustHub}
     * @throws HubCallException {@link Failure#ADDRESS_INVALID}, {@link Failure#PLAIN_HTTP}
     */
    public HubClient build() {
      return new HubClient(this);
    }
  }
}
