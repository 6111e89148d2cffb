package tw.gov.mocs.hub.client.open;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import tw.gov.mocs.hub.client.KeyFiles;

/** Where the agency's keys are; read once it is known for whom a file is. */
interface AgencyKeys {

  /**
   * The keys with their certificates.
   *
   * @throws OpenException CARD_…, PIN_…
   * @throws tw.gov.mocs.hub.client.HubCallException of a key file
   */
  List<AgencyKey> read();

  /** Of a PKCS#12 file. */
  static AgencyKeys pkcs12(Path file, Supplier<char[]> password) {
    return () -> keys(KeyFiles.allOfPkcs12(file, password));
  }

  /** Of two PEM files. */
  static AgencyKeys pem(Path key, Path certificate, Supplier<char[]> password) {
    return () -> keys(List.of(KeyFiles.pem(key, certificate, password)));
  }

  /**
   * Of a card.
   *
   * @param slot which reader, from 0
   * @param pin asked for by the name of the card
   */
  static AgencyKeys card(Path library, int slot, Function<String, char[]> pin) {
    return () -> new Card(library, slot).keys(pin);
  }

  private static List<AgencyKey> keys(List<KeyFiles.Pair> pairs) {
    return pairs.stream().map(pair -> new AgencyKey(pair.key(), pair.certificate(), null)).toList();
  }
}
