package tw.gov.mocs.hub.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionStatus;
import tw.gov.mocs.hub.audit.ClaimMapper.RequestKey;

/**
 * Claims what the calls of a group claim, in the transaction of their records.
 *
 * <p>Every transaction claims in one order (digests, request ids, quotas, each sorted), so that two
 * nodes never wait for each other in a circle.
 */
final class ClaimBook {

  private static final Comparator<RequestKey> BY_KEY =
      Comparator.comparingLong(RequestKey::agencyId).thenComparing(RequestKey::requestId);

  private static final Comparator<Claims> BY_DIGEST =
      Comparator.comparing(Claims::signedDigest, Arrays::compareUnsigned);

  private final Batches batches;
  private final ClaimMapper mapper;
  private final QuotaBook quotas;

  ClaimBook(Batches batches) {
    this.batches = batches;
    this.mapper = batches.mapper(ClaimMapper.class);
    this.quotas = new QuotaBook(batches);
  }

  /**
   * Claims for all together, without looking: nearly always nothing of it was claimed before.
   *
   * @throws DuplicateKeyException when something was: roll back and use {@link #claimLooking}
   */
  Refusals claimHoping(List<Waiting> group, TransactionStatus transaction) {
    return claimTogether(group, transaction, false);
  }

  /**
   * Looks what was claimed before, then claims for all together.
   *
   * @throws DuplicateKeyException when another node claimed the same meanwhile: roll back and use
   *     {@link #claimSingly}
   */
  Refusals claimLooking(List<Waiting> group, TransactionStatus transaction) {
    return claimTogether(group, transaction, true);
  }

  private Refusals claimTogether(
      List<Waiting> group, TransactionStatus transaction, boolean looking) {
    Refusals refusals = new Refusals(group.size());
    for (int call : freshDigests(group, refusals, looking)) {
      claimDigest(group.get(call));
    }
    Map<Integer, RequestKey> requests = freshRequests(group, refusals, looking);
    requests.values().stream().sorted(BY_KEY).forEach(mapper::claimRequest);
    batches.flush();
    claimQuotas(group, requests, refusals, transaction);
    return refusals;
  }

  /** Claims one by one: a call whose claim is taken is refused and disturbs no other. */
  Refusals claimSingly(List<Waiting> group, TransactionStatus transaction) {
    Refusals refusals = new Refusals(group.size());
    for (int call : freshDigests(group, refusals, true)) {
      if (!claimed(transaction, () -> claimDigest(group.get(call)))) {
        refusals.replayed(call);
      }
    }
    Map<Integer, RequestKey> requests = freshRequests(group, refusals, true);
    List<Map.Entry<Integer, RequestKey>> sorted = new ArrayList<>(requests.entrySet());
    sorted.sort(Map.Entry.comparingByValue(BY_KEY));
    for (Map.Entry<Integer, RequestKey> request : sorted) {
      if (!claimed(transaction, () -> mapper.claimRequest(request.getValue()))) {
        refusals.repeated(request.getKey());
        requests.remove(request.getKey());
      }
    }
    claimQuotas(group, requests, refusals, transaction);
    return refusals;
  }

  /** The calls whose digest is new as far as is known, sorted; the others are refused. */
  private List<Integer> freshDigests(List<Waiting> group, Refusals refusals, boolean looking) {
    List<Claims> asked = group.stream().map(Waiting::claims).toList();
    Set<ByteBuffer> taken = new HashSet<>();
    if (looking) {
      mapper.claimedDigests(Batches.padded(asked)).forEach(d -> taken.add(ByteBuffer.wrap(d)));
    }
    List<Integer> fresh = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      if (taken.add(ByteBuffer.wrap(asked.get(i).signedDigest()))) {
        fresh.add(i);
      } else {
        refusals.replayed(i);
      }
    }
    fresh.sort(Comparator.comparing(asked::get, BY_DIGEST));
    return fresh;
  }

  /**
   * The request ids that are new as far as is known, by call; the calls with others are refused.
   */
  private Map<Integer, RequestKey> freshRequests(
      List<Waiting> group, Refusals refusals, boolean looking) {
    Map<Integer, RequestKey> asked = new HashMap<>();
    for (int i = 0; i < group.size(); i++) {
      String requestId = group.get(i).claims().requestId();
      if (requestId != null && refusals.of(i) == null) {
        asked.put(i, new RequestKey(group.get(i).call().agencyId(), requestId));
      }
    }
    if (asked.isEmpty()) {
      return asked;
    }
    Set<RequestKey> taken = new HashSet<>();
    if (looking) {
      taken.addAll(mapper.claimedRequests(Batches.padded(List.copyOf(asked.values()))));
    }
    for (int i = 0; i < group.size(); i++) {
      RequestKey key = asked.get(i);
      if (key != null && !taken.add(key)) {
        refusals.repeated(i);
        asked.remove(i);
      }
    }
    return asked;
  }

  private void claimDigest(Waiting call) {
    mapper.claimDigest(call.claims());
  }

  private boolean claimed(TransactionStatus transaction, Runnable claim) {
    return Savepoints.unlessDuplicate(
        transaction,
        () -> {
          claim.run();
          batches.flush();
        });
  }

  private void claimQuotas(
      List<Waiting> group,
      Map<Integer, RequestKey> requests,
      Refusals refusals,
      TransactionStatus transaction) {
    for (int refused : quotas.claim(group, refusals, transaction)) {
      RequestKey key = requests.get(refused);
      if (key != null) {
        // Only served calls use a request id up.
        mapper.releaseRequest(key);
      }
    }
  }
}
