package tw.gov.mocs.hub.database;

import java.util.AbstractMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A parameter object that has every property: it makes MyBatis write a dynamic statement with all
 * its optional parts, each list with two elements.
 */
final class AnyParameter extends AbstractMap<String, Object> implements Iterable<Object> {

  @Override
  public boolean containsKey(Object key) {
    return true;
  }

  @Override
  public Object get(Object key) {
    return new AnyParameter();
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return Set.of(Map.entry("any", "any"));
  }

  @Override
  public Iterator<Object> iterator() {
    return List.<Object>of(new AnyParameter(), new AnyParameter()).iterator();
  }
}
