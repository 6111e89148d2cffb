package tw.gov.mocs.hub.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.audit.LogIndexMapper.Persons;
import tw.gov.mocs.hub.audit.StoredRowMapper.StoredAct;
import tw.gov.mocs.hub.audit.StoredRowMapper.StoredCall;

/** Reads rows of a chain back whole. */
@Component
class StoredRows {

  private final StoredRowMapper mapper;
  private final LogIndexMapper indexed;

  StoredRows(StoredRowMapper mapper, LogIndexMapper indexed) {
    this.mapper = mapper;
    this.indexed = indexed;
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
    Map<Long, byte[]> persons = new HashMap<>();
    for (Persons call : indexed.persons(nodeId, first, last)) {
      persons.put(call.seq(), call.persons());
    }
    Set<Long> withEvidence = new HashSet<>(mapper.withEvidence(nodeId, first, last));
    List<StoredRow> rows = new ArrayList<>();
    for (ChainRow row : mapper.rows(nodeId, first, last)) {
      long seq = row.seq();
      rows.add(
          new StoredRow(
              row,
              calls.get(seq),
              acts.get(seq),
              persons.getOrDefault(seq, PersonSet.EMPTY.bytes()),
              // One at a time: a kept request may be a megabyte.
              withEvidence.contains(seq) ? mapper.evidence(nodeId, seq) : null));
    }
    return rows;
  }

  /** The id of the record in this row of a node's chain; empty where the database has none. */
  Optional<String> recordAt(String node, long seq) {
    return Optional.ofNullable(mapper.recordAt(node, seq));
  }
}
