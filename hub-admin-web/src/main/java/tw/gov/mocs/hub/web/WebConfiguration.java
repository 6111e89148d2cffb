package tw.gov.mocs.hub.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;
import tw.gov.mocs.hub.web.form.FormPrinter;

/** The role {@code web}: the portal as one web server beside the core. */
@Configuration
@ImportAutoConfiguration({
  JettyServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  // Else the server shows strangers its stack traces.
  ErrorMvcAutoConfiguration.class
})
@ComponentScan
@EnableConfigurationProperties(WebSettings.class)
public class WebConfiguration implements WebMvcConfigurer {

  private static final String FILES = "classpath:/tw/gov/mocs/hub/web/";

  /** Names the cookie and the parameter of the language that somebody chose. */
  static final String LANGUAGE = "language";

  private static final Duration STATIC_KEPT = Duration.ofMinutes(5);

  @Bean
  PortalServer portalServer(WebSettings settings, ObjectProvider<UnreadRequestPage> unread) {
    return new PortalServer(settings, unread);
  }

  @Bean
  FormPrinter formPrinter(WebSettings settings) {
    return new FormPrinter(settings.form());
  }

  /** Templates stand beside the feature that they show. */
  @Bean
  SpringResourceTemplateResolver featureTemplates() {
    SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
    resolver.setPrefix(FILES);
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setOrder(0);
    return resolver;
  }

  /** Each feature has its own {@code messages.properties} beside its templates. */
  @Bean
  ResourceBundleMessageSource messageSource() throws IOException {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources(FILES + "*/messages.properties")) {
      String path = file.getURL().getPath();
      String feature = path.replaceFirst(".*/([^/]+)/messages.properties$", "$1");
      messages.addBasenames("tw.gov.mocs.hub.web." + feature + ".messages");
    }
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver(LANGUAGE);
    resolver.setDefaultLocaleFunction(
        request -> FirstLanguage.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    resolver.setCookieSecure(true);
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor language = new LocaleChangeInterceptor();
    language.setParamName(LANGUAGE);
    language.setIgnoreInvalidLocale(true);
    registry.addInterceptor(language);
    registry.addInterceptor(new NoPageOfItsOwn()).addPathPatterns("/error");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/static/**")
        .addResourceLocations(FILES + "static/")
        .setCacheControl(CacheControl.maxAge(STATIC_KEPT).cachePublic())
        // Two builds give their files the same time: only the content tells them apart.
        .setUseLastModified(false)
        .setEtagGenerator(WebConfiguration::etag);
  }

  private static String etag(Resource file) {
    try {
      return '"' + DigestUtils.md5DigestAsHex(file.getContentAsByteArray()) + '"';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page of errors shows what failed, and is no page that one can open. */
  private static final class NoPageOfItsOwn implements HandlerInterceptor {

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler)
        throws IOException {
      if (request.getDispatcherType() == DispatcherType.ERROR) {
        return true;
      }
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return false;
    }
  }
}
