package tw.gov.mocs.hub.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import tw.gov.mocs.hub.demo.KeyPairs;

/**
 * The floor under every server: for each call one RSA-2048 signature verified and one made, and
 * nothing else. Does as many as each line of its input says and prints how long each took.
 */
final class FloorMain {

  private final KeyPair keys = KeyPairs.rsa();
  private final byte[] text = new byte[1024];
  private byte[] signature = sign();

  private FloorMain() throws GeneralSecurityException {}

  public static void main(String[] arguments) throws Exception {
    Peer.quiet();
    Rsa.install();
    FloorMain floor = new FloorMain();
    Peer.ready(0);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      Peer.say("took " + floor.measure(Integer.parseInt(line)));
    }
  }

  private String measure(int calls) throws GeneralSecurityException {
    StringBuilder nanos = new StringBuilder();
    for (int i = 0; i < calls; i++) {
      long began = System.nanoTime();
      verify();
      signature = sign();
      nanos.append(System.nanoTime() - began).append(' ');
    }
    return nanos.toString();
  }

  private void verify() throws GeneralSecurityException {
    Signature verification = Signature.getInstance(Rsa.SHA256);
    verification.initVerify(keys.getPublic());
    verification.update(text);
    if (!verification.verify(signature)) {
      throw new IllegalStateException("a good signature was refused");
    }
  }

  private byte[] sign() throws GeneralSecurityException {
    Signature signing = Signature.getInstance(Rsa.SHA256);
    signing.initSign(keys.getPrivate());
    signing.update(text);
    return signing.sign();
  }
}
