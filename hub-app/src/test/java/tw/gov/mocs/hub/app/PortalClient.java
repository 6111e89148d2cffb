package tw.gov.mocs.hub.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.KeyFiles;

/**
 * A browser without a window: keeps cookies, may hold a key, and follows nothing by itself but from
 * a form to the page that answers it.
 */
final class PortalClient {

  private static final String BOUNDARY = "portal-client-boundary";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final Pattern ANSWER = Pattern.compile("[?&]answer=[0-9a-f-]+$");

  private final RunningDemo demo;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client;

  private PortalClient(RunningDemo demo, KeyManager @Nullable [] keys) throws Exception {
    this.demo = demo;
    client = HttpClient.newBuilder().sslContext(demo.trusting(keys)).cookieHandler(cookies).build();
  }

  /** Without any certificate. */
  static PortalClient stranger(RunningDemo demo) throws Exception {
    return new PortalClient(demo, null);
  }

  /** With the key of a demo identity, not logged in. */
  static PortalClient with(RunningDemo demo, String name) throws Exception {
    return new PortalClient(demo, keys(demo, name));
  }

  /** With this key, not logged in. */
  static PortalClient with(RunningDemo demo, Path certificate, Path key) throws Exception {
    return new PortalClient(demo, keys(certificate, key));
  }

  /** The key of a demo identity, for TLS. */
  static KeyManager[] keys(RunningDemo demo, String name) throws Exception {
    Path folder = Path.of(demo.property("pki.dir"));
    return keys(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
  }

  private static KeyManager[] keys(Path certificate, Path key) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    PrivateKey own = KeyFiles.privateKey(key);
    X509Certificate[] chain = KeyFiles.certificates(certificate).toArray(X509Certificate[]::new);
    store.setKeyEntry("own", own, new char[0], chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    return keys.getKeyManagers();
  }

  /** Logged in as a demo identity. */
  static PortalClient loggedIn(RunningDemo demo, String name) throws Exception {
    PortalClient client = with(demo, name);
    HttpResponse<String> answer = client.showCard("");
    if (client.session().isEmpty()) {
      throw new IOException(name + " is not logged in: " + answer.headers());
    }
    return client;
  }

  /** Opens the certificate port. */
  HttpResponse<String> showCard(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(demo.property("portal.cert.url") + path)));
  }

  /** A page of the portal; the path has no slash at its begin. */
  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(demo.property("portal.url") + path)));
  }

  /** The status of a page of the portal, asked again and again. */
  int status(String path) {
    try {
      return get(path).statusCode();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file of the portal. */
  HttpResponse<byte[]> download(String path) throws Exception {
    return download(path, null);
  }

  /** A range of the bytes of a file; all of it for null. */
  HttpResponse<byte[]> download(String path, @Nullable String range) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(demo.property("portal.url") + path));
    if (range != null) {
      request.header("Range", range);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** What is answered to HEAD, of a range too. */
  HttpResponse<Void> head(String path, String range) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(demo.property("portal.url") + path))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .header("Range", range)
            .build();
    return client.send(request, BodyHandlers.discarding());
  }

  /** Sends a form of the portal, with the token of the page that it stands on. */
  HttpResponse<String> post(String page, String path, Map<String, String> fields) throws Exception {
    Matcher token = TOKEN.matcher(get(page).body());
    String known = token.find() ? "_csrf=" + encoded(token.group(1)) + "&" : "";
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&", known, ""));
    return answer(sendForm(page, path, body));
  }

  /** Sends a form with one file (RFC 7578), with the token of the page that it stands on. */
  HttpResponse<String> upload(
      String page, String path, Map<String, String> fields, String input, byte[] file)
      throws Exception {
    return upload(page, path, fields, input, "file.bin", file);
  }

  /** The same with a file of this name. */
  HttpResponse<String> upload(
      String page, String path, Map<String, String> fields, String input, String name, byte[] file)
      throws Exception {
    Matcher token = TOKEN.matcher(get(page).body());
    Map<String, String> all = new LinkedHashMap<>(fields);
    if (token.find()) {
      all.put("_csrf", token.group(1));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : all.entrySet()) {
      part(body, field.getKey() + "\"", field.getValue().getBytes(StandardCharsets.UTF_8));
    }
    part(body, input + "\"; filename=\"" + name + "\"", file);
    body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return answer(
        send(
            form(page, path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))));
  }

  private HttpResponse<String> sendForm(String page, String path, String body) throws Exception {
    return send(
        form(page, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder form(String page, String path) throws Exception {
    return HttpRequest.newBuilder(URI.create(demo.property("portal.url") + path))
        .header("Referer", demo.property("portal.url") + page);
  }

  /** The page that the answer to a form leads to, if it stays with the form. */
  private HttpResponse<String> answer(HttpResponse<String> sent) throws Exception {
    Optional<String> to = sent.headers().firstValue("location").filter(ANSWER.asPredicate());
    return to.isEmpty() ? sent : send(HttpRequest.newBuilder(sent.uri().resolve(to.get())));
  }

  private static void part(ByteArrayOutputStream body, String name, byte[] content)
      throws IOException {
    String head = "--%s\r\nContent-Disposition: form-data; name=\"%s\r\n\r\n";
    body.write(head.formatted(BOUNDARY, name).getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a form as it is. */
  HttpResponse<String> post(String path, String body) throws Exception {
    return answer(sendForm(path, path, body));
  }

  /** Takes over the session of another. */
  void adopt(String session) throws Exception {
    HttpCookie cookie = new HttpCookie("__Host-session", session);
    cookie.setPath("/");
    cookie.setSecure(true);
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(demo.property("portal.url")), cookie);
  }

  /** A page without what differs each time that it is shown: the token of forms, the time left. */
  static String lasting(String page) {
    return page.replaceAll("(_csrf\" value|data-left|data-began)=\"[^\"]*\"", "");
  }

  /** The cookie of its session. */
  Optional<String> session() {
    return cookie("__Host-session");
  }

  /** A cookie that it keeps. */
  Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(cookie -> cookie.getValue())
        .findFirst();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
