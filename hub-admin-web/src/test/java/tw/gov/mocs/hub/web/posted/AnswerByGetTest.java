package tw.gov.mocs.hub.web.posted;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.web.login.CardHolder;

/** Where a form leads, and what is shown there. */
class AnswerByGetTest {

  private static final String PAGE = "/apply/7/1";
  private static final String FAULTY = "<p>電子郵件的格式不正確</p>";
  private static final FilterChain ACCEPTED =
      (request, response) -> ((HttpServletResponse) response).sendRedirect("/apply/7/2");

  private final MockHttpSession session = new MockHttpSession();
  private final AnswerByGet filter =
      new AnswerByGet(
          request -> Optional.ofNullable(request.getHeader("Referer")), Clock.systemUTC());

  @BeforeEach
  void logIn() {
    CardHolder holder = new CardHolder("a", "甲", Role.AGENCY_USER, 1L, "0", null, List.of());
    SecurityContextHolder.getContext()
        .setAuthentication(new PreAuthenticatedAuthenticationToken(holder, ""));
  }

  @AfterEach
  void logOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void showsWhatIsWrongByGetHoweverOftenItIsLookedAt() throws Exception {
    String address = ledTo(post(PAGE, PAGE + "?back=6", page(422)));
    assertThat(address).startsWith(PAGE + "?back=6&answer=");
    for (int look = 0; look < 2; look++) {
      MockHttpServletResponse shown = get(address, session);
      assertThat(shown.getStatus()).isEqualTo(422);
      assertThat(shown.getContentAsString()).isEqualTo(FAULTY);
      assertThat(shown.getHeader("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void leadsToThePageItselfOnceTheFormWasAccepted() throws Exception {
    String address = ledTo(post(PAGE, PAGE + "?back=6", page(422)));
    assertThat(post(PAGE, address, ACCEPTED).getRedirectedUrl()).isEqualTo("/apply/7/2");
    assertThat(ledTo(get(address, session))).isEqualTo(PAGE + "?back=6");
  }

  @Test
  void leavesTheFaultsOfAnotherWindowAlone() throws Exception {
    String other = ledTo(post(PAGE, PAGE, page(422)));
    String own = ledTo(post(PAGE, PAGE, page(409)));
    post(PAGE, own, ACCEPTED);
    assertThat(get(other, session).getStatus()).isEqualTo(422);
  }

  @Test
  void showsAnotherLoginNothing() throws Exception {
    String address = ledTo(post(PAGE, PAGE, page(422)));
    assertThat(ledTo(get(address, new MockHttpSession()))).isEqualTo(PAGE);
  }

  @Test
  void answersAtThePathOfTheFormWhereItsPageIsNotTold() throws Exception {
    assertThat(ledTo(post(PAGE, null, page(422)))).startsWith(PAGE + "?answer=");
  }

  @Test
  void keepsNothingOfAuditors() throws Exception {
    MockHttpServletResponse answer =
        post("/admin/audit/persons", "/admin/audit/persons", page(422));
    assertThat(answer.getContentAsString()).isEqualTo(FAULTY);
    assertThat(Collections.list(session.getAttributeNames())).isEmpty();
  }

  @Test
  void keepsNothingThatItsPageForbids() throws Exception {
    FilterChain rows =
        (request, response) -> {
          AnswerByGet.neverKeep((MockHttpServletRequest) request);
          page(200).doFilter(request, response);
        };
    assertThat(post(PAGE, PAGE, rows).getContentAsString()).isEqualTo(FAULTY);
    assertThat(Collections.list(session.getAttributeNames())).isEmpty();
  }

  @Test
  void answersScriptsAndRefusalsAtOnce() throws Exception {
    MockHttpServletRequest saved = request("POST", PAGE, session);
    saved.addHeader("Sec-Fetch-Mode", "cors");
    MockHttpServletResponse answer = new MockHttpServletResponse();
    filter.doFilter(saved, answer, page(422));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(post(PAGE, PAGE, page(500)).getContentAsString()).isEqualTo(FAULTY);
  }

  private MockHttpServletResponse post(String path, @Nullable String form, FilterChain pages)
      throws Exception {
    MockHttpServletRequest request = request("POST", path, session);
    if (form != null) {
      request.addHeader("Referer", form);
    }
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, pages);
    return response;
  }

  private MockHttpServletResponse get(String address, MockHttpSession of) throws Exception {
    MockHttpServletRequest request = request("GET", address.replaceFirst("\\?.*", ""), of);
    request.setQueryString(address.replaceFirst(".*\\?", ""));
    request.setParameter("answer", address.replaceFirst(".*answer=", ""));
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, page(200));
    return response;
  }

  private static MockHttpServletRequest request(String method, String path, MockHttpSession of) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    request.setSession(of);
    return request;
  }

  private static String ledTo(MockHttpServletResponse response) {
    assertThat(response.getStatus()).isEqualTo(303);
    return String.valueOf(response.getHeader("Location"));
  }

  private static FilterChain page(int status) {
    return (request, response) -> {
      ((HttpServletResponse) response).setStatus(status);
      response.setContentType("text/html;charset=UTF-8");
      response.getWriter().write(FAULTY);
    };
  }
}
