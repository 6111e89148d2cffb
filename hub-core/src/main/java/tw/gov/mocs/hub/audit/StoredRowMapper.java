package tw.gov.mocs.hub.audit;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.audit.EvidenceSealer.Evidence;

/** Reads the chains back. */
@Mapper
interface StoredRowMapper {

  /** A row's content, if it is a call. */
  record StoredCall(long seq, CallRow call) {}

  /** A row's content, if it is an act. */
  record StoredAct(long seq, ActRow act) {}

  /**
   * A row where none should be.
   *
   * @param nodeName null when there is no such node
   */
  record StrayRow(long nodeId, @Nullable String nodeName, long seq) {}

  /** Where a record stands. */
  record Place(long nodeId, String nodeName, long seq) {}

  List<ChainRow> rows(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  List<StoredCall> calls(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  List<StoredAct> acts(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  /** Which rows evidence hangs on. */
  List<Long> withEvidence(
      @Param("nodeId") long nodeId, @Param("first") long first, @Param("last") long last);

  @Nullable Evidence evidence(@Param("nodeId") long nodeId, @Param("seq") long seq);

  /** Where no chain leads. */
  @Nullable StrayRow strayRow();

  /** Whose record was archived and removed. */
  @Nullable StrayRow removedRow();

  /** Content or evidence of which there is no row, where none is missing from a chain. */
  @Nullable StrayRow strayContent();

  @Nullable Place place(@Param("recordId") String recordId);

  /** The id of the record in this row; null where there is none. */
  @Nullable String recordAt(@Param("nodeName") String nodeName, @Param("seq") long seq);
}
