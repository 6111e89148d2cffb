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
  private final Map<List<Object>, Instant> nextUpdates = new ConcurrentHashMap<>();

  KnownLists(RevocationListMapper mapper) {
    this.mapper = mapper;
  }

  /** All of them, the one that ends first at the top. */
  public List<KnownList> all() {
    List<StoredList> stored = mapper.all();
    nextUpdates.keySet().retainAll(stored.stream().map(KnownLists::key).toList());
    return stored.stream().map(this::known).sorted(comparing(KnownList::nextUpdate)).toList();
  }

  private KnownList known(StoredList list) {
    Instant until = nextUpdates.computeIfAbsent(key(list), key -> nextUpdate(list));
    return new KnownList(list.address(), list.issuedAt(), list.fetchedAt(), until);
  }

  private static List<Object> key(StoredList list) {
    return List.of(list.sourceKey(), list.issuedAt());
  }

  /** Of what cannot be read nothing is good any more. */
  private Instant nextUpdate(StoredList list) {
    try {
      ListRow row = mapper.find(list.sourceKey());
      return row == null ? list.issuedAt() : RevocationList.parse(row.crl()).nextUpdate();
    } catch (RevocationUnknown e) {
      return list.issuedAt();
    }
  }
}
