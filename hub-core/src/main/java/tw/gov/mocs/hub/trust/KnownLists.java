package tw.gov.mocs.hub.trust;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.trust.RevocationListMapper.ListRow;
import tw.gov.mocs.hub.trust.RevocationListMapper.StoredList;

/** How old the revocation lists are that the hub keeps. */
@Component
public class KnownLists {

  private final RevocationListMapper mapper;

  /** Of lists that were read once, by source and issue: they may be large. */
  private final Map<List<Object>, Facts> facts = new ConcurrentHashMap<>();

  KnownLists(RevocationListMapper mapper) {
    this.mapper = mapper;
  }

  /** All of them, the one that ends first at the top. */
  public List<KnownList> all() {
    List<StoredList> stored = mapper.all();
    facts.keySet().retainAll(stored.stream().map(KnownLists::key).toList());
    return stored.stream().map(this::known).sorted(comparing(KnownList::nextUpdate)).toList();
  }

  /** What a list says of itself. */
  private record Facts(String issuer, Instant nextUpdate) {}

  private KnownList known(StoredList list) {
    Facts said = facts.computeIfAbsent(key(list), key -> facts(list));
    return new KnownList(
        list.address(), said.issuer(), list.issuedAt(), list.fetchedAt(), said.nextUpdate());
  }

  private static List<Object> key(StoredList list) {
    return List.of(list.sourceKey(), list.issuedAt());
  }

  /** Of what cannot be read nothing is good any more. */
  private Facts facts(StoredList list) {
    try {
      ListRow row = mapper.find(list.sourceKey());
      if (row != null) {
        RevocationList read = RevocationList.parse(row.crl());
        return new Facts(read.issuer().getName(), read.nextUpdate());
      }
      return new Facts("", list.issuedAt());
    } catch (RevocationUnknown e) {
      return new Facts("", list.issuedAt());
    }
  }
}
