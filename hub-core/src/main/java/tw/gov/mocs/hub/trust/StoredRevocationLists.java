package tw.gov.mocs.hub.trust;

import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.trust.RevocationListMapper.ListRow;

/** The revocation lists in the hub's database. */
@Component
class StoredRevocationLists implements RevocationStore {

  private final RevocationListMapper mapper;

  StoredRevocationLists(RevocationListMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public Optional<byte[]> find(String sourceKey) {
    return Optional.ofNullable(mapper.find(sourceKey)).map(ListRow::crl);
  }

  @Override
  public void keep(
      String sourceKey, String url, byte[] crl, Instant thisUpdate, Instant fetchedAt) {
    if (mapper.update(sourceKey, url, crl, thisUpdate, fetchedAt) > 0
        || mapper.find(sourceKey) != null) {
      return;
    }
    try {
      mapper.insert(sourceKey, url, crl, thisUpdate, fetchedAt);
    } catch (DuplicateKeyException e) {
      // Another node was faster with the same list.
      mapper.update(sourceKey, url, crl, thisUpdate, fetchedAt);
    }
  }
}
