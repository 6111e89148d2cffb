package tw.gov.mocs.hub.web;

import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets every client certificate through TLS. The application judges it, so that a refusal is a page
 * that can be read; TLS itself still proves that the client holds the key, in each connection.
 */
final class AnyCertificate extends X509ExtendedTrustManager {

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {
    // CardJudge decides.
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
    // CardJudge decides.
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    // CardJudge decides. A session that is invalid before it is finished is never saved: nobody
    // resumes it, not even at once.
    engine.getHandshakeSession().invalidate();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    throw refusal();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
    throw refusal();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    throw refusal();
  }

  /** No authority is named: the browser offers every card that it can reach. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  private static UnsupportedOperationException refusal() {
    return new UnsupportedOperationException("for clients of the portal only");
  }
}
