package tw.gov.mocs.hub.audit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Counts calls by the index of the log. */
@Mapper
interface CallCountMapper {

  /** Of all nodes, from a moment until before another. */
  List<CountRow> calls(@Param("from") Instant from, @Param("before") Instant before);

  /** Of callers who were not known. */
  long strangers(@Param("from") Instant from, @Param("before") Instant before);

  /** The calls of one service that ended in one way. */
  record CountRow(@Nullable String service, String outcome, long times) {

    DayCalls.Calls calls() {
      if (outcome.equals(CallLine.SERVED)) {
        return new DayCalls.Calls(times, 0, 0);
      }
      return ErrorCode.FAILURES.contains(outcome)
          ? new DayCalls.Calls(0, 0, times)
          : new DayCalls.Calls(0, times, 0);
    }
  }

  /** How many records all chains together have had. */
  long records();
}
