package tw.gov.mocs.hub.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tw.gov.mocs.hub.shared.ErrorCode;
import tw.gov.mocs.hub.shared.HubException;

/**
 * Says what the address of a list asks for that the list does not know, else it shows too much; and
 * which page, size or order it does not have. The count of every list ({@code layout/lists}) shows
 * it. A file has no place to say so, and is refused.
 */
@Component
public final class UnknownCriteria implements HandlerInterceptor, WebMvcConfigurer {

  /** The attribute that the count of a list shows. */
  public static final String UNKNOWN = "unknown";

  /** Of a criterion in words of one's own. */
  public static final List<String> ANY = List.of();

  private static final Set<String> OF_EVERY_LIST =
      Set.of("page", "size", "sort", "order", "told", "language", "format", "answer");

  private final MessageSource messages;

  UnknownCriteria(MessageSource messages) {
    this.messages = messages;
  }

  /** The values of a criterion that is chosen. */
  public static List<String> names(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Map<String, List<String>> known = of(request);
    if (known != null && request.getParameter("format") != null) {
      require(request, known);
    }
    return true;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    if (page == null || !request.getMethod().equals("GET")) {
      return;
    }
    Map<String, Object> model = page.getModel();
    Map<String, List<String>> known = of(request);
    Faults faults = known == null ? new Faults() : in(request, known);
    if (model.get(UNKNOWN) instanceof Faults own) {
      own.all().forEach(faults::add);
    }
    model.values().stream()
        .filter(Listing.class::isInstance)
        .forEach(list -> unmet((Listing<?>) list, faults));
    if (!faults.isEmpty()) {
      page.addObject(UNKNOWN, faults);
    }
  }

  private static @Nullable Map<String, List<String>> of(HttpServletRequest request) {
    Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return path == null ? null : KnownCriteria.OF.get(path.toString());
  }

  private void unmet(Listing<?> list, Faults faults) {
    for (Listing.Kept one : list.unmet()) {
      String text =
          switch (one.name()) {
            case "page" -> text("list.unknown.page", one.value(), list.number(), list.pages());
            case "size" -> text("list.unknown.size", one.value(), list.size());
            default -> text("list.unknown.order", one.value());
          };
      faults.add("main", text);
    }
  }

  /** What is unknown, at its input. */
  public Faults in(HttpServletRequest request, Map<String, ? extends Collection<String>> known) {
    Faults faults = new Faults();
    for (Listing.Kept one : unknown(request, known)) {
      if (known.containsKey(one.name())) {
        faults.add(one.name(), text("list.unknown.value", label(request, one.name()), one.value()));
      } else {
        faults.add("main", text("list.unknown.criterion", one.name()));
      }
    }
    return faults;
  }

  /** VALUE_INVALID if something is unknown. */
  public static void require(
      HttpServletRequest request, Map<String, ? extends Collection<String>> known) {
    unknown(request, known).stream()
        .findFirst()
        .ifPresent(
            one -> {
              String asked = one.name() + "=" + one.value();
              String told = asked.substring(0, Math.min(asked.length(), Criterion.LONGEST));
              throw new HubException(ErrorCode.VALUE_INVALID, "asked for " + told, "查詢條件", told);
            });
  }

  private static List<Listing.Kept> unknown(
      HttpServletRequest request, Map<String, ? extends Collection<String>> known) {
    List<Listing.Kept> unknown = new ArrayList<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              Collection<String> allowed = known.get(name);
              if (allowed == null) {
                if (!OF_EVERY_LIST.contains(name)) {
                  unknown.add(new Listing.Kept(name, values[0]));
                }
              } else if (!allowed.isEmpty()) {
                Arrays.stream(values)
                    .filter(value -> !value.isEmpty() && !allowed.contains(value))
                    .forEach(value -> unknown.add(new Listing.Kept(name, value)));
              }
            });
    return unknown;
  }

  /** A criterion with choices, in words: those of its list, where it has its own. */
  private String label(HttpServletRequest request, String name) {
    Locale locale = LocaleContextHolder.getLocale();
    String general = messages.getMessage("list.criterion." + name, null, name, locale);
    String own = "list.criterion." + name + request.getRequestURI().replace('/', '.');
    return String.valueOf(messages.getMessage(own, null, general, locale));
  }

  private String text(String key, Object... told) {
    return String.valueOf(messages.getMessage(key, told, LocaleContextHolder.getLocale()));
  }
}
