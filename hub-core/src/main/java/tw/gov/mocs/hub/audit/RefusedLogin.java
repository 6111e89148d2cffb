package tw.gov.mocs.hub.audit;

import org.jspecify.annotations.Nullable;
import tw.gov.mocs.hub.shared.ErrorCode;

/**
 * Somebody who was not let into the portal, or no longer.
 *
 * @param cause why
 * @param actor whose certificate it is, {@link Actor#UNKNOWN} where nobody registered it; with the
 *     certificate, if one was shown, and the address
 * @param agencyId of the agency that it is registered for, if one
 * @param certificate what it says of itself, {@code NAME=text; NAME=text}; "" for none
 */
public record RefusedLogin(
    ErrorCode cause, Actor actor, @Nullable Long agencyId, String certificate) {

  /** The same for the same cause and certificate, or without any the same address. */
  String key() {
    String thumbprint = actor.certificateThumbprint();
    return cause + " " + (thumbprint == null ? actor.address() : thumbprint);
  }

  /** Whether no trusted authority says who this is, so that anybody can be many of them. */
  boolean isStranger() {
    return cause == ErrorCode.CERTIFICATE_MISSING || cause == ErrorCode.CERTIFICATE_UNTRUSTED;
  }

  /** It and others of its cause that are too many to be told apart. */
  RefusedLogin amongOthers() {
    return new RefusedLogin(cause, new Actor(Actor.UNKNOWN, null, null), null, "");
  }
}
