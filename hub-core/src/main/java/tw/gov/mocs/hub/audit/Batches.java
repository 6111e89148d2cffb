package tw.gov.mocs.hub.audit;

import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSessionFactory;
import org.mybatis.spring.SqlSessionTemplate;

/** Mappers whose inserts and updates wait until they are flushed: one round trip for many. */
final class Batches {

  private final SqlSessionTemplate session;

  Batches(SqlSessionFactory factory) {
    session = new SqlSessionTemplate(factory, ExecutorType.BATCH);
  }

  <T> T mapper(Class<T> type) {
    return session.getMapper(type);
  }

  void flush() {
    session.flushStatements();
  }

  /** Flushes and tells how many rows each waiting statement changed, in their order. */
  List<Integer> flushCounting() {
    List<Integer> counts = new ArrayList<>();
    for (BatchResult result : session.flushStatements()) {
      for (int count : result.getUpdateCounts()) {
        counts.add(count);
      }
    }
    return counts;
  }

  /** The list, its last element repeated up to a power of two: few statement texts to parse. */
  static <T> List<T> padded(List<T> list) {
    int size = Math.max(1, Integer.highestOneBit(Math.max(1, list.size() - 1)) * 2);
    List<T> padded = new ArrayList<>(list);
    while (padded.size() < size && !list.isEmpty()) {
      padded.add(list.get(list.size() - 1));
    }
    return padded;
  }
}
