package tw.gov.mocs.hub.app;

import com.microsoft.playwright.Page;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page that is read and used only when all of it has arrived. Playwright's click waits for the
 * beginning of the page it leads to, and a look at half a page finds half of what is on it.
 */
final class ArrivedPage {

  // What listens, waits by itself, leads to another page, or is no look at the page.
  private static final Pattern AT_ONCE =
      Pattern.compile("(on|off|waitFor)[A-Z].*|route|navigate|close|isClosed|context|clock");

  private ArrivedPage() {}

  static Page of(Page page) {
    return (Page)
        Proxy.newProxyInstance(
            Page.class.getClassLoader(),
            new Class<?>[] {Page.class},
            (self, method, arguments) -> call(page, method, arguments));
  }

  private static @Nullable Object call(Page page, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (!AT_ONCE.matcher(method.getName()).matches()) {
      page.waitForLoadState();
    }
    try {
      return method.invoke(page, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
