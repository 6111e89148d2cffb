package tw.gov.mocs.hub.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The inquiries of one login, each in an attribute of its own. */
@Component
final class PersonInquiries {

  private static final String PREFIX = PersonInquiry.class.getName() + ".";

  /** So many at once; all of them are read with the session. */
  private static final int MOST = 20;

  /** Keeps one, and forgets the oldest of too many. */
  void keep(PersonInquiry inquiry, HttpServletRequest request) {
    HttpSession session = request.getSession();
    List<PersonInquiry> open =
        Collections.list(session.getAttributeNames()).stream()
            .filter(name -> name.startsWith(PREFIX))
            .map(session::getAttribute)
            .map(PersonInquiry.class::cast)
            .sorted(Comparator.comparing(PersonInquiry::askedAt).reversed())
            .toList();
    open.stream().skip(MOST - 1L).forEach(old -> session.removeAttribute(PREFIX + old.handle()));
    session.setAttribute(PREFIX + inquiry.handle(), inquiry);
  }

  Optional<PersonInquiry> find(String handle, HttpServletRequest request) {
    return request.getSession().getAttribute(PREFIX + handle) instanceof PersonInquiry inquiry
        ? Optional.of(inquiry)
        : Optional.empty();
  }
}
