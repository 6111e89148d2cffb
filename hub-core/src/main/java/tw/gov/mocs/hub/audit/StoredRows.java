package tw.gov.mocs.hub.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.EvidenceSealer.Evidence;
import tw.gov.mocs.hub.audit.StoredRowMapper.StoredAct;
import tw.gov.mocs.hub.audit.StoredRowMapper.StoredCall;
import tw.gov.mocs.hub.audit.StoredRowMapper.StoredPersons;

/** Reads rows of a chain back whole. */
@Component
class StoredRows {

  private final StoredRowMapper mapper;

  StoredRows(StoredRowMapper mapper) {
    this.mapper = mapper;
  }

  /** The rows from first to last, both included, in their order; fewer where some are missing. */
  List<StoredRow> rows(long nodeId, long first, long last) {
    Map<Long, CallRow> calls = new HashMap<>();
    for (StoredCall call : mapper.calls(nodeId, first, last)) {
      calls.put(call.seq(), call.call());
    }
    Map<Long, ActRow> acts = new HashMap<>();
    for (StoredAct act : mapper.acts(nodeId, first, last)) {
      acts.put(act.seq(), act.act());
    }
    List<StoredRow> rows = new ArrayList<>();
    for (ChainRow row : mapper.rows(nodeId, first, last)) {
      long seq = row.seq();
      CallRow call = calls.get(seq);
      rows.add(
          new StoredRow(
              row, call, acts.get(seq), persons(nodeId, seq, call), evidence(nodeId, seq, call)));
    }
    return rows;
  }

  /** The id of the record in this row of a node's chain; empty where the database has none. */
  Optional<String> recordAt(String node, long seq) {
    return Optional.ofNullable(mapper.recordAt(node, seq));
  }

  private byte[] persons(long nodeId, long seq, @Nullable CallRow call) {
    StoredPersons persons = call == null ? null : mapper.persons(nodeId, seq);
    return persons == null ? PersonSet.EMPTY.bytes() : persons.persons();
  }

  /** One at a time: a kept request may be a megabyte. */
  private @Nullable Evidence evidence(long nodeId, long seq, @Nullable CallRow call) {
    return call == null || call.evidenceDigest() == null ? null : mapper.evidence(nodeId, seq);
  }
}
