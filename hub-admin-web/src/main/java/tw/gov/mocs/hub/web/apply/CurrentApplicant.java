package tw.gov.mocs.hub.web.apply;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.stereotype.Component;
import tw.gov.mocs.hub.application.Applicant;
import tw.gov.mocs.hub.trust.Certificates;
import tw.gov.mocs.hub.web.CallerAddress;
import tw.gov.mocs.hub.web.login.CardHolder;
import tw.gov.mocs.hub.web.login.LoginSession;

/** The agency's user of a request, as somebody who applies. */
@Component
public final class CurrentApplicant {

  private final CallerAddress addresses;

  CurrentApplicant(CallerAddress addresses) {
    this.addresses = addresses;
  }

  /** Him, with the card of his login; an IllegalStateException for anybody else. */
  public Applicant of(HttpServletRequest request) {
    CardHolder holder = LoginSession.holder().orElseThrow(IllegalStateException::new);
    List<X509Certificate> chain = holder.chain().stream().map(Certificates::parse).toList();
    return new Applicant(
        holder.requireAgency(),
        chain.get(0),
        chain.subList(1, chain.size()),
        holder.actor(addresses.of(request)));
  }
}
