package tw.gov.mocs.hub.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.Key;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.application.ReceiptSettings;
import tw.gov.mocs.hub.audit.AuditSettings;
import tw.gov.mocs.hub.audit.KeyFile;
import tw.gov.mocs.hub.delivery.DeliverySettings;
import tw.gov.mocs.hub.exchange.ExchangeSettings;
import tw.gov.mocs.hub.shared.HubException;
import tw.gov.mocs.hub.shared.KeyFiles;
import tw.gov.mocs.hub.web.WebSettings;
import tw.gov.mocs.hub.ws.WsSettings;

/** Settings of which each needs a value of its own and that have one in common: ports and keys. */
final class SharedValues {

  private final Map<Class<?>, Object> settings;

  /**
   * Of these settings.
   *
   * @param settings by their types; what is not served is not there
   */
  SharedValues(Map<Class<?>, Object> settings) {
    this.settings = settings;
  }

  /** Two settings, and what is wrong with the first. */
  record Pair(String name, String other, String fault) {}

  private record Door(String name, String host, int port) {

    boolean isThatOf(Door other) {
      return port != 0 && port == other.port && meets(other.host);
    }

    private boolean meets(String otherHost) {
      try {
        InetAddress one = InetAddress.getByName(host);
        InetAddress two = InetAddress.getByName(otherHost);
        return one.isAnyLocalAddress() || two.isAnyLocalAddress() || one.equals(two);
      } catch (UnknownHostException e) {
        return host.equals(otherHost);
      }
    }
  }

  /**
   * A key and what it is for.
   *
   * @param use keys of one use may be the same
   */
  private record Used(String name, String use, byte[] key) {

    boolean isThatOf(Used other) {
      return !use.equals(other.use) && Arrays.equals(key, other.key);
    }
  }

  /** All such pairs. */
  List<Pair> all() {
    List<Pair> found = new ArrayList<>();
    found.addAll(pairs(doors(), Door::name, Door::isThatOf, "is the port of "));
    found.addAll(pairs(privateKeys(), Used::name, Used::isThatOf, "it is the key of "));
    found.addAll(pairs(secretKeys(), Used::name, Used::isThatOf, "it is the key of "));
    return found;
  }

  private static <T> List<Pair> pairs(
      List<T> all, Function<T, String> name, BiPredicate<T, T> same, String fault) {
    List<Pair> found = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      for (T before : all.subList(0, i)) {
        if (same.test(all.get(i), before)) {
          String other = name.apply(before);
          found.add(new Pair(name.apply(all.get(i)), other, fault + other + " too"));
        }
      }
    }
    return found;
  }

  private List<Door> doors() {
    List<Door> doors = new ArrayList<>();
    if (find(WsSettings.class) instanceof WsSettings ws) {
      doors.add(new Door("hub.ws.port", ws.host(), ws.port()));
      if (ws.plainHttp()) {
        doors.add(new Door("hub.ws.plain-http-port", ws.host(), ws.plainHttpPort()));
      }
    }
    if (find(WebSettings.class) instanceof WebSettings web) {
      doors.add(new Door("hub.web.port", web.host(), web.port()));
      doors.add(new Door("hub.web.certificate-port", web.host(), web.certificatePort()));
    }
    return doors;
  }

  private List<Used> privateKeys() {
    List<Used> keys = new ArrayList<>();
    if (find(WsSettings.class) instanceof WsSettings ws) {
      add(keys, "hub.ws.tls-key", "tls", ws.tlsKey(), KeyFiles::privateKey);
      add(keys, "hub.ws.signing-key", "answers", ws.signingKey(), KeyFiles::privateKey);
    }
    if (find(WebSettings.class) instanceof WebSettings web) {
      add(keys, "hub.web.tls-key", "tls", web.tlsKey(), KeyFiles::privateKey);
    }
    if (find(ReceiptSettings.class) instanceof ReceiptSettings receipt) {
      add(keys, "hub.receipt.key", "receipts", receipt.key(), KeyFiles::privateKey);
    }
    if (find(DeliverySettings.class) instanceof DeliverySettings delivery) {
      add(keys, "hub.delivery.key", "files", delivery.key(), KeyFiles::privateKey);
    }
    if (find(AuditSettings.class) instanceof AuditSettings audit) {
      String name = "hub.audit.checkpoint-key";
      add(keys, name, "checkpoints", audit.checkpointKey(), KeyFiles::privateKey);
    }
    return keys;
  }

  private List<Used> secretKeys() {
    List<Used> keys = new ArrayList<>();
    if (find(AuditSettings.class) instanceof AuditSettings audit) {
      addEach(keys, "hub.audit.identity-hash-keys", audit.identityHashKeys());
      addEach(keys, "hub.audit.evidence-keys", audit.evidenceKeys());
    }
    if (find(ExchangeSettings.class) instanceof ExchangeSettings exchange) {
      Function<Path, Key> read = file -> KeyFiles.secretKey(file, "AES");
      add(keys, "hub.exchange.token-key", "tokens", exchange.tokenKey(), read);
      List<Path> past = exchange.pastTokenKeys();
      for (int i = 0; i < past.size(); i++) {
        add(keys, "hub.exchange.past-token-keys[" + i + "]", "tokens", past.get(i), read);
      }
    }
    return keys;
  }

  private static void addEach(List<Used> keys, String name, @Nullable List<KeyFile> files) {
    int at = 0;
    for (KeyFile one : files == null ? List.<KeyFile>of() : files) {
      Function<Path, Key> read = file -> KeyFiles.secretKey(file, "AES");
      add(keys, name + "[" + at + "].file", name, one.file(), read);
      at++;
    }
  }

  /** What is absent or cannot be read is a fault of that setting alone. */
  private static void add(
      List<Used> keys, String name, String use, @Nullable Path file, Function<Path, Key> read) {
    if (file == null) {
      return;
    }
    try {
      keys.add(new Used(name, use, read.apply(file).getEncoded()));
    } catch (HubException e) {
      return;
    }
  }

  private @Nullable Object find(Class<?> type) {
    return settings.get(type);
  }
}
