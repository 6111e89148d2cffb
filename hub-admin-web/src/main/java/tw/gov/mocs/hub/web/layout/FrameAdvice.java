package tw.gov.mocs.hub.web.layout;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import tw.gov.mocs.hub.agency.Role;
import tw.gov.mocs.hub.web.Addresses;
import tw.gov.mocs.hub.web.login.CardHolder;
import tw.gov.mocs.hub.web.login.LoginSession;
import tw.gov.mocs.hub.web.posted.AnswerByGet;

/** Gives every page its frame. */
@ControllerAdvice
final class FrameAdvice {

  private final LoginSession sessions;
  private final SideLinks links;
  private final Addresses addresses;

  FrameAdvice(LoginSession sessions, SideLinks links, Addresses addresses) {
    this.sessions = sessions;
    this.links = links;
    this.addresses = addresses;
  }

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request, HttpServletResponse response) {
    String path = shown(request);
    CardHolder holder = LoginSession.holder().orElse(null);
    if (holder != null) {
      // Going back shows what is kept now, and nothing to whoever comes after the logout.
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    return new Frame(
        path,
        Trail.of(formOf(path, request)),
        tabs(path),
        menu(path, holder == null ? null : holder.role()),
        AdminMenu.of(holder == null ? null : holder.role(), path),
        links.list(),
        holder,
        sessions.beganAt(request).orElse(Instant.EPOCH).toEpochMilli(),
        sessions.left(request).orElse(Duration.ZERO).toSeconds(),
        sessions.ends(request).orElse(null),
        sessions.latest(request).orElse(null),
        sessions.isLast(request),
        inLanguage(path, request, "zh-TW"),
        inLanguage(path, request, "en"));
  }

  private static List<NavItem> tabs(String path) {
    return List.of(
        NavItem.of("tab.news", "/news", path),
        NavItem.of("tab.services", "/services", path),
        NavItem.of("tab.install", "/install", path),
        NavItem.of("tab.faq", "/faq", path),
        NavItem.of("tab.downloads", "/downloads", path));
  }

  private static List<NavItem> menu(String path, @Nullable Role role) {
    List<NavItem> menu = new ArrayList<>();
    if (role == null || role == Role.AGENCY_USER) {
      menu.add(NavItem.of("menu.apply", "/apply", path));
    }
    menu.add(NavItem.of("menu.progress", "/progress", path));
    if (role == null || role == Role.AGENCY_USER || role == Role.ADMINISTRATOR) {
      menu.add(NavItem.of("menu.incidents", "/incidents", path));
    }
    if (role == Role.AGENCY_USER) {
      menu.add(NavItem.of("menu.certificates", "/certificates", path));
      menu.add(NavItem.of("menu.calls", "/calls", path));
    }
    return List.copyOf(menu);
  }

  /** The page that was asked for, also where an error is shown in its place. */
  private static String shown(HttpServletRequest request) {
    return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
        .map(Object::toString)
        .orElseGet(request::getRequestURI);
  }

  /** The page; of the answer to a form, the page that it stands on. */
  private String formOf(String path, HttpServletRequest request) {
    return request.getMethod().equals("GET")
        ? path
        : addresses.cameFrom(request).map(form -> form.replaceAll("[?#].*", "")).orElse(path);
  }

  /** The same page in another language; of the answer to a form, the page that it stands on. */
  private String inLanguage(String path, HttpServletRequest request, String language) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    if (!request.getMethod().equals("GET")) {
      address = UriComponentsBuilder.fromUriString(addresses.cameFrom(request).orElse(path));
    } else if (request.getQueryString() != null) {
      address.query(request.getQueryString());
    }
    return address
        .replaceQueryParam(AnswerByGet.KEY)
        .replaceQueryParam("language", language)
        .build()
        .toUriString();
  }
}
