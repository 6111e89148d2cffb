package tw.gov.mocs.hub.web.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/** Turns a refusal into the page of errors; only its code and what may be told reach that page. */
@ControllerAdvice
final class ErrorPages {

  static final String REFUSAL = ErrorPages.class.getName() + ".refusal";

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  @ExceptionHandler(HubException.class)
  void refused(HubException refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LOG.info("{} {}", refusal.code(), refusal.detail());
    request.setAttribute(REFUSAL, refusal);
    response.sendError(status(refusal.code()).value());
  }

  static HttpStatus status(ErrorCode code) {
    return switch (code) {
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case STATE_CONFLICT,
          CHANGED_MEANWHILE,
          ALREADY_EXISTS,
          DELIVERY_TAKEN,
          DELIVERY_CERTIFICATE_UNUSABLE ->
          HttpStatus.CONFLICT;
      case DELIVERY_TICKET_OVER, DELIVERY_GONE -> HttpStatus.GONE;
      case DELIVERY_RANGE_AHEAD -> HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE;
      case NOT_PERMITTED, DUTIES_NOT_SEPARATE -> HttpStatus.FORBIDDEN;
      default -> {
        if (code.name().startsWith("CERTIFICATE") || code == ErrorCode.AGENCY_SUSPENDED) {
          yield HttpStatus.FORBIDDEN;
        }
        yield code.fault() == ErrorCode.Fault.CALLER
            ? HttpStatus.BAD_REQUEST
            : HttpStatus.SERVICE_UNAVAILABLE;
      }
    };
  }
}
