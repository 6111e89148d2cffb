package tw.gov.mocs.hub.audit;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.transaction.TransactionStatus;
import tw.gov.mocs.hub.audit.Claims.QuotaClaim;
import tw.gov.mocs.hub.shared.ErrorCode;

/** Counts calls and rows against the limits of their application and day. */
final class QuotaBook {

  private final Batches batches;
  private final ClaimMapper mapper;

  QuotaBook(Batches batches) {
    this.batches = batches;
    this.mapper = batches.mapper(ClaimMapper.class);
  }

  private record Key(String applicationNo, LocalDate day) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::applicationNo).thenComparing(Key::day);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** The calls of one application and day, in the order of their arrival. */
  private record Claim(int call, QuotaClaim quota) {}

  /** Claims for the calls that are not refused yet; returns those that it refuses. */
  List<Integer> claim(List<Waiting> group, Refusals refusals, TransactionStatus transaction) {
    Map<Key, List<Claim>> byKey = new TreeMap<>();
    for (int i = 0; i < group.size(); i++) {
      QuotaClaim quota = group.get(i).claims().quota();
      if (quota != null && refusals.of(i) == null) {
        Key key = new Key(quota.applicationNo(), quota.day());
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(new Claim(i, quota));
      }
    }
    List<Integer> refused = new ArrayList<>();
    if (byKey.isEmpty()) {
      return refused;
    }
    // If all together stay within the smallest limit, each of them in its turn does.
    byKey.forEach(this::useTogether);
    List<Integer> changed = batches.flushCounting();
    int i = 0;
    for (Map.Entry<Key, List<Claim>> entry : byKey.entrySet()) {
      if (changed.get(i++) == 0) {
        refused.addAll(claimInTurn(entry.getKey(), entry.getValue(), refusals, transaction));
      }
    }
    return refused;
  }

  private void useTogether(Key key, List<Claim> claims) {
    mapper.useQuota(
        key.applicationNo(),
        key.day(),
        claims.size(),
        claims.stream().mapToLong(claim -> claim.quota().rows()).sum(),
        claims.stream().mapToInt(claim -> claim.quota().callLimit()).min().orElseThrow(),
        claims.stream().mapToLong(claim -> claim.quota().rowLimit()).min().orElseThrow());
  }

  private List<Integer> claimInTurn(
      Key key, List<Claim> claims, Refusals refusals, TransactionStatus transaction) {
    QuotaUse used = locked(key, transaction);
    int calls = used.calls();
    long rows = used.rows();
    List<Integer> refused = new ArrayList<>();
    for (Claim claim : claims) {
      QuotaClaim quota = claim.quota();
      if (calls + 1 > quota.callLimit()) {
        refusals.overQuota(claim.call(), ErrorCode.CALL_QUOTA_EXCEEDED, quota.callLimit(), calls);
        refused.add(claim.call());
      } else if (rows + quota.rows() > quota.rowLimit()) {
        refusals.overQuota(claim.call(), ErrorCode.ROW_QUOTA_EXCEEDED, quota.rowLimit(), rows);
        refused.add(claim.call());
      } else {
        calls++;
        rows += quota.rows();
      }
    }
    mapper.useQuota(
        key.applicationNo(),
        key.day(),
        calls - used.calls(),
        rows - used.rows(),
        Integer.MAX_VALUE,
        Long.MAX_VALUE);
    batches.flush();
    return refused;
  }

  /** The row of the day, which no other transaction changes until this one ends. */
  private QuotaUse locked(Key key, TransactionStatus transaction) {
    QuotaUse used = mapper.lockQuota(key.applicationNo(), key.day());
    if (used != null) {
      return used;
    }
    Savepoints.unlessDuplicate(
        transaction,
        () -> {
          mapper.beginQuota(key.applicationNo(), key.day());
          batches.flush();
        });
    return requireNonNull(mapper.lockQuota(key.applicationNo(), key.day()), "the row of the day");
  }
}
