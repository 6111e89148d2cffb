package tw.gov.mocs.hub.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tw.gov.mocs.hub.catalogue.ServiceFault.Kind;
import tw.gov.mocs.hub.catalogue.ServiceFault.Place;

/** The joins of a draft, each after the table that it is found from. */
record JoinOrder(List<ServiceDraft.Join> joins, List<ServiceFault> faults) {

  static JoinOrder of(ServiceDraft draft) {
    List<ServiceFault> faults = new ArrayList<>();
    Set<String> named = new HashSet<>(Set.of(draft.table()));
    List<ServiceDraft.Join> waiting = new ArrayList<>();
    for (ServiceDraft.Join join : draft.joins()) {
      if (named.add(join.table())) {
        waiting.add(join);
      } else {
        faults.add(ServiceFault.at(Place.JOINS, join.table(), Kind.REPEATED, join.table()));
      }
    }
    Set<String> reached = new HashSet<>(Set.of(draft.table()));
    List<ServiceDraft.Join> ordered = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (ServiceDraft.Join join : List.copyOf(waiting)) {
        if (reached.contains(join.fromTable())) {
          reached.add(join.table());
          ordered.add(join);
          waiting.remove(join);
          more = true;
        }
      }
    }
    for (ServiceDraft.Join join : waiting) {
      Kind kind = named.contains(join.fromTable()) ? Kind.CYCLE : Kind.UNKNOWN;
      faults.add(ServiceFault.at(Place.JOINS, join.table(), kind, join.table(), join.fromTable()));
    }
    return new JoinOrder(ordered, faults);
  }
}
