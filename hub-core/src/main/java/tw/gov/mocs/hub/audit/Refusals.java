package tw.gov.mocs.hub.audit;

import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Which calls of a group are refused because of their claims, by their place in it. */
final class Refusals {

  private final @Nullable HubException[] refusals;

  Refusals(int size) {
    refusals = new @Nullable HubException[size];
  }

  @Nullable HubException of(int call) {
    return refusals[call];
  }

  void replayed(int call) {
    refusals[call] =
        new HubException(ErrorCode.REPLAYED, "the digest of the signed parts was claimed before");
  }

  void repeated(int call) {
    refusals[call] =
        new HubException(
            ErrorCode.REQUEST_ID_REPEATED, "the agency has used this request id before");
  }

  void overQuota(int call, ErrorCode code, long limit, long used) {
    refusals[call] =
        new HubException(
            code, "limit " + limit + ", used " + used + " before", Long.toString(limit));
  }
}
